// Calls the sandbox from a page in a browser, recorded by Playwright:
// har_browser.cjs BROWSER READY_FILE HAR CONTENT MODE [API]. With `omit` as CONTENT, the file has no
// bodies; with `attach`, they lie in files beside it. A page that calls an API of another origin
// is asked for leave by the browser.

const { readFileSync } = require("node:fs");
const { chromium } = require("playwright-core");

async function main([executablePath, readyFile, har, content, mode, api]) {
  const ready = JSON.parse(readFileSync(readyFile, "utf8"));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ recordHar: { path: har, content, mode } });
  const page = await context.newPage();
  // A page of the sandbox, whatever it is: what it fetches from there needs no leave.
  await page.goto(ready.base_url + "/");
  const statuses = await page.evaluate(async ([ready, api]) => {
    const stream = `${api}/agentassist/api/v1/public/${ready.stream_id}/contacts`;
    const headers = { "content-type": "application/json", accountId: ready.account_id, auth: ready.token };
    const call = async (method, url, body) => {
      const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
      return [answer.status, await answer.json()];
    };
    const [listed, contacts] = await call("GET", `${stream}?limit=5&skip=0`);
    const [first, second, third] = contacts.results.map((contact) => contact.id);
    const [updated] = await call("PUT", `${stream}/${first}`, { firstName: "Zoë", lastName: "李" });
    const [deleted] = await call("DELETE", `${stream}/${second}`);
    const [bulk] = await call("DELETE", `${stream}/bulk-delete`, { ids: [third] });
    return [listed, updated, deleted, bulk];
  }, [ready, api || ready.base_url]);
  await context.close();
  await browser.close();
  if (statuses.some((status) => status !== 200)) throw new Error(`the sandbox answered ${statuses}`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});

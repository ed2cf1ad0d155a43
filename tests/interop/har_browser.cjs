// Calls the sandbox from a page in a browser, recorded by Playwright:
// har_browser.cjs BROWSER READY_FILE HAR CONTENT. With `omit` as CONTENT, the file has no bodies.

const { readFileSync } = require("node:fs");
const { chromium } = require("playwright-core");

async function main([executablePath, readyFile, har, content]) {
  const ready = JSON.parse(readFileSync(readyFile, "utf8"));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ recordHar: { path: har, content, mode: "full" } });
  const page = await context.newPage();
  // A page of the same origin, whatever it is: what it fetches needs no leave then.
  await page.goto(ready.base_url + "/");
  const statuses = await page.evaluate(async (ready) => {
    const stream = `/agentassist/api/v1/public/${ready.stream_id}/contacts`;
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
  }, ready);
  await context.close();
  await browser.close();
  if (statuses.some((status) => status !== 200)) throw new Error(`the sandbox answered ${statuses}`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});

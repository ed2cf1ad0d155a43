// Calls the sandbox with axios, recorded by axios-har-tracker: har_axios.cjs READY_FILE HAR.

const { readFileSync, writeFileSync } = require("node:fs");
const axios = require("axios");
const { AxiosHarTracker } = require("axios-har-tracker");

async function main([readyFile, har]) {
  const ready = JSON.parse(readFileSync(readyFile, "utf8"));
  const stream = `${ready.base_url}/agentassist/api/v1/public/${ready.stream_id}/contacts`;
  const headers = { "content-type": "application/json", accountId: ready.account_id, auth: ready.token };
  const api = axios.create({ headers, timeout: 20000 });
  const tracker = new AxiosHarTracker(api);
  const { data: page } = await api.get(`${stream}?limit=5&skip=0`);
  const [first, second, third] = page.results.map((contact) => contact.id);
  await api.put(`${stream}/${first}`, { firstName: "Zoë", lastName: "李" });
  await api.delete(`${stream}/${second}`, { data: undefined });
  await api.delete(`${stream}/bulk-delete`, { data: { ids: [third] } });
  await api.get(stream, { headers: { auth: "no-token" }, validateStatus: (status) => status === 401 });
  writeFileSync(har, JSON.stringify(tracker.getGeneratedHar()));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

// Stands before the sandbox and lets pages of any origin call it: har_cors.cjs UPSTREAM PORT.

const http = require("node:http");

const [upstream, port] = process.argv.slice(2);
const { hostname, port: upstreamPort } = new URL(upstream);
const leave = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "accountid,auth,content-type",
  "access-control-allow-methods": "DELETE,GET,PUT",
};

http
  .createServer((request, response) => {
    if (request.method === "OPTIONS") return response.writeHead(204, leave).end();
    const { method, url: path, headers } = request;
    const passed = http.request({ hostname, port: upstreamPort, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode, { ...answer.headers, ...leave });
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  })
  .listen(port, "127.0.0.1");

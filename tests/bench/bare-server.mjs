// The limit of the page benches: a bare Node server that sends the same bytes under the same headers. A process of its
// own, as the contender is. Its parent sends the answer and is told the port.
import { createServer } from "node:http";

process.once("message", ({ headers, body }) => {
  const bytes = Buffer.from(body, "base64");
  const server = createServer((_request, response) => response.writeHead(200, headers).end(bytes));
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
});
process.on("disconnect", () => process.exit(0));

// A service that takes a while: it listens late, and serves later still.
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const ready = Date.now() + 1_500;
await sleep(500);
createServer((request, response) => {
  const up = Date.now() > ready;
  response.statusCode = up || request.url === "/health" ? 200 : 503;
  response.end(JSON.stringify(request.url === "/health" ? { status: up ? "up" : "starting" } : { order: request.url }));
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("listening"));

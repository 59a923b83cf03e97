// Prints a port of this machine that nobody has, so that several of these services can run side by side.
import { createServer } from "node:net";

const server = createServer().listen(0, "127.0.0.1", () => {
  console.log(server.address().port);
  server.close();
});

// The kind `random_pet`: its rules sit in a process of their own, `rules.mjs`, which speaks JSON lines.
import { fileURLToPath } from "node:url";

const rules = fileURLToPath(new URL("rules.mjs", import.meta.url));

/** Asks the process, and fails by name when it is gone. */
class Rules {
  #waiting = new Map();
  #last = 0;

  static async start(access) {
    const opened = new Rules();
    opened.process = await access.start({
      command: process.execPath,
      args: [rules],
      env: { WORLD: access.configuration.world, TOKEN: access.configuration.token },
      onLine: (line) => opened.#answer(JSON.parse(line)),
    });
    opened.process.ended.then(({ exitCode, signal, stderr }) => {
      opened.gone = Object.assign(new Error(`the rules of random_pet ended (${exitCode ?? signal})`), {
        hint: "Look at what they printed.",
        detail: stderr,
      });
      for (const { reject } of opened.#waiting.values()) reject(opened.gone);
    });
    return opened;
  }

  ask(method, params, io) {
    return new Promise((resolve, reject) => {
      if (this.gone) return reject(this.gone);
      const id = ++this.#last;
      const leave = (settle) => (value) => {
        this.#waiting.delete(id);
        settle(value);
      };
      const [done, failed] = [leave(resolve), leave(reject)];
      io.signal.addEventListener("abort", () => failed(new Error(`${method} was given up`)), { once: true });
      this.#waiting.set(id, { resolve: done, reject: failed });
      this.process.write(`${JSON.stringify({ id, method, params })}\n`);
    });
  }

  #answer({ id, result, error, made }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    if (error) reject?.(Object.assign(new Error(error), { hint: "It is a toy.", made }));
    else resolve?.(result);
  }

  async close() {
    this.process.write(`${JSON.stringify({ method: "bye" })}\n`);
    await this.process.ended;
  }
}

/** What half of a failed call has left is told before it fails. */
const changing = async (call, io) => {
  try {
    return await call;
  } catch (error) {
    if (error.made) io.made(error.made.observed, [], error.made.resource);
    throw error;
  }
};

export default {
  apiVersion: "toys.example/v1",
  kind: "random_pet",
  parse: (spec) => ({ ok: true, value: spec }),

  async open(access) {
    if (access.configuration.token !== "open sesame")
      throw Object.assign(new Error("the token is another one"), { hint: "Set TOKEN." });
    return Rules.start(access);
  },
  validate: (spec, io) => io.opened.ask("validate", { spec }, io),
  plan: (wanted, io) => io.opened.ask("plan", { wanted, resource: io.recorded?.resource }, io),

  observe: (spec, io) =>
    io.opened.ask("observe", { task: io.task, spec, resource: io.recorded?.resource, adopt: io.adoptId }, io),
  create: (spec, io) => changing(io.opened.ask("create", { task: io.task, spec }, io), io),
  update: (before, after, io) =>
    changing(io.opened.ask("update", { before, after, resource: io.recorded?.resource }, io), io),
  delete: (before, io) => io.opened.ask("delete", { before, resource: io.recorded?.resource }, io),

  known: { resource: true },
};

// The client of the Actions cache as a process that stays: node resident-client.program.ts; see resident-client.ts
import { callCache } from "../../src/github/cache/cache-call.ts";
import { guardAnswers } from "../../src/github/cache/cache-guard.ts";
import type { ResidentCall, ResidentMessage } from "./resident-client.ts";

const send = (message: ResidentMessage): void => void process.send?.(message);

for (const stream of ["stdout", "stderr"] as const)
  process[stream].write = (text: string | Uint8Array, ...more: unknown[]) => {
    send({ stream, text: typeof text === "string" ? text : Buffer.from(text).toString("utf8") });
    const done = more.at(-1);
    if (typeof done === "function") done();
    return true;
  };

// What the client does after a pause, it does soon.
const { setTimeout: later } = globalThis;
const hurry = 100;
Object.assign(globalThis, {
  setTimeout: (work: () => void, ms = 0, ...more: []) => later(work, ms / hurry, ...more),
});

guardAnswers((answer) => send({ answer }));

process.on("message", async ({ request, environment, cwd }: ResidentCall) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  process.chdir(cwd);
  const answer = await callCache(request);
  process.chdir("/");
  send({ answer });
});

send({ ready: true });

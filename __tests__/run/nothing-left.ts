import { afterAll, expect } from "vitest";

/** What tests may replace in a process, by name. Files that share one would get what another has left. */
function replaceable(): { readonly [name: string]: unknown } {
  const { argv, env, exit, exitCode, kill, stderr, stdout } = process;
  return {
    directory: process.cwd(),
    environment: { ...env },
    arguments: [...argv],
    exitCode,
    exit,
    kill,
    stdout: stdout.write,
    stderr: stderr.write,
    fetch: globalThis.fetch,
    setTimeout: globalThis.setTimeout,
    setInterval: globalThis.setInterval,
    Date: globalThis.Date,
    now: Date.now,
    random: Math.random,
  };
}

const before = replaceable();
afterAll(() =>
  expect(replaceable(), "this file leaves something behind for those that share its process").toEqual(before),
);

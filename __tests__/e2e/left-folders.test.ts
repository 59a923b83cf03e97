import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const manifest = (script: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
---
apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: out/a.txt, content: a}
---
${JSON.stringify({
  apiVersion: "opus/v1",
  kind: "Shell",
  metadata: { name: "token" },
  spec: { create: script, delete: "true", sensitiveOutputs: ["TOKEN"] },
})}
`;
const endless = 'echo "TOKEN=raw-and-secret" >> "$OPUS_OUTPUT"; echo "$OPUS_OUTPUT" > place; sleep 60';

/** Files below some folders that hold what the script has written. */
function traces(...folders: string[]): string[] {
  try {
    return execFileSync("grep", ["-rl", "raw-and-secret", ...folders], { encoding: "utf8" })
      .split("\n")
      .filter(Boolean);
  } catch {
    return [];
  }
}

async function placeOf(rig: Rig): Promise<string> {
  for (let waited = 0; !rig.exists("place") || rig.read("place") === ""; waited += 20) {
    if (waited > 15_000) throw new Error("waited in vain for the script");
    await sleep(20);
  }
  return dirname(rig.read("place").trim());
}

describe("what a killed run has left of its scripts", () => {
  it("lies in the runner's temporary folder, for this user alone, and goes with the post step", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest(endless) });
    const tmp = join(rig.directory, "tmp");
    mkdirSync(tmp);
    const run = rig.startStep({ command: "apply" }, { env: { TMPDIR: tmp } });
    const place = await placeOf(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(dirname(place)).toBe(join(rig.temporary, "opus/local/scripts"));
    expect([statSync(place).mode & 0o777, readdirSync(tmp)]).toEqual([0o700, []]);
    expect(traces(rig.temporary)).not.toEqual([]);
    expect((await rig.post(run, { command: "apply" }, { env: { TMPDIR: tmp } })).exitCode).toBe(0);
    expect([readdirSync(dirname(place)), readdirSync(tmp), traces(rig.temporary)]).toEqual([[], [], []]);
  });

  it("goes with the next run, in a terminal too, where it is none of the system's temporary folder", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest(endless) });
    const env = { TMPDIR: join(rig.directory, "tmp") };
    mkdirSync(env.TMPDIR);
    const args = ["apply", "--context", "test"];
    const first = rig.terminalInProcess(args, env);
    const place = await placeOf(rig);
    expect(dirname(place)).toBe(join(rig.directory, ".local/state/opus/scripts"));
    process.kill(programIn(rig.workspace, args), "SIGKILL");
    await first;
    rig.write("opus.yaml", manifest("true"));
    // Of a run that only looks, what still runs keeps its files.
    expect((await rig.terminalInProcess(["validate", "--context", "test"], env)).exitCode).toBe(0);
    expect(readdirSync(dirname(place))).toHaveLength(1);
    expect((await rig.terminalInProcess(["apply", "--context", "test"], env)).log).toContain("ended what it had left");
    expect([readdirSync(dirname(place)), readdirSync(env.TMPDIR)]).toEqual([[], []]);
  });

  it("is not removed by a run beside it that is still at work", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(endless.replace("sleep 60", "until [[ -e go ]]; do sleep 0.05; done")),
    });
    const run = rig.startStep({ command: "apply", context: "test" });
    const place = await placeOf(rig);
    expect((await rig.step({ command: "plan", context: "other" })).exitCode).toBe(0);
    expect(statSync(join(place, "output")).size).toBeGreaterThan(0);
    rig.write("go", "");
    expect([await run.ended, readdirSync(dirname(place))]).toEqual([0, []]);
  });
});

it("repositories that a killed step has made for state go as well", async () => {
  const server = await GitServer.start({ repository: "octo/storefront" });
  using rig = new QuickRig({ "opus.yaml": manifest(endless) });
  rig.remote = { url: server.url, token: server.token };
  const run = rig.startStep({ command: "apply" });
  await placeOf(rig);
  run.child.kill("SIGKILL");
  await run.ended;
  const repositories = (): string[] => readdirSync(rig.temporary).filter((name) => name.startsWith("opus-state-"));
  expect(repositories()).toHaveLength(1);
  expect((await rig.post(run, { command: "apply" })).exitCode).toBe(0);
  expect(repositories()).toEqual([]);
  await server.close();
});

/** The process of a terminal program. */
function programIn(workspace: string, args: readonly string[]): number {
  const found = readdirSync("/proc").filter((name) => {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      return readlinkSync(`/proc/${name}/cwd`) === workspace && words.slice(2, -1).join() === args.join();
    } catch {
      return false;
    }
  });
  return Number(found[0]);
}

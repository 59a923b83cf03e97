import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { changes, Rig } from "./rig.ts";

/** A script of a context waits where there is a file `hold-<context>` until it is gone. Each creation leaves a line. */
const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{input: true}]
---
apiVersion: opus/v1
kind: Shell
metadata: {name: slow}
spec:
  create: |
    trap 'echo "$OPUS_CONTEXT" >> ended; exit 1' TERM INT
    echo "$OPUS_CONTEXT" >> begun
    while [ -e "hold-$OPUS_CONTEXT" ]; do sleep 0.02; done
    echo "$OPUS_CONTEXT" >> made
  read: "if [ -e made ] && grep -qx \\"$OPUS_CONTEXT\\" made; then echo '{}'; fi"
  delete: sed -i "/^$OPUS_CONTEXT\\$/d" made
`;

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig({ "opus.yaml": manifest });
});
afterEach(async () => {
  rig[Symbol.dispose]();
  server.fsck();
  await server.close();
});

function begin(context: string) {
  return rig.startStep({ command: "apply", context });
}

/** Until the script of a context runs, so many times over. */
async function running(context: string, run: { log(): string }, times = 1): Promise<void> {
  for (let waited = 0; lines("begun", context) < times; waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain for ${context}: ${run.log()}`);
    await sleep(20);
  }
}

function lines(file: string, context: string): number {
  if (!rig.exists(file)) return 0;
  return rig
    .read(file)
    .split("\n")
    .filter((line) => line === context).length;
}

/** Both post steps at the end of the job, the last step's first, as the runner does it. */
async function post(...steps: { readonly stateFile: string }[]): Promise<string[]> {
  const logs: string[] = [];
  for (const step of steps.toReversed()) {
    const { exitCode, log } = await rig.post(step);
    expect([exitCode, log]).toEqual([0, expect.any(String)]);
    logs.push(log);
  }
  return logs;
}

/** Files in the folder that all steps of a job share, but for reports and what is kept for later steps of the job. */
function leftInTemp(): string[] {
  return readdirSync(rig.temporary, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(report\.json|machine|journal\.ndjson)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** State on the branch, and in a folder of the workspace. */
describe.each([
  // The runner sends SIGINT, and SIGTERM when that was not enough.
  ["branch", "SIGINT"],
  ["file", "SIGTERM"],
] as const)("two steps of one job at once, with state in: %s", (backend, signal) => {
  beforeEach(() => {
    rig.remote = backend === "branch" ? server : undefined;
  });

  it("in two contexts, and a third in one of them: each has its own, and the third waits for the lock", async () => {
    for (const context of ["test", "prod"]) rig.write(`hold-${context}`, "");
    const [test, prod] = [begin("test"), begin("prod")];
    await Promise.all([running("test", test), running("prod", prod)]);
    const second = begin("prod");
    for (let waited = 0; !/lock/i.test(second.log()); waited += 20) {
      if (waited > 30_000) throw new Error(`it does not wait: ${second.log()}`);
      await sleep(20);
    }
    for (const context of ["prod", "test"]) rig.remove(`hold-${context}`);
    expect(await Promise.all([test.ended, prod.ended, second.ended])).toEqual([0, 0, 0]);
    const [one, other, third] = [test.files(), prod.files(), second.files()];
    expect([one, other, third].map(({ outputs }) => outputs.context)).toEqual(["test", "prod", "prod"]);
    expect(new Set([one, other, third].map(({ outputs }) => outputs["report-path"])).size).toBe(3);
    expect([one.report.contexts[0].name, other.report.contexts[0].name]).toEqual(["test", "prod"]);
    expect([one, other, third].map(({ report }) => changes(report))).toEqual([
      { slow: "create" },
      { slow: "create" },
      { slow: "noop" },
    ]);
    expect([lines("made", "test"), lines("made", "prod")]).toEqual([1, 1]);
    expect([test.log().includes("Context prod"), prod.log().includes("Context test")]).toEqual([false, false]);
    expect(readFileSync(test.stateFile, "utf8")).not.toBe(readFileSync(prod.stateFile, "utf8"));
    await post(test, prod, second);
    expect(leftInTemp()).toEqual([]);
    for (const context of ["test", "prod"]) {
      const state =
        backend === "branch"
          ? JSON.parse(server.file("opus-state", `demo/${context}/state.json`) ?? "{}")
          : rig.state("demo", context);
      expect([state.context, Object.keys(state.body.tasks)]).toEqual([context, ["slow"]]);
    }
  });

  it(`\`cancel\` (${signal}) ends one, and the other goes on`, async () => {
    for (const context of ["test", "prod"]) rig.write(`hold-${context}`, "");
    const [test, prod] = [begin("test"), begin("prod")];
    await Promise.all([running("test", test), running("prod", prod)]);
    test.child.kill(signal);
    expect(await test.ended).not.toBe(0);
    expect(test.files().outputs["failure-reason"]).toBe("cancelled");
    expect([lines("ended", "test"), lines("ended", "prod")]).toEqual([1, 0]);
    rig.remove("hold-prod");
    expect(await prod.ended).toBe(0);
    expect(prod.files().outputs["failure-reason"]).toBe("");
    // A later step of the job finds no lock, and does what is left.
    rig.remove("hold-test");
    const again = await rig.step({ command: "apply", context: "test" });
    expect([again.exitCode, again.log]).toEqual([0, expect.any(String)]);
    // Of the one that was cancelled: the others leave nothing to theirs.
    await post(test);
    expect([lines("made", "test"), lines("made", "prod")]).toEqual([1, 1]);
    expect(leftInTemp()).toEqual([]);
  });
});

it("one that is killed is finished by its own post step, and the other is left alone", async () => {
  for (const context of ["test", "prod"]) rig.write(`hold-${context}`, "");
  const [test, prod] = [begin("test"), begin("prod")];
  await Promise.all([running("test", test), running("prod", prod)]);
  test.child.kill("SIGKILL");
  await test.ended;
  // The post step of a killed one may come while the other still runs, when the runner has given up waiting.
  expect((await rig.post(test)).exitCode).toBe(0);
  expect(lines("ended", "prod")).toBe(0);
  rig.remove("hold-prod");
  expect(await prod.ended).toBe(0);
  rig.remove("hold-test");
  const again = await rig.step({ command: "plan", context: "test" });
  expect([again.exitCode, again.log]).toEqual([0, expect.not.stringContaining("Locked")]);
  expect(leftInTemp()).toEqual([]);
});

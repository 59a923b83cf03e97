import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{input: true}, {branch: main, context: test}]
`;
const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: out/a.txt, content: a}
`;

describe("a ledger of processes that somebody else has written", () => {
  const ledger = ".opus/state/demo/test/processes.ndjson";
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const lines = (...content: readonly unknown[]): string => content.map((one) => `\n${JSON.stringify(one)}`).join("");
  const first = { type: "ledger", version: 1, boot, owner: "x" };

  it("ends no process of a stranger, and stops the run by name", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file });
    const stranger = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
    const { pid = 0 } = stranger;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      const runs = { type: "runs", mark: "m", pid, startTime, startedAt: Date.now() };
      rig.write(ledger, lines(first, { type: "call", mark: "m", task: "web" }, runs));
      const step = await rig.step({ command: "apply" });
      expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-locked"]);
      expect(step.log).toContain(
        `The ledger ${rig.workspace}/${ledger} says that a run of demo/test that was killed has left 1 process of "web" (pid ${pid}), and no mark in the environment shows it, so nothing was ended. Find out whose it is: end what is left of that run; or, if it is something else, remove the ledger. Then run again.`,
      );
      expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
      expect(rig.exists("out/a.txt")).toBe(false);
    } finally {
      stranger.kill("SIGKILL");
    }
    // What it names is gone.
    const next = await rig.step({ command: "apply" });
    expect([next.exitCode, rig.exists("out/a.txt"), rig.exists(ledger)]).toEqual([0, true, false]);
  });

  it("is read past lines that are none of opus, which are told of", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file });
    rig.write(ledger, lines(first, null, 7, { type: "runs", mark: "m", pid: -1, startTime: "1", startedAt: 1 }));
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain(
      `::warning title=ledger-damaged::the ledger of processes in ${rig.workspace}/.opus/state/demo/test held 3 lines that are none of opus, which did not count; find out what else writes there`,
    );
    expect(rig.exists(ledger)).toBe(false);
  });
});

describe("a handover that a script has rewritten", () => {
  const shell = (script: string, env: object): string =>
    `---\n${JSON.stringify({ apiVersion: "opus/v1", kind: "Shell", metadata: { name: "evil" }, spec: { create: script, env } })}\n`;
  /** Rewrites the handover with some JavaScript over `h`, and kills the step. */
  const rewrite = (change: string): string => `
    for file in "$TEMP"/opus/handover-*.json; do
      "$NODE" -e 'const fs = require("fs"); const [f] = process.argv.slice(1); const h = JSON.parse(fs.readFileSync(f)); ${change}; fs.writeFileSync(f, JSON.stringify(h))' "$file"
    done
    kill -9 $PPID; sleep 30`;

  async function postAfter(rig: Rig, change: string, inputs: { readonly [name: string]: string } = {}) {
    rig.write("opus.yaml", project + file + shell(rewrite(change), { TEMP: rig.temporary, NODE: process.execPath }));
    const run = rig.startStep({ command: "apply", ...inputs });
    await run.ended;
    return { run, post: await rig.post(run, { command: "apply", ...inputs }) };
  }

  it("sends the token nowhere else than the environment says", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(401, { "www-authenticate": "Basic realm=x" }).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const theirs = `http://127.0.0.1:${port}/evil/repository`;
    try {
      for (const change of [
        `for (const c of h.contexts) { c.place = { backend: "branch", branch: "opus-state", url: "${theirs}", shown: "x", author: { name: "a", email: "b" }, flags: [] }; c.left = "results" }`,
        `for (const c of h.contexts) { c.said = { backend: "branch", branch: "opus-state", url: "${theirs}" }; c.left = "results" }`,
      ]) {
        using rig = new QuickRig();
        const { post } = await postAfter(rig, change);
        expect([asked, post.log]).toEqual([[], expect.any(String)]);
      }
    } finally {
      server.close();
    }
  });

  it("leads to no folder that the inputs do not name", async () => {
    using rig = new QuickRig();
    const elsewhere = join(rig.directory, "elsewhere");
    const change = `for (const c of h.contexts) { c.said = { path: "${elsewhere}" }; c.left = "results" }`;
    const { post } = await postAfter(rig, change);
    expect([post.exitCode, existsSync(elsewhere)]).toEqual([1, false]);
    expect(post.log).toContain("lies outside the workspace");
  });

  it("reaches no other context than the one that the input names", async () => {
    using rig = new QuickRig();
    const change = 'for (const c of h.contexts) { c.context = "prod"; c.left = "results" }';
    const { post } = await postAfter(rig, change, { context: "test" });
    expect([post.exitCode, rig.exists(".opus/state/demo/prod")]).toEqual([1, false]);
    expect(post.log).toContain(
      "::error::What the step left open of demo/prod was left alone: the input `context` names test. The next run settles it.",
    );
  });

  it("ends no process of a stranger", async () => {
    using rig = new QuickRig();
    const stranger = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
    try {
      const stat = readFileSync(`/proc/${stranger.pid}/stat`, "latin1");
      const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      const { post } = await postAfter(rig, `h.process.pid = ${stranger.pid}; h.process.startTime = "${startTime}"`);
      expect(post.exitCode).toBe(1);
      expect(post.log).toMatch(
        new RegExp(
          `^::error::${rig.temporary}/opus/handover-[0-9a-f-]{36}\\.json says that the step was process ${stranger.pid}, which is none of this job, so nothing was ended, and the state was left alone\\. Find out what else writes there\\. The next run settles what the step was doing\\.$`,
          "m",
        ),
      );
      expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
    } finally {
      stranger.kill("SIGKILL");
    }
  });

  it("that is told to lie elsewhere is not read", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file });
    const run = await rig.step({ command: "apply" });
    appendFileSync(run.stateFile, `handover<<x\n${rig.workspace}/opus.yaml\nx\n`);
    const post = await rig.post(run);
    expect([post.exitCode, rig.exists("opus.yaml")]).toEqual([1, true]);
    expect(post.log).toContain(`${rig.workspace}/opus.yaml is no place of a handover`);
  });
});

import { chmodSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

/** A server that answers as the test says, and counts. */
class Peer {
  readonly asked: string[] = [];
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end("up");
  readonly #server = createServer((request, response) => {
    this.asked.push(`${request.method} ${request.url}`);
    this.answer(request, response);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  [Symbol.dispose](): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

let peer: Peer;
beforeEach(async () => {
  peer = await new Peer().start();
});
afterEach(() => peer[Symbol.dispose]());

const project = (allow: readonly string[] = ["127.0.0.1"]) => ({
  kind: "Project",
  metadata: { name: "demo" },
  spec: {
    contexts: [
      { branch: "main", context: "test" },
      { event: "pull_request", context: "test" },
    ],
    http: { allow },
  },
});
const manifest = (...documents: readonly object[]): string =>
  documents.map((one) => JSON.stringify({ apiVersion: "opus/v1", ...one })).join("\n---\n");
const file = (name: string, ...tasks: string[]) => ({
  kind: "File",
  metadata: { name, ...(tasks.length > 0 ? { dependencies: [{ tasks }] } : {}) },
  spec: { path: `${name}.txt`, content: "a" },
});
const probe = (name: string, spec: JsonObject, ...tasks: string[]) => ({
  kind: "Probe",
  metadata: { name, ...(tasks.length > 0 ? { dependencies: [{ tasks }] } : {}) },
  spec: { interval: "10ms", timeout: "20s", ...spec },
});
const health = (more: JsonObject = {}): JsonObject => ({ http: { url: `${peer.origin}/health`, ...more } });
const busy = (_request: IncomingMessage, response: ServerResponse): void => {
  response.statusCode = 503;
  response.end();
};

describe("an apply", () => {
  it("waits until a server is up that a task before has started, and goes on then", async () => {
    let number = 0;
    peer.answer = (request, response) => {
      number++;
      if (number < 3) busy(request, response);
      else response.end("up");
    };
    const documents = [project(), file("before"), probe("up", health(), "before"), file("after", "up")];
    using rig = new QuickRig({ "opus.yaml": manifest(...documents) });
    const planned = await rig.step({ command: "plan" });
    expect(peer.asked).toEqual([]);
    expect(planned.log).toContain("… up  probed after apply  Probe");
    expect(planned.summary).toContain("| `up` Probe | 🚦 gate: probed after apply |");
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode, applied.log).toBe(0);
    expect(peer.asked).toEqual(["GET /health", "GET /health", "GET /health"]);
    expect(applied.log).toMatch(/up: waiting for http:\S+\/health \(try 1, 503 Service Unavailable\), .* of 20 s/);
    expect(applied.log).toMatch(/✔ up {2}holds {2}Probe/);
    expect(rig.exists("after.txt")).toBe(true);
    expect(Object.keys(rig.state("demo", "test").body.tasks).sort()).toEqual(["after", "before"]);
  });

  it("fails with the last answer when that is not in time, and what depends on it does not run", async () => {
    peer.answer = busy;
    const closed = probe("up", { ...health(), timeout: "50ms" });
    using rig = new QuickRig({ "opus.yaml": manifest(project(), closed, file("after", "up"), file("free")) });
    const { exitCode, report, log, outputs } = await rig.step({ command: "apply" });
    expect([exitCode, statuses(report)]).toEqual([1, { up: "failed", after: "skipped", free: "done" }]);
    expect(report.contexts[0].tasks.find((one: { name: string }) => one.name === "up")).toMatchObject({
      change: "noop",
      reason: "does not hold",
      error: { message: expect.stringContaining("was not as expected within 50 ms: ") },
    });
    expect(log).toMatch(/✘ up {2}does not hold {2}Probe/);
    expect(rig.exists("after.txt")).toBe(false);
    expect(outputs["failure-reason"]).toBe("task-failed");
  });

  it("with nothing but probes to do stores nothing, and is no change", async () => {
    const documents = [project(), file("note"), probe("one", health()), probe("two", health())];
    using rig = new QuickRig({ "opus.yaml": manifest(...documents) });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const before = rig.read(".opus/state/demo/test/state.json");
    peer.asked.length = 0;
    const again = await rig.step({ command: "apply", "expect-no-changes": "true" });
    expect([again.exitCode, again.outputs.changes], again.log).toEqual([0, "false"]);
    expect(peer.asked).toEqual(["GET /health", "GET /health"]);
    expect(rig.read(".opus/state/demo/test/state.json")).toBe(before);
  });

  it("has nothing to store where there are only probes", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(project(), probe("one", health()), probe("two", { command: "true" })),
    });
    const applied = await rig.step({ command: "apply" });
    expect([applied.exitCode, applied.outputs.changes], applied.log).toEqual([0, "false"]);
    expect(rig.exists(".opus/state/demo/test/state.json")).toBe(false);
    expect(applied.log).toContain("nothing to do, 2 gates passed");
  });

  it("has two wait side by side, for each other's sake", async () => {
    // Each is answered once both have come.
    const waiting: ServerResponse[] = [];
    peer.answer = (_request, response) => {
      waiting.push(response);
      if (waiting.length === 2) for (const one of waiting) one.end();
    };
    using rig = new QuickRig({ "opus.yaml": manifest(project(), probe("one", health()), probe("two", health())) });
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report), applied.log).toEqual({ one: "done", two: "done" });
  });

  it("asks nobody whom the Project does not allow", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(
        project([]),
        probe("http", { ...health(), timeout: "1h" }),
        probe("tcp", { tcp: { host: "127.0.0.1", port: peer.port }, timeout: "1h" }),
      ),
    });
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report)).toEqual({ http: "failed", tcp: "failed" });
    expect(applied.log).toContain(`allow it in the Project: \`spec: {http: {allow: ["127.0.0.1:${peer.port}"]}}\``);
    const planned = await rig.step({ command: "plan" });
    expect([planned.exitCode, statuses(planned.report)]).toEqual([1, { http: "failed", tcp: "failed" }]);
    expect(peer.asked).toEqual([]);
  });
});

describe("looking", () => {
  const documents = () => [project(), file("note"), probe("up", health(), "note"), probe("ok", { command: "true" })];

  it("tells in a plan and in drift what does not hold, which is no change", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest(...documents()) });
    await rig.step({ command: "apply" });
    peer.answer = busy;
    peer.asked.length = 0;
    const planned = await rig.step({ command: "plan", "expect-no-changes": "true" });
    expect([planned.exitCode, planned.outputs.changes], planned.log).toEqual([0, "false"]);
    expect(planned.log).toContain("! up  does not hold: 503 Service Unavailable  Probe");
    expect(planned.log).not.toMatch(/ ok {2}/);
    expect(peer.asked).toHaveLength(1);
    // Readers of the report tell gates by a field of their own, and none of them is counted as unchanged.
    expect(planned.report.contexts[0].tasks.map((one: { gate?: string }) => one.gate)).toEqual([
      undefined,
      "does-not-hold",
      "holds",
    ]);
    expect(planned.report.contexts[0].counts).toMatchObject({ noop: 1, gate: 2 });
    expect(planned.outputs.unchanged).toBe("1");
    const drift = await rig.step({ command: "drift" });
    expect([drift.exitCode, drift.outputs.drift, drift.outputs.changes], drift.log).toEqual([0, "true", "false"]);
    expect(drift.log).toContain("Drift: no resource drifted, 1 does not hold, 2 in sync.");
    expect(drift.log).toMatch(/^::warning .*::up: does not hold: 503 Service Unavailable$/m);
    const failing = await rig.step({ command: "drift", "fail-on-drift": "true" });
    expect([failing.exitCode, failing.outputs["failure-reason"]]).toEqual([1, "drift-detected"]);
    expect(failing.log).toContain('"up" does not hold, and `fail-on-drift` is set');
    peer.answer = (_request, response) => response.end();
    const fine = await rig.step({ command: "drift", "fail-on-drift": "true" });
    expect([fine.exitCode, fine.outputs.drift], fine.log).toEqual([0, "false"]);
    expect((await rig.step({ command: "describe" })).exitCode).toBe(0);
  });

  it("does nothing in `validate` and in untrusted runs", async () => {
    using rig = new QuickRig({
      "opus.yaml": manifest(project(), probe("up", health()), probe("ran", { command: "touch ran" })),
    });
    expect((await rig.step({ command: "validate" })).exitCode).toBe(0);
    const untrusted = await rig.step({ command: "plan" }, { event: fromFork });
    expect([untrusted.exitCode, changes(untrusted.report)], untrusted.log).toEqual([0, { up: "noop", ran: "noop" }]);
    expect([peer.asked, rig.exists("ran")]).toEqual([[], false]);
    await rig.step({ command: "plan" });
    expect([peer.asked.length, rig.exists("ran")]).toEqual([1, true]);
  });
});

describe("the life around a probe", () => {
  it("is deleted in its order, and a probe is nothing that could be", async () => {
    const documents = [project(), file("before"), probe("up", health(), "before"), file("after", "up")];
    using rig = new QuickRig({ "opus.yaml": manifest(...documents) });
    await rig.step({ command: "apply" });
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect(deleted.exitCode, deleted.log).toBe(0);
    expect(deleted.report.contexts[0].order).toEqual(["after", "before"]);
    const forgotten = await rig.step({ command: "forget", context: "test", target: "up" });
    expect(forgotten.exitCode).toBe(1);
  });

  it("may have been a script before", async () => {
    const script = { kind: "Shell", metadata: { name: "up" }, spec: { create: "touch waited", delete: "rm waited" } };
    using rig = new QuickRig({ "opus.yaml": manifest(project(), script) });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", manifest(project(), probe("up", health())));
    const applied = await rig.step({ command: "apply" });
    expect([applied.exitCode, changes(applied.report)], applied.log).toEqual([0, { up: "delete" }]);
    expect([rig.exists("waited"), peer.asked.length]).toEqual([false, 1]);
    const again = await rig.step({ command: "apply" });
    expect([again.exitCode, again.outputs.changes, changes(again.report)]).toEqual([0, "false", { up: "noop" }]);
    rig.write("opus.yaml", manifest(project(), script));
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ up: "create" });
  });

  it("gives no outputs to refer to", async () => {
    const note = { kind: "File", metadata: { name: "note" }, spec: { path: "note", content: "${VAR:up:STATUS}" } };
    using rig = new QuickRig({ "opus.yaml": manifest(project(), probe("up", health()), note) });
    const { exitCode, log } = await rig.step({ command: "validate" });
    expect(exitCode).toBe(1);
    expect(log).toContain("STATUS");
  });
});

it("shows no secret of a header, a query, a body or an environment, in whatever it tells", async () => {
  const secrets = {
    HEADER: "header-secret-4711-abcdef",
    QUERY: "query-secret-4712-abcdef",
    BODY: "body-secret-4713-abcdef",
    ENV: "environment-secret-4714",
  };
  const declared = Object.fromEntries(Object.keys(secrets).map((name) => [name.toLowerCase(), { env: name }]));
  peer.answer = ({ headers, url }, response) => {
    response.statusCode = headers.authorization?.includes("later") ? 200 : 403;
    response.setHeader("x-echo", String(headers.authorization));
    response.end(JSON.stringify({ told: `${headers.authorization} ${url} ${secrets.BODY}` }));
  };
  const spec = { url: `${peer.origin}/health?key=\${SECRET:query}`, headers: { authorization: "${SECRET:header}" } };
  const documents = [
    project(),
    { kind: "Values", metadata: { name: "all" }, spec: { secrets: declared } },
    probe("status", { http: spec, timeout: "50ms" }),
    probe("body", { http: spec, expect: { status: 403, json: { "/told": "${SECRET:body}" } }, timeout: "50ms" }),
    probe("text", { http: spec, expect: { status: 403, contains: "${SECRET:env}" }, timeout: "50ms" }),
    probe("script", { command: 'echo "$E"; exit 1', env: { E: "${SECRET:env}" }, timeout: "1s" }),
  ];
  using rig = new QuickRig({ "opus.yaml": manifest(...documents) });
  for (const command of ["plan", "apply", "drift", "describe"]) {
    const step = await rig.step({ command }, { env: secrets });
    const shown = [
      step.log.replace(/^::add-mask::.*$/gm, ""),
      step.summary,
      JSON.stringify([step.report, step.outputs]),
    ];
    for (const secret of Object.values(secrets)) expect(shown.join("\n")).not.toContain(secret);
    expect(peer.asked.some((one) => one.includes(secrets.QUERY))).toBe(true);
  }
});

describe("what docs/kinds/probe.md shows", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/kinds/probe.md"), "utf8");
  const samples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);

  it("runs as it is written, but for names and programs that are nowhere", async () => {
    expect(samples.length).toBeGreaterThan(2);
    peer.answer = ({ url, headers, method }, response) => {
      response.statusCode = url === "/old" ? 404 : url === "/admin" ? 302 : 200;
      if (url === "/admin") response.setHeader("location", "/login");
      const isMeant = headers.authorization === "Bearer token-of-the-shop" || method === "HEAD";
      response.end(JSON.stringify({ status: isMeant ? "up" : "down" }));
    };
    const text = samples
      .join("---\n")
      .replaceAll("https://shop.example", peer.origin)
      .replaceAll("db.example", "127.0.0.1")
      .replaceAll("5432", String(peer.port));
    // Each sample declares its own secrets, under one name.
    const documents = parseAllDocuments(text).filter((one) => one.get("kind") !== "Values");
    const tasks = documents.map((one) => one.toJS() as { metadata: { name: string } });
    const secrets = { token: { env: "TOKEN" }, database: { env: "DATABASE" } };
    using rig = new QuickRig({
      "opus.yaml": `${manifest(
        project(),
        { kind: "Values", metadata: { name: "all" }, spec: { secrets } },
        file("shop"),
      )}\n---\n${documents.map(String).join("---\n")}`,
      "bin/psql": '#!/bin/sh\ntest "$1" = postgres://db-of-the-shop && echo " t"\n',
    });
    const env = {
      TOKEN: "token-of-the-shop",
      DATABASE: "postgres://db-of-the-shop",
      PATH: `${join(rig.workspace, "bin")}:${process.env.PATH}`,
    };
    chmodSync(join(rig.workspace, "bin/psql"), 0o755);
    const applied = await rig.step({ command: "apply" }, { env });
    const names = tasks.map(({ metadata }) => metadata.name);
    expect(names).toContain("shop-is-up");
    expect(statuses(applied.report), applied.log).toEqual(
      Object.fromEntries(["shop", ...names].map((name) => [name, "done"])),
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { firstIdentity } from "../state/seal/keys.ts";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, type StepResult } from "./rig.ts";

const token = "the-token-of-things-0123456789";
const env = { API_TOKEN: token };

let server: SpitefulServer;
beforeEach(async () => {
  server = await new SpitefulServer({ show: (thing) => thing }).start();
  server.token = token;
});
afterEach(() => server[Symbol.dispose]());

interface Wanted {
  readonly size?: number;
  readonly note?: string;
  readonly plain?: string;
  readonly without?: readonly string[];
  /** Null: the Project says nothing of plans. */
  readonly plan?: JsonObject | null;
}

/** One resource behind an API, files and a script that take the secret, what follows from one of them, and a plain file. */
function manifest({
  size = 1,
  note = "is",
  plain = "a",
  without = [],
  plan = { missingSecrets: "unknown" },
}: Wanted = {}) {
  const spec = {
    contexts: [
      { branch: "main", context: "test" },
      { event: "pull_request", context: "test" },
    ],
    http: { allow: [server.host] },
    ...(plan === null ? {} : { plan }),
  };
  const secret = "${SECRET:token}";
  const tasks: { readonly [name: string]: JsonObject } = {
    thing: {
      kind: "HttpResource",
      spec: {
        baseUrl: server.origin,
        path: "/things",
        auth: { bearer: secret },
        find: { items: "/items", match: ["/name"] },
        body: { name: "one", size },
      },
    },
    note: { kind: "File", spec: { path: "out/note", content: `it ${note} ${secret}` } },
    follower: {
      kind: "File",
      spec: { path: "out/follower", content: "${VAR:note:SHA256_CHECKSUM} ${VAR:note:FILE_PATH}" },
    },
    script: {
      kind: "Shell",
      spec: {
        create: 'echo "{}" > made.json',
        read: "[ ! -e made.json ] || cat made.json",
        delete: "rm made.json",
        secretEnv: { TOKEN: secret },
      },
    },
    plain: { kind: "File", spec: { path: "out/plain", content: plain } },
  };
  const kept = Object.entries(tasks).filter(([name]) => !without.includes(name));
  return [
    { kind: "Project", metadata: { name: "demo" }, spec },
    { kind: "Values", metadata: { name: "all" }, spec: { secrets: { token: { env: "API_TOKEN" } } } },
    ...kept.map(([name, one]) => ({ metadata: { name }, ...one })),
  ]
    .map((one) => JSON.stringify({ apiVersion: "opus/v1", ...one }))
    .join("\n---\n");
}

/** What has been applied, with the secret. */
async function applied(inputs: { readonly [name: string]: string } = {}): Promise<QuickRig> {
  const rig = new QuickRig({ "opus.yaml": manifest() });
  const step = await rig.step({ command: "apply", ...inputs }, { env });
  expect(step.exitCode, step.log).toBe(0);
  server.requests.length = 0;
  return rig;
}

const want = (rig: QuickRig, wanted: Wanted) => rig.write("opus.yaml", manifest(wanted));
const codes = ({ report }: StepResult) => report.diagnostics.map(({ code }: JsonObject) => code);
const takers = ["thing", "note", "follower", "script"];

describe("a plan where a secret is not set", () => {
  it("fails, unless the Project wants otherwise", async () => {
    for (const plan of [null, {}, { missingSecrets: "fail" }]) {
      using rig = new QuickRig({ "opus.yaml": manifest({ plan }) });
      const step = await rig.step({ command: "plan" });
      expect([step.exitCode, step.report.failureReason]).toEqual([1, "invalid-manifest"]);
      expect(codes(step)).toContain("unset-secret");
    }
  });

  it("shows what takes it as unknown, asks nobody, and tells it once", async () => {
    using rig = await applied();
    const step = await rig.step({ command: "plan" });
    expect(step.exitCode, step.log).toBe(0);
    expect(server.requests).toEqual([]);
    expect(drifts(step.report)).toEqual({
      ...Object.fromEntries(takers.map((name) => [name, "unknown"])),
      plain: "in-sync",
    });
    expect(changes(step.report)).toEqual({
      ...Object.fromEntries(takers.map((name) => [name, "none"])),
      plain: "noop",
    });
    expect([step.outputs.unknown, step.outputs.unchanged, step.outputs.changes]).toEqual(["4", "1", "false"]);
    const [thing] = step.report.contexts[0].tasks;
    expect(thing.reason).toBe("unknown: secret token is not set here");
    expect(codes(step)).toEqual(["secret-not-set-here"]);
    expect(step.report.diagnostics[0].message).toBe(
      'secret token is not set here, so nobody has looked at tasks "thing", "note", "follower", "script" in the context "test"',
    );
    for (const text of [step.log, step.summary]) expect(text).toContain("unknown: secret token is not set here");
    const strict = await rig.step({ command: "plan", "expect-no-changes": "true" });
    expect([strict.exitCode, strict.report.failureReason]).toEqual([1, "changes-pending"]);
    expect(strict.log).toContain("it can't be told that there are no changes");
  });

  it("says of a field that it is unknown", async () => {
    using rig = await applied();
    want(rig, { note: "was" });
    const step = await rig.step({ command: "plan" });
    expect(changes(step.report).note).toBe("update");
    const note = step.report.contexts[0].tasks.find(({ name }: JsonObject) => name === "note");
    expect(note.reason).toBe("spec changed; secret token is not set here, so nobody has looked");
    expect(step.log).toContain("(unknown: secret token is not set here)");
  });

  it("is only a plan: what looks, and what acts, needs the secret", async () => {
    using rig = await applied();
    for (const command of ["drift", "describe", "apply", "validate"]) {
      const step = await rig.step({ command });
      expect([command, step.exitCode, step.report.failureReason]).toEqual([command, 1, "invalid-manifest"]);
    }
  });

  it("of a fork is what it is without the setting", async () => {
    using rig = await applied();
    const step = await rig.step({ command: "plan" }, { event: fromFork });
    expect([step.exitCode, codes(step).includes("secret-not-set-here")]).toEqual([0, false]);
  });
});

const wishes: readonly (readonly [string, Wanted])[] = [
  ["nothing", {}],
  ["a task without the secret", { plain: "b" }],
  ["a resource behind an API", { size: 2 }],
  ["a file that holds the secret", { note: "was" }],
  ["that a task leaves", { without: ["thing"] }],
  ["that all that takes it leaves", { without: takers }],
];

describe("the digest of a plan", () => {
  it.each(wishes)("that changes %s is the same with the secret and without, and can be approved", async (_, wanted) => {
    using rig = await applied();
    want(rig, wanted);
    const digest = async (given = {}) => (await rig.step({ command: "plan" }, { env: given })).outputs["plan-digest"];
    const without = await digest();
    expect(without).toMatch(/^sha256:/);
    expect(await digest(env)).toBe(without);
    const step = await rig.step({ command: "apply", "plan-digest": without ?? "" }, { env });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
    expect((await rig.step({ command: "plan" }, { env })).outputs.changes).toBe("false");
  });

  it("is the same of what was never applied, too", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest({ without: ["script"] }) });
    const { outputs } = await rig.step({ command: "plan" });
    expect(outputs["to-create"]).toBe("4");
    const step = await rig.step({ command: "apply", "plan-digest": outputs["plan-digest"] ?? "" }, { env });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  });

  it("is the same where state is sealed", async () => {
    const inputs = { "encryption-key": firstIdentity };
    using rig = await applied(inputs);
    want(rig, { size: 2, note: "was" });
    const { outputs } = await rig.step({ command: "plan", ...inputs });
    const step = await rig.step({ command: "apply", "plan-digest": outputs["plan-digest"] ?? "", ...inputs }, { env });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  });

  it.each<[string, Wanted, (rig: QuickRig) => unknown]>([
    ["a changed resource", {}, () => server.change("1", { size: 99 })],
    ["a changed resource that is to be changed", { size: 2 }, () => server.change("1", { size: 99 })],
    ["a resource that is gone", {}, () => server.things.clear()],
    ["a resource that is gone and was to be changed", { size: 2 }, () => server.things.clear()],
    ["a changed file", {}, (rig) => rig.write("out/note", "by hand")],
    ["a changed file that is to be changed", { note: "was" }, (rig) => rig.write("out/note", "by hand")],
  ])("stands for no more than was shown: %s is another plan", async (_, wanted, meanwhile) => {
    using rig = await applied();
    want(rig, { plain: "b", ...wanted });
    meanwhile(rig);
    const { outputs } = await rig.step({ command: "plan" });
    const writes = () => server.requests.filter((asked) => !asked.startsWith("GET "));
    const step = await rig.step({ command: "apply", "plan-digest": outputs["plan-digest"] ?? "" }, { env });
    expect([step.exitCode, step.report.failureReason]).toEqual([1, "plan-changed"]);
    expect([writes(), rig.read("out/plain")]).toEqual([[], "a"]);
  });

  it("stands for the value that the secret had: a rotated one is another plan", async () => {
    const inputs = { "encryption-key": firstIdentity };
    using rig = await applied(inputs);
    want(rig, { plain: "b" });
    const { outputs } = await rig.step({ command: "plan", ...inputs });
    server.token = "another-token-of-things-0123456789";
    const rotated = { API_TOKEN: server.token };
    const step = await rig.step(
      { command: "apply", "plan-digest": outputs["plan-digest"] ?? "", ...inputs },
      { env: rotated },
    );
    expect([step.exitCode, step.report.failureReason, rig.read("out/plain")]).toEqual([1, "plan-changed", "a"]);
  });
});

describe("what is opened or looked at with a secret", () => {
  const one = (document: JsonObject) => JSON.stringify({ apiVersion: "opus/v1", ...document });
  const values = one({ kind: "Values", metadata: { name: "all" }, spec: { secrets: { token: { env: "API_TOKEN" } } } });
  const project = (more: JsonObject) =>
    one({
      kind: "Project",
      metadata: { name: "demo" },
      spec: { contexts: [{ branch: "main", context: "test" }], plan: { missingSecrets: "unknown" }, ...more },
    });

  it("as a gate is not asked, and nobody says that it holds", async () => {
    const spec = { http: { url: `${server.origin}/things`, headers: { authorization: "Bearer ${SECRET:token}" } } };
    const gate = one({ kind: "Probe", metadata: { name: "up" }, spec });
    using rig = new QuickRig({
      "opus.yaml": [project({ http: { allow: [server.host] } }), values, gate].join("\n---\n"),
    });
    const step = await rig.step({ command: "plan" });
    expect([step.exitCode, server.requests], step.log).toEqual([0, []]);
    expect(step.report.contexts[0].tasks[0]).toMatchObject({ gate: "unknown", reason: "secret token is not set here" });
    expect(codes(step)).toEqual(["secret-not-set-here"]);
  });

  it("as a kind of the repository is not opened", async () => {
    const kind = `export default {
      apiVersion: "example.com/v1", kind: "Pet",
      parse: (spec) => ({ ok: true, value: spec }),
      async open(access) { return { token: access.configuration.token, close() {} }; },
      async observe(spec, io) { return { state: "present", facts: { name: spec.name, token: io.opened.token.length } }; },
      async create(spec, io) { return { outputs: {}, observed: { name: spec.name, token: io.opened.token.length } }; },
      async update(before, after) { return { outputs: {}, observed: { name: after.name } }; },
      async delete() {},
    };`;
    const documents = (name: string) =>
      [
        project({ processors: [{ use: "./pet.mjs", with: { token: "${SECRET:token}" } }] }),
        values,
        JSON.stringify({ apiVersion: "example.com/v1", kind: "Pet", metadata: { name: "tom" }, spec: { name } }),
      ].join("\n---\n");
    using rig = new QuickRig({ "opus.yaml": documents("Tom"), "pet.mjs": kind });
    const step = await rig.step({ command: "plan" });
    expect([step.exitCode, changes(step.report), drifts(step.report)], step.log).toEqual([
      0,
      { tom: "create" },
      { tom: "unknown" },
    ]);
    expect(step.report.contexts[0].tasks[0].reason).toContain("secret token is not set here");
    expect((await rig.step({ command: "drift" })).exitCode).toBe(1);
  });
});

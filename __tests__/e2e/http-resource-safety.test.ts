import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { firstIdentity } from "../state/seal/keys.ts";
import { secrets } from "./fifty-secrets.samples.ts";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

let server: SpitefulServer;
beforeEach(async () => {
  server = await new SpitefulServer({ show: (thing) => thing }).start();
});
afterEach(() => server[Symbol.dispose]());

const documents = (project: JsonObject, spec: JsonObject, declared: JsonObject = {}): string =>
  [
    {
      apiVersion: "opus/v1",
      kind: "Project",
      metadata: { name: "demo" },
      spec: {
        contexts: [
          { branch: "main", context: "test" },
          { event: "pull_request", context: "test" },
        ],
        ...project,
      },
    },
    { apiVersion: "opus/v1", kind: "Values", metadata: { name: "all" }, spec: { secrets: declared } },
    { apiVersion: "opus/v1", kind: "HttpResource", metadata: { name: "thing" }, spec },
  ]
    .map((one) => JSON.stringify(one))
    .join("\n---\n");

const thing = (more: JsonObject = {}): JsonObject => ({
  baseUrl: server.origin,
  path: "/things",
  find: { items: "/items", match: ["/name"] },
  body: { name: "one", size: 1 },
  ...more,
});

const allowed = () => ({ http: { allow: [server.host] } });

describe("requests", () => {
  it("are none in a run that is not trusted, and none in `validate`", async () => {
    using rig = new QuickRig({ "opus.yaml": documents(allowed(), thing()) });
    const untrusted = await rig.step({ command: "plan" }, { event: fromFork });
    expect(untrusted.exitCode, untrusted.log).toBe(0);
    expect(changes(untrusted.report)).toEqual({ thing: "create" });
    const validated = await rig.step({ command: "validate" });
    expect(validated.exitCode, validated.log).toBe(0);
    expect(server.requests).toEqual([]);
  });

  it("to this machine are refused where the Project does not allow them", async () => {
    using rig = new QuickRig({ "opus.yaml": documents({}, thing()) });
    const planned = await rig.step({ command: "plan" });
    expect([planned.exitCode, statuses(planned.report)]).toEqual([1, { thing: "failed" }]);
    expect(planned.log).toContain("not asked: `127.0.0.1` is a loopback address");
    expect(planned.log).toContain(`allow it in the Project: \`spec: {http: {allow: ["${server.host}"]}}\``);
    expect(server.requests).toEqual([]);
  });

  it("of a kind of the repository go the same way", async () => {
    using rig = new QuickRig({
      "opus.yaml": [
        {
          apiVersion: "opus/v1",
          kind: "Project",
          metadata: { name: "demo" },
          spec: { contexts: [{ branch: "main", context: "test" }], processors: ["./k.mjs"], ...allowed() },
        },
        {
          apiVersion: "example.com/v1",
          kind: "Thing",
          metadata: { name: "own" },
          spec: { url: `${server.origin}/things` },
        },
        {
          apiVersion: "example.com/v1",
          kind: "Thing",
          metadata: { name: "away" },
          spec: { url: "http://[::ffff:7f00:1]/" },
        },
      ]
        .map((one) => JSON.stringify(one))
        .join("\n---\n"),
      "k.mjs": `
        const ask = async (spec, io) => JSON.parse((await io.http.request({ method: "GET", url: spec.url })).text).items.length;
        export default {
          apiVersion: "example.com/v1",
          kind: "Thing",
          parse: (value) => ({ ok: true, value }),
          observe: async (spec, io) => ((await ask(spec, io)) === 0 ? { state: "absent" } : { state: "present", facts: {} }),
          create: async (spec, io) => {
            await io.http.request({ method: "POST", url: spec.url, body: '{"name": "by a module"}' });
            return {};
          },
          update: async () => ({}),
          delete: async () => {},
        };
      `,
    });
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report), applied.log).toEqual({ own: "done", away: "failed" });
    expect(applied.log).toContain("not asked: `::ffff:7f00:1` is a loopback address");
    expect([...server.things.values()]).toMatchObject([{ name: "by a module" }]);
  });
});

describe("secrets", () => {
  const declared = Object.fromEntries(secrets.map((_, index) => [`s${index}`, { env: `HELD_${index}` }]));
  const env = Object.fromEntries(secrets.map((secret, index) => [`HELD_${index}`, secret]));
  // What a header takes.
  const [first = 0, second = 0] = secrets.flatMap((secret, index) => (/^[!-~]{8,}$/.test(secret) ? [index] : []));
  const body = (size: number): JsonObject => ({
    name: "one",
    size,
    ...Object.fromEntries(secrets.map((_, index) => [`secret${index}`, `\${SECRET:s${index}}`])),
    nested: [{ word: "${SECRET:s3}" }],
  });

  function filesOf(folder: string): string[] {
    return (readdirSync(folder, { recursive: true }) as string[])
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile() && !path.endsWith("opus.yaml"))
      .map((path) => readFileSync(path, "utf8"));
  }

  it.each([undefined, firstIdentity])("in bodies, headers, tokens and answers are nowhere (key: %s)", async (key) => {
    using rig = new QuickRig();
    const inputs: { [name: string]: string } = key === undefined ? {} : { "encryption-key": key };
    // It says everything again that it is told, in answers and in refusals.
    let refuses = 0;
    server.fault = (request) => (request.startsWith("PATCH") && refuses-- > 0 ? 422 : undefined);
    const spec = (size: number) =>
      thing({
        auth: { header: { name: "X-Key", value: `\${SECRET:s${first}}` } },
        headers: { "x-more": `\${SECRET:s${second}}` },
        query: { key: "${SECRET:s4}" },
        outputs: { KEY: "/key", NAME: "/name" },
        sensitiveOutputs: ["KEY"],
        body: body(size),
      });
    const seen: string[] = [];
    const step = async (command: string) => {
      const made = await rig.step({ command, ...inputs }, { env });
      seen.push(
        made.log.replace(/^::add-mask::.*$/gm, ""),
        made.summary,
        JSON.stringify(made.report),
        JSON.stringify(made.outputs),
      );
      return made;
    };
    rig.write("opus.yaml", documents(allowed(), spec(1), declared));
    const planned = await step("plan");
    expect(planned.exitCode, planned.log).toBe(0);
    const applied = await step("apply");
    expect(applied.exitCode, applied.log).toBe(0);
    expect(server.bodies[0]).toMatchObject({ secret5: secrets[5], nested: [{ word: secrets[3] }] });
    expect(changes((await step("plan")).report)).toEqual({ thing: "noop" });
    server.change("1", { size: 7 });
    await step("drift");
    await step("describe");
    rig.write("opus.yaml", documents(allowed(), spec(2), declared));
    refuses = 1;
    expect((await step("apply")).exitCode).toBe(1);
    expect((await step("apply")).exitCode).toBe(0);
    await step("rollback");
    const everything = [...seen, ...filesOf(rig.workspace), ...filesOf(rig.temporary)];
    const forms = [...secrets.filter((secret) => secret.length > 3), "given-once-1"].flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64").replace(/=+$/, ""),
    ]);
    const found = forms.filter((form) => everything.some((text) => text.includes(form)));
    expect(found).toEqual([]);
  });
});

describe("a plan", () => {
  const plain = (log: string): string[] =>
    log.split("\n").flatMap((line) => {
      const text = line.replaceAll(/\u001b\[\d+m/g, "");
      return /^ {4}[-+] /.test(text) ? [text.trim()] : [];
    });

  it("tells fields by pointer, nothing that the server added, and what is write-only", async () => {
    const env = { WORD: "a-word-that-nobody-sees" };
    const of = (size: number) => {
      const body = { name: "one", size, secret: "${SECRET:word}", config: { url: "https://a.example" } };
      return documents(allowed(), thing({ body, replaceOn: ["/size"] }), { word: { env: "WORD" } });
    };
    using rig = new QuickRig({ "opus.yaml": of(1) });
    const created = await rig.step({ command: "plan" }, { env });
    expect(plain(created.log).slice(1)).toEqual([
      `+ baseUrl: "${server.origin}"`,
      '+ path: "/things"',
      '+ find.items: "/items"',
      '+ find.match: ["/name"]',
      '+ body.name: "one"',
      "+ body.size: 1",
      '+ body.secret: "${SECRET:word}"  # write-only',
      '+ body.config.url: "https://a.example"',
      '+ replaceOn: ["/size"]',
    ]);
    await rig.step({ command: "apply" }, { env });
    server.change("1", { config: { url: "https://b.example", theirs: 1 }, more: 1 });
    rig.write("opus.yaml", of(2));
    const planned = await rig.step({ command: "plan" }, { env });
    expect(plain(planned.log).slice(1)).toEqual([
      "- body.size: 1",
      "+ body.size: 2  # forces replacement",
      '- body.config.url: "https://b.example"  # changed outside opus',
      '+ body.config.url: "https://a.example"',
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Json, JsonObject } from "../../src/engine/json/json.ts";
import { type Reaction, WebhookReceiver } from "../peers/webhook-receiver.ts";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
});
afterEach(() => receiver[Symbol.dispose]());

/** The part of an address that is a secret of its own. */
const path = "/services/T0123456789/B0123456789/abcdefghijklmnopqrstuvwx";
const address = () => `${receiver.origin}${path}`;
const given = () => ({ HOOK_URL: address() });

interface Sample {
  /** Entries of `Project.spec.hooks`. */
  readonly hooks?: readonly JsonObject[];
  readonly contexts?: readonly string[];
  readonly allow?: readonly string[];
  readonly tasks?: { readonly [name: string]: JsonObject };
  readonly secrets?: JsonObject;
}

/** A hook that sends JSON to the receiver. */
const hook = (settings: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  use: "webhook",
  with: { url: "${SECRET:hook}", ...settings },
  ...more,
});

const file = (name: string): JsonObject => ({
  kind: "File",
  spec: { path: `out/\${OPUS:context}/${name}`, content: name },
});
const failing: JsonObject = {
  kind: "Shell",
  spec: { create: "echo no room for $WORD >&2; exit 3", env: { WORD: "it" } },
};

function manifest({ hooks = [hook()], contexts = ["test", "prod"], allow, tasks, secrets = {} }: Sample = {}): string {
  const spec = {
    contexts: [{ input: contexts }, { event: "schedule", contexts }, { event: "pull_request", context: "test" }],
    hooks,
    http: { allow: allow ?? [receiver.host] },
  };
  const all = Object.entries(tasks ?? { one: file("one"), two: file("two") });
  return [
    { kind: "Project", metadata: { name: "storefront" }, spec },
    { kind: "Values", metadata: { name: "all" }, spec: { secrets: { hook: { env: "HOOK_URL" }, ...secrets } } },
    ...all.map(([name, one]) => ({ metadata: { name }, ...one })),
  ]
    .map((one) => JSON.stringify({ apiVersion: "opus/v1", ...one } as Json))
    .join("\n---\n");
}

const night = { name: "schedule", ref: "refs/heads/main", payload: { schedule: "17 3 * * *" } };

/** Nothing of the address is in anything that the step has left, but for what tells the runner to hide it. */
function expectHidden({ log, summary, report, outputs }: StepResult): void {
  const shown = log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  for (const text of [shown.join("\n"), summary, JSON.stringify(report), JSON.stringify(outputs)]) {
    expect(text).not.toContain(path);
    expect(text).not.toContain("abcdefghijklmnopqrstuvwx");
  }
}

describe("a webhook", () => {
  it("is told of what was applied, once, and of nothing where there was nothing to do", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const apply = () => rig.step({ command: "apply", context: "test" }, { env: given() });
    const step = await apply();
    expect(step.exitCode, step.log).toBe(0);
    expect((await apply()).exitCode).toBe(0);
    expect(receiver.received).toHaveLength(1);
    const [{ method, path: asked, headers } = { method: "", path: "", headers: {} }] = receiver.received;
    expect([method, asked, headers["content-type"]]).toEqual(["POST", path, "application/json"]);
    const { at, ...message } = receiver.messages[0];
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(message).toEqual({
      format: "opus-webhook",
      version: 1,
      events: ["applied"],
      project: "storefront",
      command: "apply",
      result: "success",
      failureReason: null,
      title: "storefront: apply done in test",
      summary: "2 done",
      contexts: [
        {
          name: "test",
          events: ["applied"],
          failureReason: null,
          summary: "2 done",
          counts: step.report.contexts[0].counts,
          tasks: [
            { name: "one", kind: "File", what: "created", error: null },
            { name: "two", kind: "File", what: "created", error: null },
          ],
          moreTasks: 0,
        },
      ],
      moreContexts: 0,
      problems: [],
      run: {
        id: "4711",
        attempt: 1,
        url: "https://github.com/octo/storefront/actions/runs/4711/attempts/1",
        repository: "octo/storefront",
        ref: "refs/heads/main",
        commit: "0123456789012345678901234567890123456789",
        actor: "mona",
      },
    });
    expectHidden(step);
  });

  it("is told of a failure, with what failed first", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest({ tasks: { one: file("one"), script: failing } }) });
    const step = await rig.step({ command: "apply", context: "test" }, { env: given() });
    expect(step.exitCode).toBe(1);
    const [message] = receiver.messages;
    expect([message.events, message.title, message.summary, message.failureReason]).toEqual([
      ["failure"],
      "storefront: apply failed in test",
      "1 done, 1 failed",
      "task-failed",
    ]);
    const [first, second] = message.contexts[0].tasks;
    expect([first.name, second.name, second.what]).toEqual(["script", "one", "created"]);
    expect(first.error).toContain("exit");
  });

  it("is told of drift each night that there is some, of all contexts in one message", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const env = given();
    for (const context of ["test", "prod"]) await rig.step({ command: "apply", context }, { env });
    receiver.received.length = 0;
    const look = (inputs = {}) => rig.step({ command: "drift", ...inputs }, { env, event: night });
    expect((await look()).exitCode).toBe(0);
    expect(receiver.received).toEqual([]);
    rig.remove("out/prod/one");
    rig.write("out/prod/two", "by hand");
    expect((await look()).exitCode).toBe(0);
    expect((await look({ "fail-on-drift": "true" })).exitCode).toBe(1);
    rig.remove("out/test/one");
    expect((await look()).exitCode).toBe(0);
    expect(receiver.messages.map(({ events, title, summary }) => [events, title, summary])).toEqual([
      [["drift"], "storefront: drift in prod", "2 drifted, 0 in sync"],
      [["drift"], "storefront: drift in prod", "2 drifted, 0 in sync"],
      [["drift"], "storefront: drift in test, prod", "test: 1 drifted, 1 in sync; prod: 2 drifted, 0 in sync"],
    ]);
    expect(receiver.messages[0].contexts[0].tasks.map(({ name, what }: JsonObject) => [name, what])).toEqual([
      ["one", "is missing"],
      ["two", "was changed outside of opus: content"],
    ]);
  });

  it("of each context is another one where its secret is", async () => {
    const secrets = { hook: { env: "HOOK_URL", contexts: { prod: { env: "PROD_URL" } } } };
    using rig = new QuickRig({ "opus.yaml": manifest({ secrets }) });
    const env = { HOOK_URL: `${receiver.origin}/of-test`, PROD_URL: `${receiver.origin}/of-prod` };
    for (const context of ["test", "prod"]) await rig.step({ command: "apply", context }, { env });
    rig.remove("out/prod/one");
    rig.remove("out/test/one");
    receiver.received.length = 0;
    await rig.step({ command: "drift" }, { env, event: night });
    const told = receiver.received.map(({ path: asked, body }) => [asked, JSON.parse(body).title]);
    expect(told.sort()).toEqual([
      ["/of-prod", "storefront: drift in prod"],
      ["/of-test", "storefront: drift in test"],
    ]);
  });

  it("is told only of the events that it wants, in the commands that it is for", async () => {
    const hooks = [hook({ events: ["failure"] }), hook({ headers: { "X-Which": "plans" } }, { on: ["plan"] })];
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    const env = given();
    await rig.step({ command: "apply", context: "test" }, { env });
    await rig.step({ command: "plan", context: "test" }, { env });
    expect(receiver.received).toEqual([]);
    // A folder where a file should be.
    rig.remove("out/test/one");
    rig.write("out/test/one/inner", "");
    expect((await rig.step({ command: "plan", context: "test" }, { env })).exitCode).toBe(1);
    expect((await rig.step({ command: "apply", context: "test" }, { env })).exitCode).toBe(1);
    expect(receiver.received.map(({ headers, body }) => [headers["x-which"], JSON.parse(body).title])).toEqual([
      ["plans", "storefront: plan failed in test"],
      [undefined, "storefront: apply failed in test"],
    ]);
  });

  it("is told that a run failed before its first context", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const step = await rig.step({ command: "apply", context: "nowhere" }, { env: given() });
    expect(step.report.failureReason).toBe("no-context");
    const [message] = receiver.messages;
    expect([message.title, message.contexts, message.failureReason]).toEqual([
      "storefront: apply failed",
      [],
      "no-context",
    ]);
    expect(message.problems[0]).toContain("nowhere");
  });

  it("hears nothing of a run that is not trusted", async () => {
    const hooks = [hook({}, { on: ["drift", "plan", "apply"] })];
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    for (const command of ["plan", "drift", "apply"]) {
      const step = await rig.step({ command, context: "test" }, { env: given(), event: fromFork });
      expect(step.log).not.toContain("webhook-not-sent");
    }
    expect(receiver.received).toEqual([]);
  });

  it("gets a template, in which nothing breaks the JSON", async () => {
    const template = {
      text: "${OPUS:title}: ${OPUS:text}",
      key: "${SECRET:key}",
      who: "${OPUS:actor}",
      whole: "${OPUS:message}",
      odd: "${ENV:ODD}",
    };
    const odd = 'a "quote", a \\ and\na line';
    const hooks = [
      hook({ format: "template", template }),
      hook({ format: "template", template: '{"odd": "${ENV:ODD}", "list": [1]}' }),
      hook({
        format: "template",
        template: "${OPUS:project}/${OPUS:context}: ${OPUS:event}",
        contentType: "text/plain",
      }),
    ];
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks, secrets: { key: { env: "KEY" } } }) });
    const env = { ...given(), KEY: "the-routing-key-of-somebody", ODD: odd };
    const step = await rig.step({ command: "apply", context: "test" }, { env });
    expect(step.exitCode, step.log).toBe(0);
    const [plain, ...others] = receiver.received.toSorted((one, other) => one.body.length - other.body.length);
    expect([plain?.body, plain?.headers["content-type"]]).toEqual([
      "storefront/test: applied",
      "text/plain; charset=utf-8",
    ]);
    const [small, large] = others.map(({ body }) => JSON.parse(body));
    expect(small).toEqual({ odd, list: [1] });
    expect(large).toMatchObject({ key: env.KEY, who: "mona", odd, whole: { format: "opus-webhook", version: 1 } });
    expect(large.text).toBe(
      "storefront: apply done in test: storefront: apply done in test\ntest: 2 done\n- one: created\n- two: created\nhttps://github.com/octo/storefront/actions/runs/4711/attempts/1",
    );
  });

  it("gets no secret, whoever printed it", async () => {
    const tasks = {
      script: { kind: "Shell", spec: { create: 'echo "it is $KEY" >&2; exit 1', secretEnv: { KEY: "${SECRET:key}" } } },
    };
    const hooks = ["json", "slack", "teams"].map((format) => hook({ format }));
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks, tasks, secrets: { key: { env: "KEY" } } }) });
    const step = await rig.step(
      { command: "apply", context: "test" },
      { env: { ...given(), KEY: "the-key-that-nobody-sees" } },
    );
    expect(step.exitCode).toBe(1);
    expect(receiver.received).toHaveLength(3);
    for (const { body } of receiver.received) expect(body).not.toContain("the-key-that-nobody-sees");
  });
});

describe("a message that does not arrive", () => {
  /** What the log says of it, after a run that did its work all the same. */
  async function warned(rig: QuickRig, env: { readonly [name: string]: string } = given()): Promise<string> {
    const step = await rig.step({ command: "apply", context: "test" }, { env });
    expect([step.exitCode, step.report.result], step.log).toEqual([0, "success"]);
    expectHidden(step);
    const warnings = step.report.diagnostics.filter(({ code }: JsonObject) => code === "webhook-not-sent");
    expect(warnings.map(({ severity, file: at, line }: JsonObject) => [severity, at, line])).toEqual([
      ["warning", "opus.yaml", 1],
    ]);
    return warnings[0].message;
  }

  it.each<[string, readonly Reaction[]]>([
    ["was refused for now, and the connection broke", [{ status: 429, headers: { "retry-after": "0" } }, "cut"]],
    ["server failed", [{ status: 503 }]],
  ])("is sent again when it %s", async (_, reactions) => {
    receiver.react = (tries) => reactions[tries] ?? { status: 200 };
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const step = await rig.step({ command: "apply", context: "test" }, { env: given() });
    expect([step.exitCode, step.log.includes("webhook-not-sent")]).toEqual([0, false]);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(receiver.received).toHaveLength(reactions.length + 1);
  });

  it("is a warning that names the host alone", async () => {
    receiver.react = () => ({ status: 404, body: "no_service" });
    using rig = new QuickRig({ "opus.yaml": manifest() });
    expect(await warned(rig)).toBe(
      `no message was sent by this webhook to ${receiver.host}: ${receiver.host} answered 404 (no_service)`,
    );
    expect(receiver.received).toHaveLength(1);
  });

  it("tells nothing of what a server says besides", async () => {
    receiver.react = () => ({ status: 400, body: `cannot POST ${path}` });
    using rig = new QuickRig({ "opus.yaml": manifest() });
    expect(await warned(rig)).toContain("answered 400 (Bad Request)");
  });

  it("is given up in time, also where a server says when to come back", { timeout: 60_000 }, async () => {
    receiver.react = (_, { path: asked }) =>
      asked === "/busy" ? { status: 429, headers: { "retry-after": "600" } } : "hang";
    const hooks = [hook({ url: `${receiver.origin}/silent` }), hook({ url: `${receiver.origin}/busy` })];
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    const step = await rig.step({ command: "apply", context: "test" });
    expect([step.exitCode, step.report.result]).toEqual([0, "success"]);
    const messages = step.report.diagnostics.map(({ message }: { readonly message: string }) => message);
    expect(
      messages.toSorted().map((text: string) => text.replaceAll(receiver.host, "host").replace(/\d+ s/, "N s")),
    ).toEqual([
      "no message was sent by this webhook to host: host gave no answer within N s",
      "no message was sent by this webhook to host: host gave no answer within N s; host answered 429 and asks to wait 600 s",
    ]);
  });

  it("follows nobody elsewhere, and tells nobody where", async () => {
    using other = await WebhookReceiver.start();
    receiver.react = () => ({ status: 307, headers: { location: `${other.origin}${path}` } });
    using rig = new QuickRig({ "opus.yaml": manifest({ allow: [receiver.host, other.host] }) });
    expect(await warned(rig)).toContain(
      "answered 307 (Temporary Redirect) and leads elsewhere, where no message is sent",
    );
    expect(other.received).toEqual([]);
  });

  it("goes to no address of this machine that the Project does not allow", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest({ allow: [] }) });
    expect(await warned(rig)).toContain("`url` is not https, and the Project does not allow 127.0.0.1");
    const env = { HOOK_URL: address().replace("http:", "https:") };
    rig.remove("out/test");
    expect(await warned(rig, env)).toContain("not asked: `127.0.0.1` is a loopback address");
    expect(receiver.received).toEqual([]);
  });

  it("has no address while its secret is not set", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    expect(await warned(rig, {})).toBe(
      'no message was sent by this webhook for "test": the secret "hook" is used, but the environment variable HOOK_URL is not set',
    );
  });

  it("has no address that is none, of which nothing is told", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const message = await warned(rig, { HOOK_URL: `hooks.example${path}` });
    expect(message).toContain("`url` is no address that begins with https://");
  });
});

describe("the process", () => {
  it("hides the address in what it traces, too, and loads the client only to send", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest() });
    const env = { ...given(), HOOK_URL: `${address()}?api-version=1&sig=a-signature-that-is-long`, RUNNER_DEBUG: "1" };
    const step = await rig.stepInProcess({ command: "apply", context: "test" }, { env });
    expect([step.exitCode, receiver.received.length], step.log).toEqual([0, 1]);
    expect(step.log).toContain('http: task "webhook": POST ***: 200');
    expectHidden(step);
    expect(step.log.split("\n").filter((line) => line.includes("a-signature-that-is-long"))).toEqual(
      step.log
        .split("\n")
        .filter((line) => line.startsWith("::add-mask::") && line.includes("a-signature-that-is-long")),
    );
  });

  it("tells that it was cancelled, in time", async () => {
    const tasks = { one: file("one"), slow: { kind: "Shell", spec: { create: "touch begun; sleep 60" } } };
    using rig = new QuickRig({ "opus.yaml": manifest({ tasks }) });
    const run = rig.startStep({ command: "apply", context: "test", parallelism: "1" }, { env: given() });
    await vi.waitUntil(() => rig.exists("begun"), { timeout: 30_000, interval: 20 });
    run.child.kill("SIGTERM");
    expect(await run.ended, run.log()).not.toBe(0);
    const [message] = receiver.messages;
    expect([message.title, message.result, message.failureReason]).toEqual([
      "storefront: apply was cancelled in test",
      "cancelled",
      "cancelled",
    ]);
  });

  it("of a terminal sends only what the Project wants from there", async () => {
    const hooks = [
      hook({ url: `${receiver.origin}/step` }),
      hook({ url: `${receiver.origin}/terminal`, terminal: true }),
    ];
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    const run = await rig.terminal(["apply", "--context", "test"]);
    expect(run.exitCode, run.log).toBe(0);
    expect(receiver.received.map(({ path: asked }) => asked)).toEqual(["/terminal"]);
    const { run: told } = receiver.messages[0];
    expect(told).toEqual({ id: "", attempt: 1, url: "", repository: "", ref: "", commit: "", actor: "" });
  });
});

describe("the reports of a matrix", () => {
  const hooks = [hook({}, { on: ["report"] })];
  const jobs = async (rig: QuickRig) => {
    for (const context of ["test", "prod"])
      await rig.step({ command: "apply", context, "report-path": `opus-reports/opus-report-${context}/report.json` });
  };

  it("are one message, where the job that joins them has the manifest", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    await jobs(rig);
    expect(receiver.received).toEqual([]);
    const step = await rig.step({ command: "report" }, { env: given() });
    expect(step.exitCode, step.log).toBe(0);
    expect(receiver.messages.map(({ title, summary }) => [title, summary])).toEqual([
      ["storefront: apply done in prod, test", "prod: 2 done; test: 2 done"],
    ]);
    expectHidden(step);
  });

  it("are none where it has no manifest, or a stranger's", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest({ hooks }) });
    await jobs(rig);
    expect((await rig.step({ command: "report" }, { env: given(), event: fromFork })).exitCode).toBe(0);
    rig.remove("opus.yaml");
    expect((await rig.step({ command: "report" }, { env: given() })).exitCode).toBe(0);
    expect(receiver.received).toEqual([]);
  });
});

// A secret that happens to equal a name, and what the runner is told to mask.
import { afterAll, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: storefront}
spec:
  contexts: [{branch: main, context: prod}]
---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec:
  values: {stage: {type: string, default: prod}}
  secrets: {database: {env: DATABASE}}
---
apiVersion: opus/v1
kind: File
metadata: {name: settings}
spec: {path: "out/\${OPUS:context}/settings.json", content: "\${VALUE:stage} \${OPUS:task} \${OPUS:project}"}
---
apiVersion: opus/v1
kind: File
metadata: {name: index}
spec: {path: out/index.txt, content: "\${VAR:settings:FILE_PATH}"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: login}
spec:
  secretEnv: {PASSWORD: "\${SECRET:database}"}
  create: 'echo "URL=https://prod.example/settings" >> "$OPUS_OUTPUT"'
---
apiVersion: opus/v1
kind: File
metadata: {name: links}
spec: {path: out/links.txt, content: "\${VAR:login:URL}"}
`;

const rigs: Rig[] = [];
afterAll(() => {
  for (const rig of rigs) rig[Symbol.dispose]();
});
function open(): Rig {
  const rig = new Rig({ "opus.yaml": manifest });
  rigs.push(rig);
  return rig;
}

it.each([
  ["a context", "prod"],
  ["a context, with a line end", "prod\n"],
  ["a task", "settings"],
  ["the project", "storefront"],
  ["a kind", "Shell"],
])("a secret that equals the name of %s is told of, and nothing becomes sensitive by it", async (_, secret) => {
  const rig = open();
  const env = { DATABASE: secret };
  const applied = await rig.step({ command: "apply" }, { env });
  expect([applied.exitCode, statuses(applied.report)]).toEqual([
    0,
    { settings: "done", index: "done", login: "done", links: "done" },
  ]);
  const told = applied.report.diagnostics.filter(({ code }: { code: string }) =>
    /^(guessable|short)-secret$|secret-in/.test(code),
  );
  expect(told).toEqual([
    {
      severity: "warning",
      code: "guessable-secret",
      message:
        'what the secret "database" holds is also a name that stands openly in the manifest or the workflow (of a task, a kind, a context, a command or the project): it can be guessed, and is not hidden',
      file: null,
      line: null,
      column: null,
      suggestion: "Choose a long random one, or make it a value if it is none.",
      related: [],
    },
  ]);
  expect(applied.log).not.toContain("***");
  expect(applied.log).toContain('+ path: "out/prod/settings.json"');
  expect(rig.read("out/index.txt")).toBe("out/prod/settings.json");
  const { tasks } = rig.state("storefront", "prod").body;
  expect(tasks.settings.spec).toEqual({ path: "out/prod/settings.json", content: "prod settings storefront" });
  expect(tasks.login.spec.secretEnv).toEqual({ PASSWORD: "${SECRET:database}" });
  for (const { sensitiveOutputs } of Object.values(tasks) as { sensitiveOutputs?: unknown }[])
    expect(sensitiveOutputs).toBeUndefined();
  const planned = await rig.step({}, { env });
  expect([planned.exitCode, changes(planned.report)]).toEqual([
    0,
    { settings: "noop", index: "noop", login: "noop", links: "noop" },
  ]);
  const deleted = await rig.step({ command: "delete", context: "prod" }, { env });
  expect([deleted.exitCode, rig.exists("out/prod/settings.json")]).toEqual([0, false]);
});

it("in a run that is not trusted nothing tells whether a secret equals a name", async () => {
  const rig = open();
  const event = { name: "pull_request", payload: { pull_request: { number: 1, head: { repo: { fork: true } } } } };
  const run = (secret: string) => rig.step({ command: "validate" }, { event, env: { DATABASE: secret } });
  const [right, wrong] = [await run("settings"), await run("a-long-random-one")];
  const shown = ({ log }: { log: string }): string => log.replace(/\d+(\.\d+)?m?s\b/g, "");
  expect(shown(right)).toBe(shown(wrong));
  expect(JSON.stringify(right.report.diagnostics)).toBe(JSON.stringify(wrong.report.diagnostics));
});

it("a line of a secret that equals a name does not count either, its other lines do", async () => {
  const rig = open();
  const env = { DATABASE: "settings\nhunter2-hunter2\n" };
  const { log, exitCode } = await rig.step({}, { env });
  expect(exitCode).toBe(0);
  expect(log.match(/^::add-mask::(?!ghs_).*/gm)).toEqual(["::add-mask::hunter2-hunter2"]);
  expect(log).toContain('+ path: "out/prod/settings.json"');
  expect(log).not.toContain("guessable-secret");
});

it("what only holds a name is as secret as before", async () => {
  const rig = open();
  const { log } = await rig.step({}, { env: { DATABASE: "prod-settings" } });
  expect(log).toContain("::add-mask::prod-settings");
  expect(log).not.toContain("guessable-secret");
});

const key = '{\n  "type": "service_account",\n  "key": "abc/def"\n}\n';

it("of a secret with several lines the runner is told those of four characters or more", async () => {
  const rig = open();
  const { log, stateFile, exitCode } = await rig.step({ command: "apply" }, { env: { DATABASE: key } });
  expect(exitCode).toBe(0);
  const masks = ['::add-mask::"type": "service_account",', '::add-mask::"key": "abc/def"'];
  expect(log.match(/^::add-mask::(?!ghs_).*/gm)).toEqual(masks);
  expect(masks.map((mask) => log.split(mask).length)).toEqual([2, 2]);
  const post = await rig.post({ stateFile }, {}, { env: { DATABASE: key } });
  for (const line of post.log.match(/^::add-mask::(?!ghs_).*/gm) ?? []) expect(masks).toContain(line);
});

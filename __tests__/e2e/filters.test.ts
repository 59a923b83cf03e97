import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, type StepResult, statuses } from "./rig.ts";

const secret = "Correct-Horse-Battery-Staple";
const env = { TOKEN: secret };
/** The secret in each form that filters of this manifest give it, in lower case. */
const forms = [
  secret,
  Buffer.from(secret).toString("base64"),
  Buffer.from(secret.toUpperCase()).toString("base64"),
].map((form) => form.toLowerCase());

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {branch: main, context: "\${GITHUB:ref_name | upper}"}
  plan: {missingSecrets: unknown}
  hooks:
  - {use: outputs, with: {map: {low: "\${ENV:TOKEN | lower}", list: "\${VAR:list:FILE_PATH | upper}"}}}
---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec:
  values:
    settings: {type: object, default: {on: "yes", hosts: [a, b]}}
    hidden: {type: string, default: "\${ENV:TOKEN | upper}"}
  secrets:
    token: {env: TOKEN}
---
apiVersion: opus/v1
kind: File
metadata: {name: template}
spec: {path: out/template.yml, template: in/template.yml}
---
apiVersion: opus/v1
kind: File
metadata: {name: list}
spec: {path: "out/list.txt", content: "\${VALUE:settings | json}"}
---
apiVersion: opus/v1
kind: File
metadata: {name: sealed}
spec: {path: out/sealed.txt, content: "\${SECRET:token | base64} \${VALUE:hidden | lower}"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: talk}
spec:
  create: echo "$CODE $LOW $DEEP"
  env: {DEEP: "\${VALUE:hidden | base64}"}
  secretEnv: {CODE: "\${SECRET:token | base64}", LOW: "\${SECRET:token | lower}"}
`;
const template =
  "name: x\nsettings:\n  ${VALUE:settings | yaml | indent 2}\nhash: ${VAR:list:SHA256_CHECKSUM | upper}\n";

function rigged(): QuickRig {
  return new QuickRig({ "opus.yaml": manifest, "in/template.yml": template });
}

/** All that a step leaves for people and programs to read. */
function shown({ log, summary, report, outputs }: StepResult): string {
  const text = [log.replace(/^::add-mask::.*$/gm, ""), summary, JSON.stringify(report), JSON.stringify(outputs)];
  return text.join("\n").toLowerCase();
}

describe("filters of references", () => {
  it("work in specs, templates, contexts and outputs, and show nothing of a secret", async () => {
    using rig = rigged();
    const plan = await rig.step({}, { env });
    expect(plan.exitCode).toBe(0);
    const applied = await rig.step({ command: "apply" }, { env });
    expect(statuses(applied.report)).toEqual({ template: "done", list: "done", sealed: "done", talk: "done" });
    expect(rig.read("out/list.txt")).toBe('{"on":"yes","hosts":["a","b"]}');
    const hash = String(JSON.parse(applied.outputs.outputs ?? "").list.SHA256_CHECKSUM).toUpperCase();
    expect(rig.read("out/template.yml")).toBe(
      `name: x\nsettings:\n  "on": "yes"\n  hosts:\n    - a\n    - b\nhash: ${hash}\n`,
    );
    expect(rig.read("out/sealed.txt").toLowerCase()).toBe(`${forms[1]} ${forms[0]}`);
    expect(applied.outputs.list).toBe("OUT/LIST.TXT");
    const state = JSON.stringify(rig.state("demo", "MAIN"));
    expect(state).toContain("${SECRET:token | base64} ${VALUE:hidden | lower}");
    for (const form of forms)
      for (const text of [shown(plan), shown(applied), state.toLowerCase()]) expect(text).not.toContain(form);
    const again = await rig.step({}, { env });
    expect(changes(again.report)).toEqual({ template: "noop", list: "noop", sealed: "noop", talk: "noop" });
    const drift = await rig.step({ command: "drift" }, { env });
    expect(new Set(Object.values(drifts(drift.report)))).toEqual(new Set(["in-sync", "unobservable"]));
  });

  it("plan the same where the secret is not set, and say what is missing where it is needed", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" }, { env });
    const without = manifest.replaceAll("${ENV:TOKEN | upper}", "plain").replaceAll("${ENV:TOKEN | lower}", "plain");
    rig.write("opus.yaml", without.replaceAll("VALUE:hidden", "SECRET:token"));
    await rig.step({ command: "apply" }, { env });
    const plan = await rig.step();
    expect(plan.exitCode).toBe(0);
    expect(changes(plan.report)).toMatchObject({ template: "noop", list: "noop", sealed: "none" });
    const refused = await rig.step({ command: "apply" });
    expect(refused.log).toContain('the secret "token" is used, but the environment variable TOKEN is not set');
  });

  it("that change are a change, and spaces in them are none", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" }, { env });
    rig.write("opus.yaml", manifest.replace("settings | json", "settings|json"));
    expect(changes((await rig.step({}, { env })).report)).toMatchObject({ list: "noop" });
    rig.write("opus.yaml", manifest.replace("SECRET:token | base64} $", "SECRET:token | upper | base64} $"));
    const plan = await rig.step({}, { env });
    expect(changes(plan.report)).toMatchObject({ sealed: "update", template: "noop" });
    for (const form of forms) expect(shown(plan)).not.toContain(form);
  });

  it("are never written over by what is there", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" }, { env });
    rig.write("out/list.txt", '{"on":"no"}');
    const { log } = await rig.accept({ context: "MAIN" }, { env });
    expect(rig.read("opus.yaml")).toBe(manifest);
    expect(log).toContain("it comes from `${VALUE:settings | json}`");
    expect(log).toContain("Change the value `settings` at opus.yaml:16, or what is written here, by hand.");
  });

  it("are told with their place when there is no such filter, also in a template", async () => {
    using rig = rigged();
    rig.write(
      "opus.yaml",
      manifest.replace("settings | json", "settings | jsn").replace("TOKEN | upper", "TOKEN | join"),
    );
    rig.write("in/template.yml", template.replace("indent 2", "indent"));
    const { log, exitCode } = await rig.step({ command: "validate" }, { env });
    expect(exitCode).toBe(1);
    expect(log).toContain("there is no filter `jsn`");
    expect(log).toContain("Did you mean `json`?");
    expect(log).toContain("opus.yaml:29:59");
    expect(log).toContain("the filter `join` needs a text in quotes that stands between");
    rig.write("opus.yaml", manifest);
    const later = await rig.step({ command: "validate" }, { env });
    expect(later.log).toContain("in/template.yml:3:29");
    expect(later.log).toContain("the filter `indent` needs a number of spaces, 0 to 40");
  });
});

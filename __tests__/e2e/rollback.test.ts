import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
`;

function file(name: string, path: string, content: string, metadata = ""): string {
  return `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}${metadata}}\nspec: {path: ${path}, content: ${JSON.stringify(content)}}\n`;
}

function shell(name: string, spec: string): string {
  return `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: ${name}}\nspec:\n${spec.replace(/^(?=.)/gm, "  ")}`;
}

describe("rollback to a serial", () => {
  it("takes a rename back without touching the resource", async () => {
    using rig = new Rig({ "opus.yaml": project + file("a", "a.txt", "one") });
    await rig.step({ command: "apply" });
    const { serial } = rig.state("demo", "test");
    rig.write("opus.yaml", project + file("b", "a.txt", "one", ", formerNames: [a]"));
    await rig.step({ command: "apply" });
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["b"]);

    const back = await rig.step({ command: "rollback", to: String(serial) });
    expect(back.exitCode).toBe(0);
    expect(rig.read("a.txt")).toBe("one");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a"]);
  });

  it("takes a rename back together with a change", async () => {
    using rig = new Rig({ "opus.yaml": project + file("a", "a.txt", "one") });
    await rig.step({ command: "apply" });
    const { serial } = rig.state("demo", "test");
    rig.write("opus.yaml", project + file("b", "a.txt", "two", ", formerNames: [a]"));
    await rig.step({ command: "apply" });
    const back = await rig.step({ command: "rollback", to: String(serial) });
    expect(back.exitCode).toBe(0);
    expect(rig.read("a.txt")).toBe("one");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a"]);
  });

  it("lets a path go from one task to another, whoever has it first", async () => {
    const manifest = (a: string, b: string): string => project + file("a", a, "A") + file("b", b, "B");
    using rig = new Rig({ "opus.yaml": manifest("x.txt", "y.txt") });
    await rig.step({ command: "apply" });
    const { serial } = rig.state("demo", "test");
    rig.write("opus.yaml", manifest("z.txt", "y.txt"));
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", manifest("z.txt", "x.txt"));
    await rig.step({ command: "apply" });
    const alone = await rig.step({ command: "rollback", to: String(serial), target: "a" });
    expect(alone.exitCode).toBe(1);
    expect(alone.log).toContain('task "a" is the resource that state holds as "b": File x.txt');
    const back = await rig.step({ command: "rollback", to: String(serial), parallelism: "1" });
    expect(back.exitCode).toBe(0);
    expect(back.log).toContain('once "b" left its place');
    expect([rig.read("x.txt"), rig.read("y.txt"), rig.exists("z.txt")]).toEqual(["A", "B", false]);
  });
});

describe("rollback of the last run", () => {
  it("keeps what it has not undone", async () => {
    const manifest = (text: string): string => project + file("a", "a.txt", text) + file("b", "b.txt", text);
    using rig = new Rig({ "opus.yaml": manifest("one") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", manifest("two"));
    await rig.step({ command: "apply" });
    await rig.step({ command: "rollback", target: "a" });
    expect([rig.read("a.txt"), rig.read("b.txt")]).toEqual(["one", "two"]);
    const rest = await rig.step({ command: "rollback" });
    expect(rest.exitCode).toBe(0);
    expect([rig.read("a.txt"), rig.read("b.txt")]).toEqual(["one", "one"]);
    expect((await rig.step({ command: "rollback" })).outputs["failure-reason"]).toBe("invalid-input");
  });

  it("can be tried again after it failed", async () => {
    const spec = 'create: touch made\ndelete: "[ -e allowed ] && rm made"\n';
    using rig = new Rig({ "opus.yaml": project + shell("s", spec) });
    await rig.step({ command: "apply" });
    const failed = await rig.step({ command: "rollback" });
    expect(statuses(failed.report)).toEqual({ s: "failed" });
    rig.write("allowed", "");
    expect((await rig.step({ command: "rollback" })).exitCode).toBe(0);
    expect(rig.exists("made")).toBe(false);
  });

  it("leaves alone what a replacement had taken over", async () => {
    using rig = new Rig({ "opus.yaml": project + file("a", "a.txt", "same") });
    await rig.step({ command: "apply" });
    rig.write("b.txt", "same");
    rig.write("opus.yaml", project + file("a", "b.txt", "same"));
    await rig.step({ command: "apply" });
    expect(rig.exists("a.txt")).toBe(false);
    const back = await rig.step({ command: "rollback" });
    expect(back.exitCode).toBe(0);
    expect([rig.exists("a.txt"), rig.exists("b.txt")]).toEqual([true, true]);
    expect(rig.state("demo", "test").body.tasks.a.spec.path).toBe("a.txt");
  });

  it("takes a forgotten task into state again", async () => {
    using rig = new Rig({ "opus.yaml": project + file("a", "a.txt", "1") + file("b", "b.txt", "1") });
    await rig.step({ command: "apply" });
    await rig.step({ command: "forget", target: "b" });
    const back = await rig.step({ command: "rollback" });
    expect(changes(back.report)).toEqual({ a: "noop", b: "adopt" });
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a", "b"]);
    expect([rig.exists("a.txt"), rig.exists("b.txt")]).toEqual([true, true]);
  });
});

describe("values that nobody knows any more", () => {
  // That this output holds a secret shows only when it is given.
  const database =
    "---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec: {secrets: {tok: {env: TOK}}}\n" +
    shell(
      "db",
      'create: \'echo "PW=pass-$RANDOM-$TOK" >> "$OPUS_OUTPUT"\'\nupdate: \'echo "PW=next-$RANDOM-$TOK" >> "$OPUS_OUTPUT"\'\nenv: {V: "1"}\nsecretEnv: {TOK: "${SECRET:tok}"}\ndelete: \'true\'\n',
    );
  const given = { env: { TOK: "a-secret-token" } };
  const user = file("user", "user.conf", "password = ${VAR:db:PW}\n");

  it("don't keep a resource from being deleted", async () => {
    using rig = new Rig({ "opus.yaml": project + database + user });
    const applied = await rig.step({ command: "apply" }, given);
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toContain(
      'task "user" uses output PW of task "db", which turned out to be sensitive: unsealed state does not keep it, so the next plan can\'t fill it in',
    );
    expect(rig.read("user.conf")).toMatch(/^password = pass-\d+-a-secret-token\n$/);
    expect(JSON.stringify(rig.state("demo", "test"))).not.toMatch(/pass-\d/);
    const deleted = await rig.step({ command: "delete", context: "test" }, given);
    expect(statuses(deleted.report)).toEqual({ user: "done", db: "done" });
    expect(rig.exists("user.conf")).toBe(false);
  });

  it("reach what depends on them when they are given anew", async () => {
    using rig = new Rig({ "opus.yaml": project + database + user });
    await rig.step({ command: "apply" }, given);
    rig.write("opus.yaml", project + database.replace('V: "1"', 'V: "2"') + user);
    const changed = await rig.step({ command: "apply" }, given);
    expect(changes(changed.report)).toEqual({ db: "update", user: "update" });
    expect(rig.read("user.conf")).toMatch(/^password = next-\d+-a-secret-token\n$/);
  });

  it("don't keep a task from leaving the manifest after its secret has gone", async () => {
    const values = "---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec: {secrets: {tok: {env: TOK}}}\n";
    using rig = new Rig({ "opus.yaml": project + values + file("f", "f.txt", "${SECRET:tok}") });
    await rig.step({ command: "apply" }, { env: { TOK: "a-secret-token" } });
    rig.write("opus.yaml", project);
    const gone = await rig.step({ command: "apply", "max-deletes": "1" });
    expect(statuses(gone.report)).toEqual({ f: "done" });
    expect(rig.exists("f.txt")).toBe(false);
  });
});

describe("what scripts print", () => {
  it("is hidden where it holds a secret, and does not make secrets of its other lines", async () => {
    const values = "---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec: {secrets: {tok: {env: TOK}}}\n";
    const first = shell(
      "s",
      'capture: true\nsecretEnv: {TOK: "${SECRET:tok}"}\ncreate: \'echo "using $TOK"; echo production\'\n',
    );
    const second = shell("b", 'create: \'echo "NAME=production" >> "$OPUS_OUTPUT"\'\n');
    using rig = new Rig({ "opus.yaml": project + values + first + second + file("c", "c.txt", "${VAR:b:NAME}") });
    const env = { TOK: "a-secret-token" };
    const applied = await rig.step({ command: "apply", parallelism: "1" }, { env });
    expect(applied.exitCode).toBe(0);
    expect(JSON.parse(applied.outputs.outputs ?? "").b).toEqual({ NAME: "production" });
    expect((await rig.step({ command: "apply" }, { env })).outputs.changes).toBe("false");
  });
});

describe("commands that only look", () => {
  it("are not stopped by limits", async () => {
    const limited = project.replace("spec:\n", "spec:\n  limits: {maxDeletes: 0}\n");
    using rig = new Rig({ "opus.yaml": limited + file("a", "a.txt", "1") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", limited);
    expect((await rig.step({ command: "drift" })).exitCode).toBe(0);
    expect((await rig.step({ command: "describe" })).exitCode).toBe(0);
    expect((await rig.step({ command: "plan" })).outputs["failure-reason"]).toBe("guarded");
  });
});

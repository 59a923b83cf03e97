import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{branch: main, context: test}, {input: true}]}
`;
const folder = (spec: string, more = ""): string => `---
apiVersion: opus/v1
kind: Folder
metadata: {name: web${more}}
spec: {path: out/web, ${spec}}
`;
const files = { "in/a.yml": "name: x\nsize: 1\n", "in/s/b.txt": "two\n" };

function rigged(spec = "source: in", more = ""): QuickRig {
  return new QuickRig({ "opus.yaml": project + folder(spec, more), ...files });
}

const paths = ({
  report,
}: {
  readonly report: {
    readonly contexts: readonly {
      readonly tasks: readonly { readonly fields: readonly { readonly path: string }[] }[];
    }[];
  };
}) => report.contexts[0]?.tasks[0]?.fields.map(({ path }) => path);

describe("a Folder", () => {
  it("shows, makes, changes, undoes and deletes its files one by one", async () => {
    using rig = rigged();
    const plan = await rig.step();
    expect(plan.log).toContain("+ files.a.yml:");
    await rig.step({ command: "apply" });
    expect(rig.read("out/web/s/b.txt")).toBe("two\n");
    expect(changes((await rig.step()).report)).toEqual({ web: "noop" });
    rig.write("in/a.yml", "name: x\nsize: 2\n");
    rig.write("in/new.txt", "new\n");
    rmSync(join(rig.workspace, "in/s/b.txt"));
    rig.write("out/web/theirs.txt", "theirs\n");
    const changed = await rig.step();
    expect(paths(changed)).toEqual(["/files/a.yml", "/files/new.txt", "/files/s~1b.txt"]);
    expect(changed.log).toContain("-   size: 1");
    const applied = await rig.step({ command: "apply" });
    expect(JSON.parse(applied.outputs.outputs ?? "").web).toMatchObject({ FOLDER_PATH: "out/web", FILES: 2 });
    expect(rig.exists("out/web/s")).toBe(false);
    await rig.step({ command: "rollback" });
    expect(rig.read("out/web/s/b.txt")).toBe("two\n");
    expect(rig.exists("out/web/new.txt")).toBe(false);
    await rig.step({ command: "delete", context: "test" });
    expect(rig.exists("out/web/a.yml")).toBe(false);
    expect(rig.read("out/web/theirs.txt")).toBe("theirs\n");
  });

  it("says by file what drifted, mends it, and lets nobody accept it", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" });
    rig.write("out/web/a.yml", "by hand\n");
    rmSync(join(rig.workspace, "out/web/s/b.txt"));
    const drift = await rig.step({ command: "drift" });
    expect(drift.outputs.drift).toBe("true");
    expect(paths(drift)).toEqual(["/files/a.yml", "/files/s~1b.txt"]);
    const accepted = await rig.accept({ context: "test" });
    expect(accepted.log).toContain("its files are made of those of another folder");
    expect(rig.read("in/a.yml")).toBe(files["in/a.yml"]);
    await rig.step({ command: "apply" });
    expect([rig.read("out/web/a.yml"), rig.read("out/web/s/b.txt")]).toEqual(Object.values(files));
  });

  it("fills references in where it has templates, and keeps secrets out of all that is seen", async () => {
    const token = "correct-horse-battery-staple";
    const values = `---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec: {values: {size: {type: integer, default: 3}}, secrets: {token: {env: TOKEN}}}
`;
    using rig = new QuickRig({
      "opus.yaml": project + values + folder("template: in, exclude: [s]"),
      ...files,
      "in/conf/a.env": "SIZE=${VALUE:size}\nTOKEN=${SECRET:token}\n",
    });
    const env = { TOKEN: token };
    const applied = await rig.step({ command: "apply" }, { env });
    expect(rig.read("out/web/conf/a.env")).toBe(`SIZE=3\nTOKEN=${token}\n`);
    expect(changes((await rig.step({}, { env })).report)).toEqual({ web: "noop" });
    rig.write("out/web/conf/a.env", `SIZE=4\nTOKEN=${token}\n`);
    const drift = await rig.step({ command: "drift" }, { env });
    expect(paths(drift)).toEqual(["/files/conf~1a.env"]);
    const state = JSON.stringify(rig.state("demo", "test"));
    for (const { log, summary, report } of [applied, drift])
      expect(log.replace(/^::add-mask::.*$/gm, "") + summary + JSON.stringify(report) + state).not.toContain(token);
    rig.write("in/conf/a.env", "SIZE=${VALUE:sise}\n");
    const wrong = await rig.step({ command: "validate" }, { env });
    expect(wrong.log).toContain("in/conf/a.env:1:6");
  });

  it("that lost all of its files in the source is an error, and deletes nothing", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" });
    rmSync(join(rig.workspace, "in"), { recursive: true });
    rig.write("in/.git/x", "");
    const { log, exitCode } = await rig.step({ command: "apply" });
    expect(exitCode).toBe(1);
    expect(log).toContain("the folder `in` has no files");
    expect(log).toContain("To delete all files of the task, take it out of the manifest");
    expect(rig.read("out/web/a.yml")).toBe(files["in/a.yml"]);
  });

  it("that lost most of its files in the source is guarded, like deletions that nobody meant", async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`in/${at}.txt`, `${at}`]));
    using rig = new QuickRig({ "opus.yaml": project + folder("source: in"), ...many });
    await rig.step({ command: "apply" });
    for (const path of Object.keys(many).slice(0, 7)) rmSync(join(rig.workspace, path));
    const guarded = await rig.step({ command: "apply" });
    expect(guarded.outputs["failure-reason"]).toBe("guarded");
    expect(guarded.log).toContain(
      'the plan would remove 7 of the 12 things in "web" (58 %), and more than 50 % is taken for a mistake',
    );
    expect(rig.exists("out/web/0.txt")).toBe(true);
    expect(statuses((await rig.step({ command: "apply", "max-deletes": "7" })).report)).toEqual({ web: "done" });
    expect([rig.exists("out/web/0.txt"), rig.exists("out/web/9.txt")]).toEqual([false, true]);
    rmSync(join(rig.workspace, "in/9.txt"));
    rig.write("opus.yaml", `${project.replace("spec: {", "spec: {limits: {maxDeletes: 0}, ")}${folder("source: in")}`);
    const limited = await rig.step({ command: "apply" });
    expect(limited.log).toContain('the plan would remove 1 of the 5 things in "web" (20 %), and at most 0 may go');
  });

  it("takes files over that are right, and with `adopt` others too, but never what it has not asked for", async () => {
    using rig = rigged();
    rig.write("out/web/a.yml", "theirs\n");
    const refused = await rig.step({ command: "apply" });
    expect(refused.exitCode).toBe(1);
    expect(rig.read("out/web/a.yml")).toBe("theirs\n");
    rig.write("opus.yaml", project + folder("source: in", ", lifecycle: {adopt: true}"));
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({ web: "done" });
    expect(rig.read("out/web/a.yml")).toBe(files["in/a.yml"]);
    await rig.step({ command: "forget", context: "test", target: "web" });
    const again = await rig.step({ command: "apply" });
    expect(changes(again.report)).toEqual({ web: "adopt" });
  });

  it("and a File can't have one path, and a File may become one of its files", async () => {
    const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: one}
spec: {path: out/web/s/b.txt, content: "mine"}
`;
    using rig = rigged();
    rig.write("opus.yaml", project + file + folder("source: in"));
    const both = await rig.step({ command: "validate" });
    expect(both.log).toContain(
      'tasks "one" and "web" can\'t both exist: File out/web/s/b.txt stands in the way of File out/web/',
    );
    rig.write("opus.yaml", project + file);
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + folder("source: in"));
    const moved = await rig.step({ command: "apply", "max-deletes": "1" });
    expect(statuses(moved.report)).toEqual({ web: "done", one: "done" });
    expect(rig.read("out/web/s/b.txt")).toBe("two\n");
  });

  it("and another task never have one file: it goes from one to the other, whole, and waits for that", async () => {
    const manifest = (...tasks: readonly string[]): string => project + keep + tasks.join("");
    const keep = `---
apiVersion: opus/v1
kind: File
metadata: {name: keep}
spec: {path: out/keep.txt, content: kept}
`;
    const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: one}
spec: {path: out/web/s/b.txt, content: "two\\n"}
`;
    const web = folder("source: in");
    using rig = rigged();
    rig.write("opus.yaml", manifest(web));
    await rig.step({ command: "apply" });
    // It leaves the Folder, which stays.
    rig.write("opus.yaml", manifest(folder("source: in, exclude: [s]"), file));
    const alone = await rig.step({ command: "apply", target: "one" });
    expect(alone.log).toContain('which state holds as a part of "web"');
    expect((await rig.step()).log).toContain('once "web" left its place');
    const left = await rig.step({ command: "apply" });
    expect(changes(left.report)).toEqual({ keep: "noop", web: "update", one: "create" });
    expect(rig.read("out/web/s/b.txt")).toBe("two\n");
    expect(changes((await rig.step()).report)).toEqual({ keep: "noop", web: "noop", one: "noop" });
    // And back; then the Folder leaves.
    rig.write("opus.yaml", manifest(web));
    await rig.step({ command: "apply" });
    expect(rig.read("out/web/s/b.txt")).toBe("two\n");
    rig.write("opus.yaml", manifest(file));
    const gone = await rig.step({ command: "apply" });
    expect(statuses(gone.report)).toEqual({ keep: "done", one: "done", web: "done" });
    expect([rig.read("out/web/s/b.txt"), rig.exists("out/web/a.yml")]).toEqual(["two\n", false]);
  });

  it("in another one may have files beside its own, and none of them", async () => {
    const inner = `---
apiVersion: opus/v1
kind: Folder
metadata: {name: inner}
spec: {path: out/web/s, source: more}
`;
    using rig = rigged();
    rig.write("more/c.txt", "three\n");
    rig.write("opus.yaml", project + folder("source: in") + inner);
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({ web: "done", inner: "done" });
    rig.write("more/b.txt", "two\n");
    const both = await rig.step({ command: "apply" });
    expect(both.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(both.log).toContain('tasks "inner" and "web" can\'t both exist: both would have File out/web/s/b.txt');
    rmSync(join(rig.workspace, "in/s/b.txt"));
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ web: "update", inner: "update" });
    expect([rig.read("out/web/s/b.txt"), rig.read("out/web/s/c.txt")]).toEqual(["two\n", "three\n"]);
    // A file where the other one needs a folder.
    rmSync(join(rig.workspace, "in/s"), { recursive: true });
    rig.write("in/s", "file\n");
    expect((await rig.step()).log).toContain("File out/web/s stands in the way of File out/web/s/");
  });

  it("is planned in a run of a fork, which looks at nothing live", async () => {
    for (const field of ["source", "template"]) {
      using rig = rigged(`${field}: in`);
      chmodSync(join(rig.workspace, "in/a.yml"), 0o755);
      await rig.step({ command: "apply" });
      const pulls = project.replace("{input: true}", "{event: pull_request, context: test}");
      rig.write("opus.yaml", pulls + folder(`${field}: in`));
      rig.write("in/s/b.txt", "2\n");
      const plan = await rig.step({}, { event: fromFork });
      expect([plan.exitCode, paths(plan)]).toEqual([0, ["/files/s~1b.txt"]]);
      rmSync(join(rig.workspace, "in"), { recursive: true });
      const empty = await rig.step({}, { event: fromFork });
      expect(empty.log).toContain("the folder `in` has no files");
    }
  });

  it("that can't be changed as a whole is as it was", async () => {
    using rig = rigged();
    await rig.step({ command: "apply" });
    rig.write("in/a.yml", "changed\n");
    rig.write("in/z/x.txt", "new\n");
    rig.write("out/web/z", "theirs\n");
    const failed = await rig.step({ command: "apply" });
    expect(failed.exitCode).toBe(1);
    expect(rig.read("out/web/a.yml")).toBe(files["in/a.yml"]);
    expect(rig.read("out/web/z")).toBe("theirs\n");
    rmSync(join(rig.workspace, "out/web/z"));
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({ web: "done" });
    expect([rig.read("out/web/a.yml"), rig.read("out/web/z/x.txt")]).toEqual(["changed\n", "new\n"]);
  });

  it("with a secret that is gone is deleted by what is recorded, and shows nobody what is there", async () => {
    const token = "correct-horse-battery-staple";
    const secrets = `---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec: {secrets: {token: {env: TOKEN}}}
`;
    using rig = new QuickRig({
      "opus.yaml": project + secrets + folder("template: in"),
      ...files,
      "in/a.env": "TOKEN=${SECRET:token}\n",
    });
    await rig.step({ command: "apply" }, { env: { TOKEN: token } });
    rig.write("out/web/a.yml", "by hand\n");
    const plan = await rig.step({ command: "plan", "plan-command": "delete", context: "test" });
    expect([plan.exitCode, changes(plan.report)]).toEqual([0, { web: "delete" }]);
    rig.write("opus.yaml", project);
    const described = await rig.step({ command: "describe", context: "test" });
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, statuses(deleted.report)]).toEqual([0, { web: "done" }]);
    expect(rig.exists("out/web")).toBe(false);
    const kept = JSON.stringify(rig.state("demo", "test"));
    for (const { log, summary, report } of [plan, described, deleted])
      expect(log + summary + JSON.stringify(report) + kept).not.toContain(token);
  });

  it("tells nobody to copy what is made of a secret into the repository", async () => {
    const token = "correct-horse-battery-staple";
    const secrets = `---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec: {secrets: {token: {env: TOKEN}}}
`;
    using rig = new QuickRig({
      "opus.yaml": project + secrets + folder("template: in"),
      ...files,
      "in/a.env": "TOKEN=${SECRET:token}\n",
    });
    const env = { TOKEN: token };
    await rig.step({ command: "apply" }, { env });
    rig.write("out/web/a.env", `TOKEN=${token}\nMORE=1\n`);
    rig.write("out/web/a.yml", `token: ${Buffer.from(token).toString("base64")}\n`);
    rig.write("out/web/s/b.txt", "by hand\n");
    const { report } = await rig.accept({ context: "test" }, { env });
    const told = report.diagnostics.filter(({ code }: { code: string }) => code === "drift-not-accepted");
    const secretHint =
      "Nothing secret, and nothing made of it, belongs into the repository: change the secret where it is kept, or by hand what is around it; or apply, to have it as it was.";
    expect(
      told.map(({ message, suggestion }: { message: string; suggestion: string }) => [message, suggestion]),
    ).toEqual([
      ['`files.a.env` of "web" was not accepted: a secret is in it', secretHint],
      ['`files.a.yml` of "web" was not accepted: what is there holds a secret', secretHint],
      [
        '`files.s/b.txt` of "web" was not accepted: its files are made of those of another folder',
        "Compare `out/web/s/b.txt` with its template, in which values are filled in, and change that by hand.",
      ],
    ]);
  });

  it.runIf(process.platform === "linux")("refuses names that are not UTF-8, and says which they are", async () => {
    using rig = rigged();
    const bytes = (text: string): Buffer =>
      Buffer.concat([Buffer.from(`${rig.workspace}/in/${text}`), Buffer.from([0xff])]);
    writeFileSync(bytes("bad"), "x");
    mkdirSync(bytes("folder"));
    const refused = await rig.step({ command: "apply" });
    expect([refused.exitCode, rig.exists("out")]).toEqual([1, false]);
    expect(
      refused.report.diagnostics.map(({ code, message }: { code: string; message: string }) => [code, message]),
    ).toEqual(
      ["bad", "folder"].map((name) => [
        "bad-path",
        `task "web": \`in/${name}\uFFFD\`: the name has bytes that are not UTF-8, shown as \uFFFD, so nothing can open it`,
      ]),
    );
    rig.write("opus.yaml", project + folder('source: in, exclude: ["bad*", "folder*"]'));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
  });
});

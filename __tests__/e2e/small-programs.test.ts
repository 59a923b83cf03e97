import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/app/site/graph-layout.ts";
import { codes, reasons } from "../../src/engine/diagnostics/codes.ts";
import { fieldsOf } from "../../src/schema/fields.generated.ts";
import { manifest, project, shop, values } from "./mistakes.ts";
import { QuickTerminal } from "./quick-terminal.ts";

async function opus(line: string, files: { readonly [path: string]: string } = {}) {
  using terminal = new QuickTerminal(files);
  return await terminal.run(line === "" ? [] : line.split(" "));
}

describe("opus explain", () => {
  it("lists the kinds", async () => {
    const { status, stdout } = await opus("explain");
    expect(status).toBe(0);
    for (const kind of ["Project", "Values", "File", "Shell", "HttpResource", "Download", "Probe"])
      expect(stdout).toMatch(new RegExp(`^  ${kind} `, "m"));
  });

  it("tells of a kind, a field and a code", async () => {
    const told = async (asked: string) => (await opus(`explain ${asked}`)).stdout;
    expect(await told("File")).toMatch(/^File: .*\n[\s\S]*\n {2}spec\.path \*\n {6}Where the file is/);
    expect(await told("File.spec.path")).toBe(
      "File.spec.path\n\n  Where the file is, relative to the working directory.\n\n  type: string, required\n",
    );
    expect(await told("file.mode")).toMatch(/^File\.spec\.mode\n/);
    expect(await told("File.metadata.lifecycle")).toMatch(
      /\nBelow it:\n[\s\S]*\n {2}metadata\.lifecycle\.preventDestroy\n/,
    );
    expect(await told("unknown-task")).toMatch(
      /^unknown-task \(References\)\n\n {2}It means: [\s\S]*\n {2}What to do: /,
    );
    expect(await told("task-failed")).toMatch(/^task-failed \(why a run failed\)\n\n {2}\S/);
  });

  it("knows every code and every kind", async () => {
    const all = [...Object.values(codes).flatMap((rows) => Object.keys(rows)), ...Object.keys(reasons)];
    using terminal = new QuickTerminal();
    const unknown: string[] = [];
    for (const asked of [...all, ...Object.keys(fieldsOf)])
      if ((await terminal.run(["explain", asked])).status !== 0) unknown.push(asked);
    expect(unknown).toEqual([]);
  });

  it("knows nothing of what every object has", async () => {
    for (const asked of ["constructor", "__proto__", "toString", "File.constructor"])
      expect(await opus(`explain ${asked}`)).toMatchObject({ status: 1, stdout: "" });
  });

  it("says what was probably meant", async () => {
    expect(await opus("explain Flie")).toMatchObject({
      status: 1,
      stderr: 'opus: there is no kind and no code "Flie". Did you mean File?\n',
    });
    expect((await opus("explain File.spec.pth")).stderr).toContain("Did you mean File.spec.path?");
    expect((await opus("explain unknwon-task")).stderr).toContain("Did you mean unknown-task?");
  });
});

describe("files of the manifest", () => {
  it("are all that are named, with several flags, commas and braces", async () => {
    const file = (name: string) =>
      `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: ${name}, content: x}\n`;
    using terminal = new QuickTerminal({
      "opus.yaml": "apiVersion: opus/v1\nkind: Project\nmetadata: {name: shop}\nspec: {}\n",
      ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.yaml`, file(name)])),
      "with, comma.yaml": "kind:   File\n",
    });
    const { stdout } = await terminal.run(["graph", "--manifest", "opus.yaml, {a,b}.yaml", "--manifest", "c.yaml"]);
    expect(stdout.match(/"\w<br/g)).toEqual(['"a<br', '"b<br', '"c<br']);
    await terminal.run(["fmt", "with, comma.yaml"]);
    expect(terminal.read("with, comma.yaml")).toBe("kind: File\n");
  });
});

describe("opus graph", () => {
  const third =
    "apiVersion: opus/v1\nkind: Shell\nmetadata: {name: last}\nspec: {create: 'true', env: {A: '${VAR:web:ID}'}}\n";
  const files = { "opus.yaml": `${shop["opus.yaml"]}---\n${third}` };

  it("draws dependencies and references as mermaid and dot", async () => {
    expect(await opus("graph", files)).toMatchObject({
      status: 0,
      stderr: "",
      stdout:
        'flowchart LR\n  n0["greeting<br/>File"]\n  n1["web<br/>Shell"]\n  n2["last<br/>Shell"]\n  n0 --> n1\n  n1 --> n2\n',
    });
    expect((await opus("graph --format dot", files)).stdout).toContain('  "greeting" -> "web";\n  "web" -> "last";\n}');
  });

  it("draws a picture that programs can read, what stands alone too", async () => {
    const alone = "apiVersion: opus/v1\nkind: File\nmetadata: {name: alone}\nspec: {path: a, content: b}\n";
    const { stdout } = await opus("graph --format svg", { "opus.yaml": `${files["opus.yaml"]}---\n${alone}` });
    expect(stdout.match(/<rect x=/g)).toHaveLength(4);
    expect(stdout.match(/<path d=/g)).toHaveLength(layOut([[], [0], [1], []]).edges.length);
    if (!spawnSync("rsvg-convert", ["--version"]).error)
      expect(spawnSync("rsvg-convert", [], { input: stdout }).status).toBe(0);
    else console.log("SKIPPED: rsvg-convert is not installed, so the picture was not drawn");
  });

  it("tells what is wrong with the manifest, and with the format", async () => {
    expect(await opus("graph", { "opus.yaml": manifest(project, values.replace("Values", "Valeus")) })).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining('Did you mean "Values"?'),
    });
    expect((await opus("graph --format png", files)).stderr).toBe(
      'opus: --format must be mermaid, dot, svg, not "png"\n',
    );
  });
});

describe("opus fmt", () => {
  const untidy = `# The project.
apiVersion:   opus/v1
kind: Project   # what it is
metadata: {name: shop}

spec:
      contexts:
          - {input:   [ a,b ]}
---
apiVersion: opus/v1
kind: File
metadata:
    name: a
spec:
    path: "a"
    # The text.
    content: |
        one
          two
`;
  const tidy = `# The project.
apiVersion: opus/v1
kind: Project # what it is
metadata: { name: shop }

spec:
  contexts:
    - { input: [a, b] }
---
apiVersion: opus/v1
kind: File
metadata:
  name: a
spec:
  path: "a"
  # The text.
  content: |
    one
      two
`;

  it("gives files one spacing, keeps all else, and comes to an end", async () => {
    using terminal = new QuickTerminal({ "opus.yaml": untidy });
    const checked = await terminal.run(["fmt", "--check"]);
    expect([checked.status, checked.stdout, terminal.read("opus.yaml")]).toEqual([
      1,
      "opus.yaml  would change\n",
      untidy,
    ]);
    expect(await terminal.run(["fmt"])).toMatchObject({ status: 0, stdout: "opus.yaml  formatted\n" });
    expect(terminal.read("opus.yaml")).toBe(tidy);
    expect(await terminal.run(["fmt"])).toMatchObject({ status: 0, stdout: "" });
    expect(await terminal.run(["fmt", "--check"])).toMatchObject({ status: 0, stdout: "" });
  });

  it.each(["files", "http", "scripts"])("has nothing to do in a new project of %s", async (template) => {
    using terminal = new QuickTerminal();
    await terminal.run(["init", "--template", template]);
    expect(await terminal.run(["fmt", "--check"])).toMatchObject({ status: 0, screen: "" });
  });

  it("takes the files that are named", async () => {
    using terminal = new QuickTerminal({ "opus.yaml": untidy, "more/b.yaml": "kind:   File\n" });
    await terminal.run(["fmt", "more/b.yaml"]);
    expect([terminal.read("more/b.yaml"), terminal.read("opus.yaml")]).toEqual(["kind: File\n", untidy]);
  });

  it("keeps numbers as they are written, and what stands for no value", async () => {
    const line = "[.5, 1., 1e3, 0x1F, 007, +1, 12345678901234567890, 1.00000000000000000001, .NaN, ~, Null, True]";
    using terminal = new QuickTerminal({ "a.yaml": `a:   ${line}\n007:   &x {b: 0777}\nempty:\nsame: *x\n` });
    await terminal.run(["fmt", "a.yaml"]);
    expect(terminal.read("a.yaml")).toBe(`a: ${line}\n007: &x { b: 0777 }\nempty:\nsame: *x\n`);
  });

  it("keeps the line ends of Windows, and has nothing to do in a tidy file with them", async () => {
    using terminal = new QuickTerminal({ "opus.yaml": untidy.replaceAll("\n", "\r\n") });
    await terminal.run(["fmt"]);
    expect(terminal.read("opus.yaml")).toBe(tidy.replaceAll("\n", "\r\n"));
    expect(await terminal.run(["fmt", "--check"])).toMatchObject({ status: 0, stdout: "" });
  });

  it("leaves a file with bytes that are no UTF-8", async () => {
    using terminal = new QuickTerminal();
    const bytes = Buffer.concat([Buffer.from("kind:   File # "), Buffer.from([0xe4, 0xff]), Buffer.from("\n")]);
    writeFileSync(join(terminal.folder, "a.yaml"), bytes);
    const seen = await terminal.run(["fmt", "a.yaml"]);
    expect(seen).toMatchObject({ status: 1, stdout: "" });
    expect(seen.stderr).toMatch(/^a\.yaml:1:16: error bad-encoding: byte 0xE4 is not valid UTF-8\n/);
    expect(seen.stderr).toContain("opus: a.yaml is left as it is: its text is not sound, as said above\n");
    expect(readFileSync(join(terminal.folder, "a.yaml"))).toEqual(bytes);
  });

  it("writes files in one step, with their mode, and through a link that stays a link", async () => {
    using terminal = new QuickTerminal({ "real/a.yaml": "kind:   File\n" });
    const [real, link] = [join(terminal.folder, "real/a.yaml"), join(terminal.folder, "a.yaml")];
    chmodSync(real, 0o640);
    symlinkSync("real/a.yaml", link);
    const before = statSync(real).ino;
    expect(await terminal.run(["fmt", "a.yaml"])).toMatchObject({ status: 0, stdout: "a.yaml  formatted\n" });
    expect([terminal.read("real/a.yaml"), lstatSync(link).isSymbolicLink()]).toEqual(["kind: File\n", true]);
    expect([statSync(real).mode & 0o777, statSync(real).ino === before]).toEqual([0o640, false]);
    expect(readdirSync(join(terminal.folder, "real"))).toEqual(["a.yaml"]);
  });

  it("leaves a file that is read-only, and says so in a line", async () => {
    using terminal = new QuickTerminal({ "a.yaml": "kind:   File\n", "b.yaml": "kind:   File\n" });
    chmodSync(join(terminal.folder, "a.yaml"), 0o444);
    const seen = await terminal.run(["fmt", "a.yaml", "b.yaml"]);
    expect(seen).toMatchObject({ status: 1, stdout: "b.yaml  formatted\n" });
    expect(seen.stderr).toContain("opus: a.yaml is left as it is: a.yaml is read-only\n");
    expect(terminal.read("a.yaml")).toBe("kind:   File\n");
  });

  it("leaves a text that is no YAML, says where, and ends with an error", async () => {
    const broken = `${tidy}broken: [\n`;
    using terminal = new QuickTerminal({ "opus.yaml": broken, "b.yaml": "kind:   File\n" });
    for (const check of [[], ["--check"]]) {
      const seen = await terminal.run(["fmt", ...check]);
      expect([seen.status, seen.stdout]).toEqual([1, ""]);
      expect(seen.stderr).toMatch(
        /^opus\.yaml:\d+:\d+: error yaml-syntax: .*\n[\s\S]*\nopus: opus\.yaml is left as it is: its text is not sound, as said above\n$/,
      );
    }
    expect(terminal.read("opus.yaml")).toBe(broken);
    expect((await terminal.run(["fmt", "opus.yaml", "b.yaml"])).status).toBe(1);
    expect(terminal.read("b.yaml")).toBe("kind: File\n");
    expect(await terminal.run(["fmt", "c.yaml"])).toMatchObject({ status: 1, stdout: "" });
  });

  it("formats a manifest with errors of another sort, and says that there are some", async () => {
    using terminal = new QuickTerminal({ "opus.yaml": untidy.replace("kind: File", "kind: Flie") });
    const said = "opus: spacing is all that was looked at, and the manifest has 1 error besides: see `opus validate`\n";
    const first = { status: 0, stdout: "opus.yaml  formatted\n", stderr: said };
    expect(await terminal.run(["fmt"])).toMatchObject(first);
    expect(await terminal.run(["fmt", "--check"])).toMatchObject({ status: 0, stdout: "", stderr: said });
    expect(await terminal.run(["fmt", "opus.yaml"])).toMatchObject({ status: 0, screen: "" });
  });
});

describe("opus completion", () => {
  /** What bash offers for a command line whose last word is not complete. */
  function offered(script: string, line: string): string[] {
    const words = line.split(" ");
    const program = `${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _opus; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, status, stderr } = spawnSync("bash", ["-c", program], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    return stdout.split("\n").filter((word) => word !== "");
  }

  it("completes commands, flags and values in bash", async () => {
    const { stdout } = await opus("completion bash");
    expect(offered(stdout, "opus pl")).toEqual(["plan"]);
    expect(offered(stdout, "opus st")).toEqual(["state"]);
    expect(offered(stdout, "opus plan --cont")).toEqual(["--context"]);
    expect(offered(stdout, "opus state hi")).toEqual(["history"]);
    expect(offered(stdout, "opus plan --refresh ")).toEqual(["all", "changed", "none"]);
    expect(offered(stdout, "opus init --te")).toEqual(["--template"]);
    expect(offered(stdout, "opus completion z")).toEqual(["zsh"]);
  });

  it("refuses a shell that it does not know", async () => {
    expect(await opus("completion tcsh")).toMatchObject({
      status: 1,
      stderr: 'opus: there is a completion for bash, zsh, fish, not for "tcsh"\n',
    });
  });
});

describe("small programs", () => {
  it.each(["init", "explain", "graph", "fmt", "completion"])("opus %s --help fits a terminal", async (name) => {
    const { status, stdout } = await opus(`${name} --help`);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: opus ${name}`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("say which flag or word is too much", async () => {
    expect((await opus("graph --fromat svg")).stderr).toBe(
      "`opus graph` has no flag --fromat. Did you mean --format?\n",
    );
    expect((await opus("init here")).stderr).toBe("`opus init` takes no names; see opus init --help\n");
  });
});

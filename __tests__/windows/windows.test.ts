import { existsSync, readdirSync, statSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { hasWindows, prepareWindows, running, WindowsRig } from "./windows-rig.ts";

// Wine takes its time on a machine with much to do.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const nothingToDo = /Plan: nothing to do, \d+ unchanged\./;
const isWritable = (path: string) => (statSync(path).mode & 0o200) !== 0;

function file(name: string, spec: string): string {
  return `kind: File\nmetadata: { name: ${name} }\nspec: ${spec}`;
}

describe.skipIf(!hasWindows)("on Windows", () => {
  beforeAll(prepareWindows);

  it("a File lives: made, changed, mended, made read-only, replaced, moved, deleted", async () => {
    const rig = new WindowsRig();
    const tool = (content: string, mode: string) =>
      file("tool", `{ path: out/tool.sh, content: ${content}, mode: "${mode}" }`);
    rig.manifest(file("plain", '{ path: out/deep/plain.txt, content: "one\\r\\ntwo\\n" }'), tool("a", "0755"));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    expect(rig.read("out/deep/plain.txt")).toBe("one\r\ntwo\n");
    expect((await rig.run("plan")).log).toMatch(nothingToDo);

    rig.manifest(file("plain", '{ path: moved/plain.txt, content: "one\\r\\ntwo\\n" }'), tool("b", "0444"));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    expect(existsSync(rig.path("out/deep/plain.txt"))).toBe(false);
    expect([rig.read("moved/plain.txt"), rig.read("out/tool.sh")]).toEqual(["one\r\ntwo\n", "b"]);
    expect(isWritable(rig.path("out/tool.sh"))).toBe(false);
    expect((await rig.run("plan")).log).toMatch(nothingToDo);

    rig.manifest(tool("c", "0444"));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    expect(rig.read("out/tool.sh")).toBe("c");
    expect([isWritable(rig.path("out/tool.sh")), existsSync(rig.path("moved/plain.txt"))]).toEqual([false, false]);
    expect((await rig.run("plan")).log).toMatch(nothingToDo);

    expect(await rig.run("delete")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(rig.path("out"))).toEqual(["deep"]);
  });

  it("a File that is made read-only stays so, and what is changed by hand is drift", async () => {
    const rig = new WindowsRig();
    rig.manifest(
      file("fixed", '{ path: fixed.txt, content: a, mode: "0444" }'),
      file("text", "{ path: text.txt, content: a }"),
    );
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    expect(isWritable(rig.path("fixed.txt"))).toBe(false);
    rig.write("text.txt", "by hand");
    const { exitCode, log } = await rig.run("drift");
    expect([exitCode, log]).toEqual([0, expect.stringContaining("text  File  resource-changed  drifted")]);
    expect(log).toContain("Drift: 1 resource drifted, 1 in sync.");
  });

  it("a Shell lives in cmd, with outputs, in a manifest with CRLF", async () => {
    const rig = new WindowsRig();
    const shell = (word: string) => `
kind: Shell
metadata: { name: made }
spec:
  shell: cmd
  create: |
    @echo off
    call :write
    echo PLACE=made.txt>>"%OPUS_OUTPUT%"
    exit /b
    :write
    echo ${word}>made.txt
  read: '@if exist made.txt echo {"there": true}'
  delete: "@del made.txt"
`;
    const user = file("user", '{ path: user.txt, content: "${VAR:made:PLACE}" }');
    rig.write("opus.yaml", rig.manifest(shell("one"), user).replaceAll("\n", "\r\n"));
    const applied = await rig.run("apply");
    expect([applied.exitCode, applied.log]).toEqual([0, expect.stringContaining("made  create  Shell")]);
    expect([rig.read("made.txt").trim(), rig.read("user.txt")]).toEqual(["one", "made.txt"]);
    expect((await rig.run("plan")).log).toMatch(nothingToDo);
    expect(await rig.run("delete")).toMatchObject({ exitCode: 0 });
    expect([existsSync(rig.path("made.txt")), existsSync(rig.path("user.txt"))]).toEqual([false, false]);
  });

  it("nothing that a script has started survives its timeout", async () => {
    const rig = new WindowsRig();
    // Numbers by which the programs are found.
    const [child, grandchild] = [String(70_000 + (process.pid % 9_000)), String(80_000 + (process.pid % 9_000))];
    rig.manifest(`
kind: Shell
metadata: { name: slow }
spec:
  shell: cmd /d /c
  timeout: 3s
  create: |
    @echo off
    start /b cmd /d /c "ping -n ${child} 127.0.0.1 > nul"
    echo begun> begun.txt
    cmd /d /c "cmd /d /c ping -n ${grandchild} 127.0.0.1 > nul"
  delete: "@if exist begun.txt del begun.txt"
`);
    const { exitCode, log } = await rig.run("apply");
    expect(exitCode).toBe(1);
    expect(log).toContain("create script did not finish within 3s\n");
    expect(log).toContain("create failed, rolled back");
    expect([...running(`ping -n ${child}`), ...running(`ping -n ${grandchild}`)]).toEqual([]);
    expect(existsSync(rig.path("begun.txt"))).toBe(false);
  });

  it("a script without a shell says what is missing, or runs in what is there", async () => {
    const rig = new WindowsRig();
    rig.manifest("kind: Shell\nmetadata: { name: any }\nspec: { create: echo hello > made.txt, delete: echo gone }");
    const { exitCode, log } = await rig.run("apply");
    if (exitCode === 0) expect(rig.read("made.txt").replaceAll("\0", "")).toContain("hello");
    else {
      expect(log).toContain("create script did not start: there is neither Git's bash nor pwsh on this machine\n");
      expect(log).toContain("Install Git for Windows or PowerShell 7, or name a `shell`, such as `cmd`.");
    }
  });

  it("refuses paths that Windows takes for something else, all at once", async () => {
    const rig = new WindowsRig();
    const byManifest = [
      ["C:/a", '"C:/a" is absolute'],
      ["//server/a", '"//server/a" is absolute'],
      [".GitHub/Workflows/a.yml", "lies in .github/workflows, which opus does not write"],
    ] as const;
    const byKind = [
      ["CON", "Windows can't have a file named `CON`"],
      ["out/nul.txt", "Windows can't have a file named `nul.txt`"],
      ["CONOUT$", "Windows can't have a file named `CONOUT$`"],
      ["COM\u00b9.log", "Windows can't have a file named `COM\u00b9.log`"],
      ["out/a.txt:hidden", "Windows can't have a file named `a.txt:hidden`"],
      ["out/a.", "Windows can't have a file named `a.`"],
      ["out/a ", "Windows can't have a file named `a `"],
      ["what?", "Windows can't have a file named `what?`"],
      ["out\\\\a", "holds a backslash; separate folders with `/`"],
      ["C:a", "names a drive; paths are relative to the working directory"],
      ["GIT~1/config", "lies in `.git`, which opus never touches"],
      [".git./config", "lies in `.git`, which opus never touches"],
    ] as const;
    for (const refused of [byManifest, byKind]) {
      rig.manifest(...refused.map(([path], index) => file(`bad-${index}`, `{ path: "${path}", content: a }`)));
      const { exitCode, log } = await rig.run("apply");
      expect(exitCode).toBe(1);
      for (const [, message] of refused) expect(log).toContain(message);
      expect(log).toContain(`the manifest has ${refused.length} errors`);
      expect(readdirSync(rig.folder)).toEqual(["opus.yaml"]);
    }
  });

  it("two paths that differ by case only are an error of the plan, with both places", async () => {
    const rig = new WindowsRig();
    rig.manifest(file("upper", "{ path: out/A.txt, content: a }"), file("lower", "{ path: OUT/a.txt, content: b }"));
    const { exitCode, log } = await rig.run("plan");
    expect(exitCode).toBe(1);
    expect(log).toContain(
      'opus.yaml:13:7: error same-resource: tasks "upper" and "lower" are the same resource: File out/A.txt and OUT/a.txt are one here, as the file system does not tell upper and lower case apart',
    );
    expect(log).toContain('opus.yaml:8:7: "upper" is here');
  });

  it("the folder of the state is off limits in any case", async () => {
    const rig = new WindowsRig();
    rig.manifest(file("first", "{ path: a.txt, content: a }"));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    rig.manifest(file("first", "{ path: a.txt, content: a }"), file("bad", "{ path: .OPUS/State/x, content: a }"));
    expect((await rig.run("plan")).log).toContain("`.OPUS/State/x` lies where opus keeps its own files");
  });

  it("writes below folders whose path is longer than 260 signs", async () => {
    const rig = new WindowsRig();
    const deep = Array.from({ length: 8 }, (_, index) => `${index}-${"long".repeat(10)}`).join("/");
    rig.manifest(file("deep", `{ path: ${deep}/a.txt, content: a }`));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    expect(rig.read(`${deep}/a.txt`)).toBe("a");
    expect((await rig.run("plan")).log).toMatch(nothingToDo);
    expect(await rig.run("delete")).toMatchObject({ exitCode: 0 });
  });

  it("waits for a file that another program holds open, and says so where it keeps it", async () => {
    const rig = new WindowsRig();
    rig.manifest(file("held", "{ path: out/held.txt, content: one }"));
    expect(await rig.run("apply")).toMatchObject({ exitCode: 0 });
    rig.manifest(file("held", "{ path: out/held.txt, content: two }"));

    const stubborn = await rig.hold(
      "out/held.txt",
      ":again\nif exist let-go exit\nping -n 2 127.0.0.1 > nul\ngoto again\n",
    );
    const failed = await rig.run("apply");
    expect(failed.exitCode).toBe(1);
    expect(failed.log).toContain("Windows refuses it: another program has the file open, or it may not be written");
    expect(failed.log).toContain("Close the program that has it open");
    expect([rig.read("out/held.txt"), readdirSync(rig.path("out"))]).toEqual(["one", ["held.txt"]]);
    rig.write("let-go", "");
    await stubborn.over;

    // It lets go once opus has begun to write.
    const short = await rig.hold("out/held.txt", ":again\nif exist out\\.opus-*.tmp exit\ngoto again\n");
    const done = await rig.run("apply");
    expect([done.exitCode, rig.read("out/held.txt")]).toEqual([0, "two"]);
    await short.over;
    expect((await rig.run("plan")).log).toMatch(nothingToDo);
  });
});

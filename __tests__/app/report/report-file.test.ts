import { execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeReport } from "../../../src/app/report/report-file.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();

function setUp() {
  const home = folder();
  const workspace = join(home, "workspace");
  for (const path of ["workspace", "outside"]) mkdirSync(join(home, path));
  return { home, workspace };
}

it("is written in the workspace and elsewhere, with the folders above it", async () => {
  const { home, workspace } = setUp();
  for (const path of [join(workspace, "a/b/report.json"), join(home, "c/d/report.json")]) {
    for (const text of ["one", "two"]) {
      expect(await writeReport({ path, workspace }, text)).toEqual({ ok: true, value: undefined });
      expect(readFileSync(path, "utf8")).toBe(text);
    }
  }
});

it("takes the place of a symlink in the workspace, and leaves what that names as it is", async () => {
  const { home, workspace } = setUp();
  const outside = join(home, "outside/precious.txt");
  writeFileSync(outside, "precious");
  const path = join(workspace, "report.json");
  symlinkSync(outside, path);
  expect((await writeReport({ path, workspace }, "text")).ok).toBe(true);
  expect([readFileSync(outside, "utf8"), readFileSync(path, "utf8")]).toEqual(["precious", "text"]);
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
});

it("does not leave the workspace through the symlink of a folder, whatever the workspace is called", async () => {
  const { home, workspace } = setUp();
  symlinkSync(join(home, "outside"), join(workspace, "out"));
  symlinkSync(workspace, join(home, "alias"));
  for (const root of [workspace, join(home, "alias")])
    expect(await writeReport({ path: join(root, "out/report.json"), workspace: root }, "text")).toEqual({
      ok: false,
      error: "`out/report.json` leads out of the workspace through a symlink",
    });
  expect(existsSync(join(home, "outside/report.json"))).toBe(false);
});

it("says why it could not be written", async () => {
  const { home, workspace } = setUp();
  for (const path of [workspace, join(home, "outside")])
    expect(await writeReport({ path, workspace }, "text")).toEqual({
      ok: false,
      error: expect.stringMatching(/names a folder|EISDIR/),
    });
});

it("is written where there is no workspace", async () => {
  const { home } = setUp();
  const path = join(home, "report.json");
  expect((await writeReport({ path, workspace: join(home, "gone") }, "text")).ok).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("text");
});

it("waits for nobody to read a pipe, and writes what can't be replaced where it is", async () => {
  const { home, workspace } = setUp();
  const pipe = join(home, "pipe");
  execFileSync("bash", ["-c", `mkfifo "$1"`, "-", pipe]);
  const refused = await writeReport({ path: pipe, workspace }, "text");
  expect([refused.ok, !refused.ok && refused.error]).toEqual([false, expect.stringContaining("ENXIO")]);
  const open = join(home, "redirected.txt");
  const descriptor = openSync(open, "w");
  const path = `/dev/fd/${descriptor}`;
  expect(await writeReport({ path, workspace }, "longer")).toEqual({ ok: true, value: undefined });
  expect(await writeReport({ path, workspace }, "short")).toEqual({ ok: true, value: undefined });
  closeSync(descriptor);
  expect(readFileSync(open, "utf8")).toBe("short");
});

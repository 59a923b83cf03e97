import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { moduleFiles } from "../../../src/node/modules/module-files.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";

let root = "";

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "opus-modules-")));
  mkdirSync(join(root, "repository"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const full = join(root, "repository", path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function files(entry: string, workingDirectory = ".") {
  const repository = join(root, "repository");
  return moduleFiles(entry, new Workspace(repository, workingDirectory), join(repository, workingDirectory));
}

describe("the files of a module", () => {
  it("are its own and what it imports, in every way of writing it, and they in turn", () => {
    write(
      "opus/dns.mjs",
      [
        'import one from "./a.mjs";',
        "import { two,\n  three } from './b/b.mjs'; import\"../c.mjs\";",
        'export * from "./d.mjs";',
        "const e = await import(/* lazy */ `./e.mjs`); const f = require('./f');",
        'const data = (await import("./g%20h.json?v=1#x", { with: { type: "json" } })).default;',
        'import fs from "node:fs"; import pack from "pack"; import(`./${name}.mjs`); import "./gone.mjs";',
      ].join("\n"),
    );
    for (const path of ["opus/a.mjs", "c.mjs", "opus/d.mjs", "opus/e.mjs", "opus/f.cjs", "opus/g h.json"])
      write(path, "1");
    write("opus/b/b.mjs", 'import "../a.mjs"; import "../dns.mjs"; import "./deep.mjs";');
    write("opus/b/deep.mjs", "1");
    write("opus/not-imported.mjs", "1");
    expect(files("opus/dns.mjs")).toEqual({
      paths: [
        "c.mjs",
        "opus/a.mjs",
        "opus/b/b.mjs",
        "opus/b/deep.mjs",
        "opus/d.mjs",
        "opus/dns.mjs",
        "opus/e.mjs",
        "opus/f.cjs",
        "opus/g h.json",
      ],
      checksum: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      whole: true,
    });
  });

  it("have another checksum when the text of one is another, wherever the checkout is", () => {
    write("sub/m.mjs", 'import "../lib/a.mjs";');
    write("lib/a.mjs", "1");
    const { checksum, paths } = files("m.mjs", "sub");
    expect(paths).toEqual(["lib/a.mjs", "sub/m.mjs"]);
    write("lib/b.mjs", "1");
    expect(files("m.mjs", "sub").checksum).toBe(checksum);
    write("lib/a.mjs", "2");
    expect(files("m.mjs", "sub").checksum).not.toBe(checksum);
  });

  it("are also those behind symlinks, but never outside of the workspace", () => {
    writeFileSync(join(root, "outside.mjs"), "canary");
    write("real/m.mjs", 'import "./beside.mjs"; import "../../outside.mjs"; import "./out.mjs";');
    write("real/beside.mjs", "1");
    symlinkSync("../../outside.mjs", join(root, "repository/real/out.mjs"));
    symlinkSync("real/m.mjs", join(root, "repository/m.mjs"));
    const { paths, checksum } = files("m.mjs");
    expect(paths).toEqual(["m.mjs", "real/beside.mjs", "real/m.mjs"]);
    writeFileSync(join(root, "outside.mjs"), "another");
    expect(files("m.mjs").checksum).toBe(checksum);
  });

  it("are not looked for without end", () => {
    for (let at = 0; at < 600; at++) write(`${at}.mjs`, `import "./${at + 1}.mjs";`);
    const { paths, whole } = files("0.mjs");
    expect(whole).toBe(false);
    expect(paths.length).toBeLessThan(502);
  });
});

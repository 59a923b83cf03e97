import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CompileCacheOptions, keepCompiledCode, keptCodeFolder } from "../../src/node/compile-cache.ts";
import { temporaryFolders } from "./temporary.ts";

const folder = temporaryFolders();
const user = process.getuid?.() ?? 0;

/** Node, as far as it is asked: keeps what it compiles in a folder for its version. */
function fakeNode(version = "v24") {
  let inside: string | undefined;
  return {
    enableCompileCache: (path: string) => {
      inside = join(path, version);
      mkdirSync(inside, { recursive: true });
      return { status: 1, directory: path };
    },
    getCompileCacheDir: () => inside,
  };
}

function kept(
  environment: CompileCacheOptions["environment"],
  more: Partial<CompileCacheOptions> = {},
  node = fakeNode(),
) {
  return keepCompiledCode({ environment, platform: "linux", user, ...more }, node);
}

describe("compiled code is kept", () => {
  it("in a folder of the user's caches that nobody else can enter", () => {
    const home = folder();
    const own = join(home, ".cache/magnum-opus");
    expect(kept({ HOME: home })).toBe(join(own, "compiled/v24"));
    expect([own, join(own, "compiled")].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
    expect(kept({ HOME: home })).toBe(join(own, "compiled/v24"));
  });

  it("where the platform, or the user, has caches", () => {
    const [home, caches] = [folder(), folder()];
    const inside = "magnum-opus/compiled/v24";
    expect(kept({ HOME: home, XDG_CACHE_HOME: caches })).toBe(join(caches, inside));
    expect(kept({ HOME: home, XDG_CACHE_HOME: "relative" })).toBe(join(home, ".cache", inside));
    expect(kept({ HOME: home }, { platform: "darwin" })).toBe(join(home, "Library/Caches", inside));
    const local = { LOCALAPPDATA: folder() };
    expect(kept(local, { platform: "win32", user: undefined })).toBe(join(local.LOCALAPPDATA, inside));
  });

  it("in no step, for nobody without a home, and not when somebody has said otherwise", () => {
    const home = folder();
    expect(kept({ HOME: home, GITHUB_ACTIONS: "true" })).toBe(undefined);
    expect(kept({ HOME: home, NODE_DISABLE_COMPILE_CACHE: "1" })).toBe(undefined);
    expect(kept({ HOME: home, NODE_V8_COVERAGE: "/x" })).toBe(undefined);
    expect(kept({ HOME: home }, {}, { ...fakeNode(), getCompileCacheDir: () => "/elsewhere" } as never)).toBe(
      undefined,
    );
    expect(keepCompiledCode({ environment: { HOME: home }, platform: "linux", user }, {})).toBe(undefined);
    expect([{}, { HOME: "" }, { HOME: "here" }].map((environment) => kept(environment))).toEqual(
      Array(3).fill(undefined),
    );
    expect(readdirSync(home)).toEqual([]);
    expect(kept({ HOME: join(home, "missing") })).toBe(undefined);
    expect(existsSync(join(home, "missing"))).toBe(false);
  });
});

describe("compiled code is not taken", () => {
  const isKept = (home: string, more?: Partial<CompileCacheOptions>): boolean =>
    kept({ HOME: home }, more) !== undefined;

  it("from a folder in which others can write, or that is of another user", () => {
    for (const path of [".cache/magnum-opus", ".cache/magnum-opus/compiled"])
      for (const mode of [0o770, 0o702, 0o777]) {
        const home = folder();
        mkdirSync(join(home, ".cache/magnum-opus/compiled"), { recursive: true, mode: 0o700 });
        chmodSync(join(home, path), mode);
        expect(isKept(home), `${path} ${mode.toString(8)}`).toBe(false);
      }
    const home = folder();
    mkdirSync(join(home, ".cache"));
    chmodSync(join(home, ".cache"), 0o777);
    expect(isKept(home)).toBe(false);
    chmodSync(join(home, ".cache"), 0o755);
    expect(isKept(home)).toBe(true);
    expect(isKept(home, { user: user + 1 })).toBe(false);
    chmodSync(home, 0o777);
    expect(isKept(home)).toBe(false);
  });

  it("through a link that somebody has put there, or from a file", () => {
    const [home, elsewhere] = [folder(), folder()];
    mkdirSync(join(home, ".cache"));
    symlinkSync(elsewhere, join(home, ".cache/magnum-opus"));
    expect(isKept(home)).toBe(false);
    // Nor is anything made where it leads.
    expect(readdirSync(elsewhere)).toEqual([]);
    const other = folder();
    writeFileSync(join(other, ".cache"), "");
    expect(isKept(other)).toBe(false);
  });
});

describe("what is kept", () => {
  it("is of the last four versions of Node", () => {
    const home = folder();
    const versions = ["v20", "v21", "v22", "v23", "v24"];
    for (const [age, version] of versions.entries()) {
      const path = kept({ HOME: home }, {}, fakeNode(version)) ?? "";
      utimesSync(path, age, age);
    }
    kept({ HOME: home });
    expect(readdirSync(join(home, ".cache/magnum-opus/compiled")).sort()).toEqual(versions.slice(1));
  });

  it("begins anew when it becomes too much", () => {
    const home = folder();
    const path = kept({ HOME: home }) ?? "";
    for (let file = 0; file < 6; file++) writeFileSync(join(path, `${file}`), "");
    expect(kept({ HOME: home }, { mostFiles: 6 })).toBe(path);
    expect(readdirSync(path)).toHaveLength(6);
    expect(kept({ HOME: home }, { mostFiles: 5 })).toBe(path);
    expect(readdirSync(path)).toEqual([]);
  });
});

describe("code of opus itself", () => {
  it("is kept beside that of Node, in a folder for the same version that nobody else can enter", () => {
    const home = folder();
    const code = join(home, ".cache/magnum-opus/code");
    expect(keptCodeFolder(kept({ HOME: home }) ?? "", user)).toBe(join(code, "v24"));
    expect([code, join(code, "v24")].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
    for (const path of [code, join(code, "v24")]) {
      chmodSync(path, 0o722);
      expect(keptCodeFolder(kept({ HOME: home }) ?? "", user), path).toBe(undefined);
      chmodSync(path, 0o700);
    }
    expect(keptCodeFolder(kept({ HOME: home }) ?? "", user + 1)).toBe(undefined);
  });

  it("is not taken through a link, and begins anew when it becomes too much", () => {
    const [home, elsewhere] = [folder(), folder()];
    const compiled = kept({ HOME: home }) ?? "";
    symlinkSync(elsewhere, join(home, ".cache/magnum-opus/code"));
    expect(keptCodeFolder(compiled, user)).toBe(undefined);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(join(home, ".cache/magnum-opus/code"));
    const path = keptCodeFolder(compiled, user) ?? "";
    for (let file = 0; file < 61; file++) writeFileSync(join(path, `${file}`), "");
    expect(keptCodeFolder(compiled, user)).toBe(path);
    expect(readdirSync(path)).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptNames } from "../../../src/engine/ports/processor.ts";
import { scriptsBeyond } from "../../../src/processors/shell/scripts-beyond-manifest.ts";
import type { ShellFields } from "../../../src/processors/shell/shell-run.ts";

const declared: ShellFields = {
  create: "c",
  read: "r",
  delete: "d",
  workingDirectory: "app",
  env: { NAME: "one", KEY: "${SECRET:k}" },
  secretEnv: { TOKEN: "${SECRET:t}" },
  passEnv: ["AWS_*"],
};

describe("scripts of a recorded Shell that the manifest does not have", () => {
  it("are none where all is the same, or less, or another plain value", () => {
    const { passEnv: _, secretEnv: __, read: ___, ...less } = declared;
    for (const recorded of [declared, less, { ...declared, env: { NAME: "two" } }, { ...declared, timeout: "1s" }])
      expect(scriptsBeyond(recorded, declared)).toEqual([]);
  });

  it.each<[string, Partial<ShellFields>, readonly string[]]>([
    ["another script alone", { read: "x" }, ["read"]],
    ["a script that the manifest has none of", { rollback: "x" }, ["rollback"]],
    ["a shell", { shell: "sh -c 'x'" }, ["create", "read", "delete"]],
    ["another folder", { workingDirectory: "evil" }, ["create", "read", "delete"]],
    ["more variables of the step", { passEnv: ["AWS_*", "*"] }, ["create", "read", "delete"]],
    ["a variable of its own", { env: { BASH_ENV: "x" } }, ["create", "read", "delete"]],
    ["a reference as a value", { env: { NAME: "https://x/${ENV:K}" } }, ["create", "read", "delete"]],
    ["another secret", { secretEnv: { TOKEN: "${SECRET:u}" } }, ["create", "read", "delete"]],
    ["another secret by another name", { secretEnv: { constructor: "x" } }, ["create", "read", "delete"]],
  ])("are told with %s", (_, change, scripts) => {
    expect(scriptsBeyond({ ...declared, ...change }, declared)).toEqual(scripts);
  });

  it.each([
    "PATH",
    "Path",
    "BASH_ENV",
    "LD_PRELOAD",
    "GIT_SSH_COMMAND",
    "NODE_OPTIONS",
    "PYTHONPATH",
    "HOME",
    "GH_PAGER",
  ])("are told with another value of %s, by which programs find code, and not with the same one", (name) => {
    const recorded = { ...declared, env: { [name]: "x" } };
    expect(scriptsBeyond(recorded, recorded)).toEqual([]);
    expect(scriptsBeyond(recorded, { ...declared, env: { [name]: "y" } })).toEqual(["create", "read", "delete"]);
    expect(scriptsBeyond(recorded, declared)).toEqual(["create", "read", "delete"]);
  });

  it.each(["NAME", "NODE_ENV", "HTTPS_PROXY", "API_URL", "APP_PATH", "HOMEPAGE"])(
    "are none with another %s",
    (name) => {
      expect(scriptsBeyond({ create: "c", env: { [name]: "x" } }, { create: "c", env: { [name]: "y" } })).toEqual([]);
    },
  );

  it("are all of them where the manifest has no such task, whatever the rest says", () => {
    const some = fc.subarray([...scriptNames]);
    fc.assert(
      fc.property(some, (names) => {
        const spec = Object.fromEntries(names.map((name) => [name, "x"])) as unknown as ShellFields;
        expect(scriptsBeyond(spec, undefined)).toEqual(scriptNames.filter((name) => names.includes(name)));
      }),
    );
  });

  it("hold any change of a script, by name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...scriptNames), fc.string(), (name, text) => {
        const recorded = { ...declared, [name]: text };
        expect(scriptsBeyond(recorded, declared)).toEqual(text === declared[name] ? [] : [name]);
      }),
    );
  });
});

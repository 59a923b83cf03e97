import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packProgram } from "../../scripts/release/pack.ts";
import { metadata } from "../../src/action/metadata.generated.ts";
import { temporaryFolders } from "../node/temporary.ts";

const folder = temporaryFolders();

it("the package is installed without a network, and runs", () => {
  const [made, prefix, workspace] = [folder(), folder(), folder()];
  const name = packProgram(made);
  expect(name).toBe(`magnum-opus-${metadata.version}.tgz`);
  const npm = ["install", "--global", "--offline", "--no-audit", "--no-fund", "--prefix", prefix, join(made, name)];
  execFileSync("npm", npm, { stdio: ["ignore", "ignore", "pipe"] });
  const opus = (...args: string[]) =>
    execFileSync(join(prefix, "bin/opus"), args, { cwd: workspace, encoding: "utf8", env: plainEnvironment() });
  expect(opus("--version").trim()).toBe(`opus ${metadata.version}`);
  const manifest = join(import.meta.dirname, "../../examples/hello-world/opus.yaml");
  writeFileSync(join(workspace, "opus.yaml"), readFileSync(manifest));
  opus("apply", "--context", "demo");
  expect(readFileSync(join(workspace, "out/hello.txt"), "utf8")).toBe("Hello World!\n");
});

/** As somebody has it in a terminal, with whatever CI this test runs in. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NO_COLOR: "1" };
}

#!/usr/bin/env node
import { keepCompiledCode, keptCodeFolder } from "./node/compile-cache.ts";
import { KeptCode } from "./node/kept-code.ts";

/** Of the bundle: loads a chunk in place of an import. See scripts/late-modules.ts. */
declare const __chunks: { load?: (url: URL) => object | undefined };

const [oldest, here] = [20, Number.parseInt(process.versions.node, 10)];
if (here < oldest) {
  process.stderr.write(
    `opus: this is Node ${process.versions.node}, and Node ${oldest} or newer is needed. Nothing was done.\n`,
  );
  process.exit(1);
}
const { permission } = process as { permission?: { has(scope: string, path: string): boolean } };
if (permission?.has("fs.read", import.meta.dirname) === false) {
  process.stderr.write(
    "opus: Node was started with `--permission`, and may not read the files of opus. Start it without. Nothing was done.\n",
  );
  process.exit(1);
}
// All else is loaded after this: what is loaded before is compiled at every start.
const user = process.getuid?.();
const compiled = keepCompiledCode({ environment: process.env, platform: process.platform, user });
const [, , first = ""] = process.argv;
// Who only asks for these is told sooner without.
const told = ["--version", "-V", "--help", "-h"];
if (compiled !== undefined && typeof __chunks !== "undefined" && !told.includes(first)) {
  const folder = keptCodeFolder(compiled, user);
  if (folder !== undefined) {
    const use = /^[a-z][a-z-]{0,30}$/.test(first) ? first : "other";
    const kept = new KeptCode({ folder, use, onExit: (listener) => process.on("exit", listener) });
    __chunks.load = (url) => kept.load(url);
  }
}
const { runProgram } = await import("./app/program/run-program.ts");
await runProgram({ process, environment: process.env, exit: (status) => process.exit(status) });

#!/usr/bin/env node
import { keepCompiledCode } from "./node/compile-cache.ts";

const [oldest, here] = [20, Number.parseInt(process.versions.node, 10)];
if (here < oldest) {
  process.stderr.write(
    `opus: this is Node ${process.versions.node}, and Node ${oldest} or newer is needed. Nothing was done.\n`,
  );
  process.exit(1);
}
// All else is loaded after this: what is loaded before is compiled at every start.
keepCompiledCode({ environment: process.env, platform: process.platform, user: process.getuid?.() });
const { runProgram } = await import("./app/program/run-program.ts");
await runProgram({ process, environment: process.env, exit: (status) => process.exit(status) });

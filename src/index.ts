#!/usr/bin/env node
import { keepCompiledCode } from "./node/compile-cache.ts";

// All else is loaded after this: what is loaded before is compiled at every start.
keepCompiledCode({ environment: process.env, platform: process.platform, user: process.getuid?.() });
const { runProgram } = await import("./app/program/run-program.ts");
await runProgram({ process, environment: process.env, exit: (status) => process.exit(status) });

// Runs every generator: what they write is committed, and a test compares it with a fresh run.
import { generateValidators } from "./generate-validators.ts";

generateValidators();
// The others write on import. The commands and backends come before the rest, and import what is generated themselves:
// action.yml and schemas have parts that are made of them.
await import("./generate-commands.ts");
const { generateBackends } = await import("./generate-backends.ts");
if (generateBackends()) generateValidators();
await import("./generate-action.ts");

// Runs every generator: what they write is committed, and a test compares it with a fresh run.
import { generateBackends } from "./generate-backends.ts";
import { generateValidators } from "./generate-validators.ts";

// The others write on import. The commands and backends come first: action.yml and schemas have parts that are made of them.
await import("./generate-commands.ts");
generateBackends();
generateValidators();
await import("./generate-action.ts");

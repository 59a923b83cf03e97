// Runs every generator: what they write is committed, and a test compares it with a fresh run.
import { existsSync } from "node:fs";
import { generateBackends } from "./generate-backends.ts";
import { generateValidators } from "./generate-validators.ts";

generateBackends();
generateValidators();
const action = new URL("./generate-action.ts", import.meta.url);
// Generators that live elsewhere run on import.
if (existsSync(action)) await import(action.href);

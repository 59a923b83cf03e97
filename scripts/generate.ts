// Runs every generator: what they write is committed, and a test compares it with a fresh run.
import { generateFields } from "./generate-fields.ts";
import { generateSite } from "./generate-site.ts";
import { generateValidators } from "./generate-validators.ts";

// The others write on import. The commands come first: action.yml and schemas have parts that are made of them, and of the
// backends, which import what is generated themselves.
await import("./generate-commands.ts");
generateValidators();
const { generateBackends } = await import("./generate-backends.ts");
if (generateBackends()) generateValidators();
await import("./generate-action.ts");
generateSite();
generateFields();

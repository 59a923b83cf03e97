/**
 * fast-check, as the tests get it. What they draw follows from the sources: the same commit draws the same values each
 * time, so that nobody's merge fails by chance, and another commit draws others. The full length draws anew each time;
 * a failure tells its seed in every case.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "../../node_modules/fast-check/lib/fast-check.js";

const sources = readFileSync(join(import.meta.dirname, "../../dist/sources.sha256"), "utf8");
if (process.env.OPUS_LENGTH !== "full") fc.configureGlobal({ seed: Number.parseInt(sources.slice(0, 8), 16) | 0 });

export default fc;

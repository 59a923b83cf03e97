import { loadKinds } from "../../processors/built-in.ts";
import { loadSchemas } from "../../schema/validate.ts";

/** Loads what opus ships of these kinds, so that they can be asked without waiting: their code, and their checks. */
export async function loadBuiltIn(kinds: Iterable<string>): Promise<void> {
  const named = new Set(kinds);
  await Promise.all([loadKinds(named), loadSchemas(named)]);
}

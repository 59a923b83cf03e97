import type { Diagnostic } from "./diagnostic.ts";

/**
 * Without those that say the same of the same place: several contexts share one manifest. What more than one of them says is
 * of none.
 */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { context, ...said } = diagnostic;
    const key = JSON.stringify(said);
    const other = known.get(key);
    if (other === undefined || other.context === context) known.set(key, diagnostic);
    else known.set(key, said);
  }
  return [...known.values()];
}

/** What is said in the run of a context, by the name of that. */
export function inContext(diagnostic: Diagnostic, context: string): Diagnostic {
  return diagnostic.context === undefined ? { ...diagnostic, context } : diagnostic;
}

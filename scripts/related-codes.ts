/** Where the docs explain what a family of codes is about, and codes of which one leads to the other. */
import type { DiagnosticCode } from "../src/engine/diagnostics/codes.ts";

interface Area {
  readonly title: string;
  /** From docs/. */
  readonly page: string;
}

/** By the heading in docs/diagnostics.md. */
export const areas: { readonly [family: string]: Area } = {
  Files: { title: "the manifest", page: "manifest.md" },
  YAML: { title: "the manifest", page: "manifest.md" },
  "Documents and fields": { title: "the manifest", page: "manifest.md" },
  Values: { title: "values and secrets", page: "contexts.md#values-and-secrets" },
  "Dependencies and resources": { title: "what commands do", page: "commands.md" },
  References: { title: "references", page: "references.md" },
  "Outputs and hooks": { title: "hooks", page: "hooks.md" },
  "State and locks": { title: "state", page: "state.md" },
  "Reviewed plans": { title: "reviewed plans", page: "reviewed-plans.md#reviewed-plans" },
  reasons: { title: "failures", page: "failures.md" },
};

/** Beside those that stand next to a code in its family. */
export const alike: { readonly [code in DiagnosticCode]?: readonly DiagnosticCode[] } = {
  "manifest-not-found": ["include-matches-nothing"],
  "include-matches-nothing": ["pattern-matches-nothing"],
  "pattern-matches-nothing": ["include-matches-nothing"],
  "unknown-field": ["unknown-kind", "wrong-type"],
  "wrong-type": ["value-type", "unquoted-text"],
  "invalid-value": ["wrong-type"],
  "duplicate-key": ["duplicate-task"],
  "bad-number": ["unquoted-text"],
  "leading-zero": ["wrong-type"],
  "path-escape": ["bad-path"],
  "bad-path": ["path-escape", "path-refused"],
  "no-context": ["bad-context-name"],
  "unknown-target": ["unknown-task"],
  "unknown-task": ["unknown-target", "unknown-output"],
  "unset-secret": ["secret-not-set-here", "unknown-secret"],
  "secret-not-set-here": ["unset-secret"],
  "unknown-value": ["value-required", "value-missing"],
  "value-missing": ["unknown-value"],
  "reference-in-script": ["reference-in-hook"],
  "dependency-cycle": ["value-cycle", "self-dependency"],
  "same-resource": ["former-name-twice"],
  "max-deletes": ["guarded"],
  "prevent-destroy": ["guarded"],
  guarded: ["prevent-destroy", "max-deletes", "most-deleted", "unreviewed-script"],
  policy: ["guarded"],
  "unreviewed-script": ["undeclared-secret", "guarded"],
  "sensitive-output": ["resource-needs-seal"],
  "bad-spec": ["bad-processor", "bad-module"],
  "bad-processor": ["bad-module"],
  "bad-module": ["bad-processor", "hook-failed", "internal"],
  "hook-failed": ["bad-module", "internal"],
  internal: ["hook-failed", "bad-module"],
  "module-changed": ["hidden-kind"],
  "hidden-kind": ["state-hidden", "untrusted"],
  "state-hidden": ["hidden-kind", "untrusted"],
  untrusted: ["state-hidden", "hidden-kind"],
  "nothing-recorded": ["state-beside", "state-elsewhere"],
  "state-beside": ["state-elsewhere", "former-name"],
  "state-elsewhere": ["state-beside", "nothing-recorded"],
  "former-name-in-use": ["former-name-has-state"],
  "former-name-has-state": ["former-name-in-use", "state-conflict"],
  settled: ["leftovers-ended", "run-going-on"],
  "run-going-on": ["state-locked"],
  unlocked: ["state-locked"],
  "state-locked": ["run-going-on", "unlocked"],
  "state-not-stored": ["state-unavailable", "state-conflict"],
  "state-unavailable": ["state-not-stored"],
  "state-conflict": ["former-name-has-state", "state-not-stored"],
  "state-public": ["state-sealed", "weak-passphrase"],
  "volatile-reference": ["plan-changed"],
  "not-reported": ["report-not-written"],
  "drift-not-accepted": ["drift-detected"],
  "drift-detected": ["changes-pending", "drift-not-accepted"],
  "changes-pending": ["drift-detected"],
  "invalid-manifest": ["invalid-input", "unknown-field"],
};

import type { FindSpecRules } from "../ports/spec-rules.ts";
import { fileKind } from "./file/file-kind.ts";
import { httpResourceKind } from "./http-resource/http-resource-kind.ts";
import { type BuiltInKind, builtInVersion } from "./kind.ts";
import { shellKind } from "./shell/shell-kind.ts";

/** The kinds that opus ships. A new one is its folder, and its line here; then `npm run generate`. */
export const builtInKinds: readonly BuiltInKind[] = [fileKind, shellKind, httpResourceKind];

/** How the specs of built-in kinds are read. */
export function specRules(kinds: readonly BuiltInKind[] = builtInKinds): FindSpecRules {
  return (apiVersion, kind) =>
    apiVersion === builtInVersion ? kinds.find((one) => one.kind === kind)?.spec : undefined;
}

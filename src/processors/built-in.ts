import type { FindSpecRules } from "../ports/spec-rules.ts";
import { downloadKind } from "./download/download-kind.ts";
import { fileKind } from "./file/file-kind.ts";
import { folderKind } from "./folder/folder-kind.ts";
import { httpResourceKind } from "./http-resource/http-resource-kind.ts";
import { type BuiltInKind, builtInVersion, type KindFacts, type LateKind } from "./kind.ts";
import { probeKind } from "./probe/probe-kind.ts";
import { shellKind } from "./shell/shell-kind.ts";

/** The kinds that opus ships. A new one is its folder, and its line here; then `npm run generate`. */
export const builtInKinds: readonly (BuiltInKind | LateKind)[] = [
  fileKind,
  shellKind,
  httpResourceKind,
  downloadKind,
  probeKind,
  folderKind,
];

const loaded = new Map<LateKind, BuiltInKind["make"]>();

/** Loads those of these kinds that opus ships and that are not loaded yet. Names of others are fine. */
export async function loadKinds(named: ReadonlySet<string>): Promise<void> {
  for (const kind of builtInKinds)
    if (!("make" in kind) && named.has(kind.kind) && !loaded.has(kind)) loaded.set(kind, await kind.load());
}

/** How to make the processor of a kind; undefined: it is not loaded. */
export function makerOf(kind: BuiltInKind | LateKind): BuiltInKind["make"] | undefined {
  return "make" in kind ? (dependencies) => kind.make(dependencies) : loaded.get(kind);
}

/** How the specs of built-in kinds are read. */
export function specRules(kinds: readonly KindFacts[] = builtInKinds): FindSpecRules {
  return (apiVersion, kind) =>
    apiVersion === builtInVersion ? kinds.find((one) => one.kind === kind)?.spec : undefined;
}

import type { DiagnosticCode } from "../../src/engine/diagnostics/codes.ts";
import { ofFields, ofFiles, ofReferences, ofValues, ofYaml } from "./manifests.ts";
import { ofResources } from "./resources.ts";
import { ofHooks, ofReasons, ofReviews, ofState } from "./running.ts";
import type { Sample } from "./sample.ts";

/** Codes whose message nothing here can bring about, and no test asserts. */
export type Unseen = "lock-not-released" | "journal-not-cleared";

/** What shows each code and reason. A code that is new takes a line here. */
export const samples: { readonly [code in Exclude<DiagnosticCode, Unseen>]: Sample } = {
  ...ofReasons,
  ...ofFiles,
  ...ofYaml,
  ...ofFields,
  ...ofValues,
  ...ofResources,
  ...ofReferences,
  ...ofHooks,
  ...ofState,
  ...ofReviews,
};

import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { BuiltInKind } from "../kind.ts";
import { shellProcessor, shellScripts } from "./shell.ts";

/** Shell: a resource that scripts make, change, read and delete. */
export const shellKind: BuiltInKind = {
  kind: "Shell",
  schema: "schema/shell.json",
  docs: "docs/kinds/shell.md",
  spec: { verbatim: shellScripts, globs: ["inputs", "outputs"], variables: ["env"] },
  // A registry holds processors of many specs; each gets only its own.
  make: (dependencies) => shellProcessor(dependencies) as unknown as TaskProcessor,
};

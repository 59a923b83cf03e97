import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { BuiltInKind } from "../kind.ts";
import { fileOutputs, fileProcessor } from "./file.ts";

/** File: one file in the workspace. */
export const fileKind: BuiltInKind = {
  kind: "File",
  schema: "schema/file.json",
  docs: "docs/kinds/file.md",
  spec: { outputNames: fileOutputs, paths: { path: "write", template: "read", source: "read" } },
  // A registry holds processors of many specs; each gets only its own.
  make: (dependencies) => fileProcessor(dependencies) as unknown as TaskProcessor,
};

import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { LateKind } from "../kind.ts";

/** Folder: files in a folder, made of those in another one. */
export const folderKind: LateKind = {
  kind: "Folder",
  schema: "schema/folder.json",
  docs: "docs/kinds/folder.md",
  spec: {
    outputNames: ["FOLDER_PATH", "FILES", "SHA256_CHECKSUM"],
    paths: { path: "write", source: "read", template: "read" },
    globs: ["include", "exclude"],
  },
  load: async () => {
    const { folderProcessor } = await import("./folder.ts");
    // A registry holds processors of many specs; each gets only its own.
    return (dependencies) => folderProcessor(dependencies) as unknown as TaskProcessor;
  },
};

import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { LateKind } from "../kind.ts";

/** Download: a file in the workspace that comes from a server. */
export const downloadKind: LateKind = {
  kind: "Download",
  schema: "schema/download.json",
  docs: "docs/kinds/download.md",
  spec: { outputNames: ["FILE_PATH", "FOLDER_PATH", "SIZE", "SHA256_CHECKSUM"], paths: { path: "write" } },
  load: async () => {
    const { downloadProcessor } = await import("./download.ts");
    // A registry holds processors of many specs; each gets only its own.
    return (dependencies) => downloadProcessor(dependencies) as unknown as TaskProcessor;
  },
};

import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { LateKind } from "../kind.ts";

/** HttpResource: a thing behind an HTTP API. */
export const httpResourceKind: LateKind = {
  kind: "HttpResource",
  schema: "schema/http-resource.json",
  docs: "docs/kinds/http-resource.md",
  spec: {},
  load: async () => {
    const { httpResourceProcessor } = await import("./http-resource.ts");
    // A registry holds processors of many specs; each gets only its own.
    return (dependencies) => httpResourceProcessor(dependencies) as unknown as TaskProcessor;
  },
};

import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { BuiltInKind } from "../kind.ts";
import { httpResourceProcessor } from "./http-resource.ts";

/** HttpResource: a thing behind an HTTP API. */
export const httpResourceKind: BuiltInKind = {
  kind: "HttpResource",
  schema: "schema/http-resource.json",
  docs: "docs/kinds/http-resource.md",
  spec: {},
  // A registry holds processors of many specs; each gets only its own.
  make: (dependencies) => httpResourceProcessor(dependencies) as unknown as TaskProcessor,
};

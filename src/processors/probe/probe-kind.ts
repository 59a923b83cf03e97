import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { LateKind } from "../kind.ts";

/** Probe: waits until something answers as it should. */
export const probeKind: LateKind = {
  kind: "Probe",
  schema: "schema/probe.json",
  docs: "docs/kinds/probe.md",
  spec: { verbatim: ["command", "shell"], variables: ["env"], outputNames: [] },
  load: async () => {
    const { probeProcessor } = await import("./probe.ts");
    // A registry holds processors of many specs; each gets only its own.
    return (dependencies) => probeProcessor(dependencies) as unknown as TaskProcessor;
  },
};

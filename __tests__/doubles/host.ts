import type { Host } from "../../src/app/host.ts";
import { Handover } from "../../src/app/post-step/handover-file.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { ModuleCalls } from "../../src/node/modules/module-calls.ts";

/** The terminal of somebody who stands in a folder that is their home too, with no hooks, and who never interrupts. */
export function hostIn(directory: string, rest: Partial<Host> = {}): Host {
  return {
    terminal: true,
    version: "0.0.0",
    environment: { PATH: process.env.PATH, HOME: directory },
    directory,
    verbose: false,
    signal: new AbortController().signal,
    urgent: new AbortController().signal,
    stray: () => undefined,
    modules: new ModuleCalls(),
    handover: Handover.none(),
    defaultReportPath: undefined,
    redactor: createRedactor(),
    mask: () => {},
    hooks: async () => [],
    ...rest,
  };
}

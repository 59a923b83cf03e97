import type { ToolRequest } from "../../cli/tool-arguments.ts";
import type { ToolEnv } from "../tools/run-tool.ts";
import type { Program } from "./program.ts";
import { runTerminal } from "./run-terminal.ts";

/** The action's step, which a terminal does without. */
async function runStep(program: Program): Promise<number> {
  const { runStep } = await import("./run-step.ts");
  return runStep(program);
}

/** What the main step could not finish, because it was killed. */
async function runAfterStep(program: Program): Promise<number> {
  const { runAfterStep } = await import("../post-step/run-after-step.ts");
  return runAfterStep(program);
}

/** A small program of the terminal. It shares with a run what reads manifests. */
async function runTool(request: ToolRequest, env: ToolEnv): Promise<number> {
  const { runTool } = await import("../tools/run-tool.ts");
  return runTool(request, env);
}

/**
 * All that a plan takes. The bundle has it in one chunk, as Node loads one large file sooner than some smaller ones; who only
 * asks for the version waits for none of it. What few runs need is imported from within, so that no chunk shares with this one.
 */
export const wholeRun = { runStep, runAfterStep, runTerminal, runTool };

import { builtInCommands, type CommandTable } from "../engine/model/commands.ts";
import type { CommandWork } from "./context/commands/command-work.ts";

/** The commands of the program: the rows, and the code of those that work on state without a plan. */
export interface ProgramCommands {
  readonly table: CommandTable;
  /** By name, for each command of the stage `state`. */
  readonly work: { readonly [name: string]: CommandWork };
}

const forget: CommandWork = async (work) => {
  const { forget } = await import("./context/commands/forget.ts");
  return forget(work);
};

export const programCommands: ProgramCommands = { table: builtInCommands, work: { forget } };

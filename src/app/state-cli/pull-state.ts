import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { StateCommandEnv } from "./state-command-env.ts";
import { storedState } from "./stored-state.ts";

/** `opus state pull`: prints the bytes that are stored. */
export async function pullState(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  await commandEnv.data(found.value.data);
  return ok(undefined);
}

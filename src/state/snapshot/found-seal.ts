import type { Read } from "../../engine/ports/state-store.ts";
import type { Seal } from "../seal/seal.ts";
import { sealedPart } from "./codec.ts";

/** How stored state is sealed. `former`: by a key that opens, and is not the one that seals from now on. */
export type FoundSeal = "plain" | "former" | "current";

/** @returns undefined: nothing is stored */
export async function foundSeal(read: Read, seal: Seal): Promise<FoundSeal | undefined> {
  if (read.state !== "found") return undefined;
  const sealed = sealedPart(read.data);
  if (sealed === undefined) return "plain";
  return (await seal.isCurrent(sealed)) ? "current" : "former";
}

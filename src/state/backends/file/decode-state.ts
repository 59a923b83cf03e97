import type { Read, StateName } from "../../../engine/ports/state-store.ts";
import { commandLine } from "../../../engine/text/command-line.ts";
import type { Sealing } from "../../seal/seal.ts";
import { decode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import type { StateFolder } from "./state-folder.ts";

/** What it takes to decode a file of a folder. */
interface DecodeOptions {
  /** Whose state the folder is of. */
  readonly project: string;
  readonly context: string;
  readonly sealing?: Sealing | undefined;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[];
}

/**
 * Decodes a file of a folder of state.
 * @param path of the file: of the current state, or of an earlier one
 * @param name whose state it has to be; the lineage, where it may be of a former name
 * @returns what is found; or why it can't be used, with what to do
 */
export async function decodeState(
  data: Uint8Array,
  path: string,
  folder: StateFolder,
  { sealing, flags = [], ...own }: DecodeOptions,
  name: StateName & { readonly lineage?: string } = own,
): Promise<Read> {
  const { project, context, lineage } = name;
  const former = path !== folder.state;
  const earlier = folder.earlierFiles();
  const push = commandLine(["opus", "state", "push", "FILE", "--force", ...flags]);
  const elsewhere = "Restore it, or move it away.";
  const kept = earlier ?? "No earlier version of it is kept here; if you have one elsewhere,";
  const remedy = former ? elsewhere : `${kept} put a good one back with \`${push}\`, or copy it over this one.`;
  const foreignRemedy = former ? elsewhere : `${kept} copy the right one over this one.`;
  const known = lineage === undefined ? {} : { lineage };
  const expected = { project, context, ...known, location: path, former, remedy, foreignRemedy, sealing };
  const decoded = await decode(data, expected);
  if (!decoded.ok) {
    const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(data) };
    return { state: "unavailable", failure: decoded.error, ...(damaged ? { damaged } : {}) };
  }
  return { state: "found", snapshot: decoded.value, revision: sha256(data), run: decoded.run, data };
}

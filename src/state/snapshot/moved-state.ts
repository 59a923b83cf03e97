import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import { isObject } from "../../engine/json/json.ts";
import type { StateName } from "../../engine/ports/state-store.ts";

/**
 * A state is not where it was looked for, as it was carried over to another name.
 * @param how a further part of the sentence, which begins with a blank; or empty
 */
export function movedFailure(from: StateName, to: StateName, how = ""): Failure {
  const [old, now] = [shownName(from), shownName(to)];
  const back = [
    ...(from.project === to.project ? [] : [`\`formerNames: [${to.project}]\` under \`metadata\` of the Project`]),
    ...(from.context === to.context ? [] : [`\`formerNames: [${to.context}]\` in the rule of the context`]),
  ];
  return failure(
    "state-unavailable",
    `The state of ${old} was carried over to ${now}${how}, and this manifest does not say so: it is that of an older commit, or was renamed back. Run a newer commit; or, if it was renamed back, add ${back.join(" and ")}. Nothing was changed.`,
  );
}

/** `storefront/prod`. */
export function shownName({ project, context }: StateName): string {
  return `${project}/${context}`;
}

const format = "opus-state-moved";
/** In bytes. */
const longest = 8_192;

/** What is left where a state was carried away from. */
export function movedNote(to: StateName): string {
  const { project, context } = to;
  return `${JSON.stringify({ format, version: 1, project, context }, null, 2)}\n`;
}

/** Reads what `movedNote` wrote; undefined: it is something else. */
export function readMovedNote(data: Uint8Array): StateName | undefined {
  // A state may be large, and need not be read twice.
  if (data.length > longest) return undefined;
  let note: unknown;
  try {
    note = JSON.parse(Buffer.from(data).toString("utf8"));
  } catch {
    return undefined;
  }
  if (!isObject(note) || note.format !== format) return undefined;
  const { project, context } = note;
  return typeof project === "string" && typeof context === "string" ? { project, context } : undefined;
}

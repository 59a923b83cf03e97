import { isObject, type Json } from "../../engine/json/json.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import type { Acceptable } from "../../engine/ports/processor.ts";
import { at, isWithin } from "./pointers.ts";
import { factDifferences, readFacts } from "./resource-facts.ts";
import type { HttpFields } from "./resource-spec.ts";

/**
 * How `body` has to be written for the thing that is there to be what it wants.
 * @param observed recorded after the last write
 */
export function acceptBody(facts: Facts, fields: HttpFields, observed: Facts | undefined): readonly Acceptable[] {
  const unseen = readFacts(facts)?.unseen ?? [];
  return factDifferences(facts, fields, observed).map(({ path, before = null }): Acceptable => {
    const place = path.slice("/body".length);
    // A list would lose them.
    if (unseen.some((one) => one.startsWith(`${place}/`) || isWithin([one], place)))
      return { path, why: "in it is what is sent and never looked at" };
    if (isCut(at(fields.body, place) ?? null, before))
      return { path, why: "something of another shape is there, of which only what the manifest names was read" };
    return { path, value: before };
  });
}

/** Facts have no more of a thing than is declared: an empty one may be one of which nothing is declared. */
function isCut(wanted: Json, found: Json): boolean {
  if (Array.isArray(found)) return found.some((member: Json) => isCutMember(member));
  return isObject(found) && (!isObject(wanted) || isCutMember(found));
}

function isCutMember(found: Json): boolean {
  if (typeof found !== "object" || found === null) return false;
  const members: readonly Json[] = Object.values(found);
  return members.length === 0 || members.some(isCutMember);
}

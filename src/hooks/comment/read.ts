import { md } from "../rendering/markdown.ts";
import { digestOf, readTexts } from "./boundaries.ts";
import { readMarker } from "./marker.ts";
import type { Part, Preview } from "./model.ts";
import { renderLost } from "./render-part.ts";

/**
 * Reads a comment back; undefined when it is none of ours. Texts that are not those of which the marker has the digest are
 * not believed: what can be told of the part without them stands in their place.
 */
export function readComment(body: string): Preview | undefined {
  const marker = readMarker(body);
  if (!marker) return undefined;
  const textsOf = readTexts(body);
  const parts = marker.parts.map((facts, index): Part => {
    const texts = textsOf(index);
    if (digestOf(texts) === marker.digests[index]) return { facts, texts };
    return { facts, texts: { callouts: renderLost(facts), result: md``, changes: md``, terminal: md`` } };
  });
  const { project, left, several } = marker;
  return { project, parts, left, ...(several ? { several } : {}) };
}

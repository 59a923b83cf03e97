import type { JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import type { Acceptable } from "../../engine/ports/processor.ts";
import type { Sha256 } from "./file-access.ts";
import { keptBytes, type PartialFileSpec } from "./file-spec.ts";

const secretHint = "Nothing secret belongs into the repository: take it out of there; or apply, to have it as it was.";

/**
 * How the spec of a File has to be written for the file that is there to be what it wants.
 * @param differing where it is not
 */
export function acceptFile(
  hash: Sha256,
  differing: readonly FieldDiff[],
  facts: Facts,
  spec: PartialFileSpec,
  written: JsonObject,
): readonly Acceptable[] {
  return differing.map(({ path, before }): Acceptable => {
    if (path === "/mode") return { path, value: before ?? null };
    if (facts.type !== "file")
      return { path, why: `a ${facts.type} is there, and no file`, hint: "Move it away, and apply." };
    return acceptContent(hash, facts, spec, written);
  });
}

function acceptContent(hash: Sha256, facts: Facts, spec: PartialFileSpec, written: JsonObject): Acceptable {
  const path = "/content";
  const { template, source } = written;
  if (template !== undefined) {
    const shown = typeof template === "string" ? `\`${template}\`` : "another file";
    const hint = `Compare \`${spec.path}\` with it, and change it by hand.`;
    return { path: "/template", why: `it is made of the template ${shown}, in which values are filled in`, hint };
  }
  const { content, sha256 } = facts;
  if (typeof content === "string" && sha256 === undefined)
    return { path: source === undefined ? path : "/source", why: "what is there holds a secret", hint: secretHint };
  if (source === undefined) {
    if (typeof content === "string") return { path, value: content };
    const hint = `If nothing secret is in it, copy \`${spec.path}\` to a file of its own, and name that as \`source\`.`;
    return { path, why: `what is there is no text, or has more than ${keptBytes / 1024} KiB`, hint };
  }
  const reference = typeof source !== "string" || source.includes("${");
  if (reference || typeof sha256 !== "string")
    return {
      path: "/source",
      why: "which file it is a copy of is said by a reference",
      hint: "If nothing secret is in it, copy it there by hand.",
    };
  return { path: "/source", copy: { from: spec.path, to: source, found: sha256, read: digestRead(hash, spec) } };
}

/** Of what `source` held. */
function digestRead(hash: Sha256, { content, base64, sha256 }: PartialFileSpec): string {
  if (content !== undefined) return hash(content);
  return base64 === undefined ? (sha256 ?? "") : hash(Buffer.from(base64, "base64"));
}

import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts, Output } from "../../engine/model/outcome.ts";
import type { HttpLimits } from "../../engine/ports/http.ts";
import type { AuthRule } from "../http-resource/resource-spec.ts";

/** The spec of a Download: schema/download.json has what each field means. Of a recorded one parts may be missing. */
export interface DownloadFields {
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly auth?: AuthRule;
  readonly limits?: HttpLimits;
  readonly path: string;
  readonly mode?: string;
  readonly sha256?: string;
  readonly unpinned?: boolean;
}

/** All that a spec may have. */
export const downloadFieldNames = ["url", "headers", "auth", "limits", "path", "mode", "sha256", "unpinned"] as const;

/** The fields of a spec that has passed `parse`, or was recorded. */
export function downloadFields(spec: JsonObject): DownloadFields {
  return spec as unknown as DownloadFields;
}

/** The digest that is wanted; undefined: whatever the server has. */
export function pinned({ sha256, unpinned }: DownloadFields): string | undefined {
  return unpinned ? undefined : sha256;
}

/** The permission bits that are wanted; undefined: they don't count. */
export function declaredMode({ mode }: DownloadFields): number | undefined {
  return mode === undefined ? undefined : Number.parseInt(mode, 8);
}

export function showMode(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

/** What an answer says of the version of a file. */
export interface Version {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A digest with its size. */
export interface Content {
  readonly sha256: string;
  readonly size: number;
}

/** What the server of a file that is not pinned has now. */
export type Upstream = Content | { readonly other: string };

/** The content that facts tell of; undefined: there is none. */
export function contentIn(facts: Facts | undefined): Content | undefined {
  if (typeof facts?.sha256 !== "string" || typeof facts.size !== "number") return undefined;
  return { sha256: facts.sha256, size: facts.size };
}

export function versionIn(facts: Facts | undefined): Version {
  return {
    ...(typeof facts?.etag === "string" ? { etag: facts.etag } : {}),
    ...(typeof facts?.lastModified === "string" ? { lastModified: facts.lastModified } : {}),
  };
}

/** Facts of a file that was written. */
export function writtenFacts({ path }: DownloadFields, content: Content, version: Version): Facts {
  return { path, type: "file", ...content, ...version };
}

export function outputsOf({ path }: DownloadFields, { sha256, size }: Content): readonly Output[] {
  return [
    { name: "FILE_PATH", value: path },
    { name: "SIZE", value: size },
    { name: "SHA256_CHECKSUM", value: sha256 },
  ];
}

/**
 * Where facts are not as a spec wants them.
 * @param observed recorded after the last write
 */
export function differences(facts: Facts, fields: DownloadFields, observed: Facts | undefined): FieldDiff[] {
  const found = contentIn(facts);
  const wanted = wantedContent(facts, fields, observed);
  const same = facts.type === "file" && (wanted === undefined || found?.sha256 === wanted.sha256);
  const content: FieldDiff[] = same
    ? []
    : [
        {
          path: "/content",
          before: facts.type === "file" && found ? shownContent(found) : `(${facts.type})`,
          after: wanted === undefined ? `what ${host(fields)} has` : shownContent(wanted),
        },
      ];
  const mode = declaredMode(fields);
  if (facts.type !== "file" || mode === undefined || facts.mode === showMode(mode)) return content;
  return [...content, { path: "/mode", before: facts.mode ?? null, after: showMode(mode) }];
}

/** What the file is to hold. A version that nobody has read yet has no digest. */
function wantedContent(
  { upstream }: Facts,
  fields: DownloadFields,
  observed: Facts | undefined,
): { readonly sha256: string; readonly size?: number } | undefined {
  const sha256 = pinned(fields);
  if (sha256 !== undefined) return { sha256 };
  if (isObject(upstream)) return contentIn(upstream) ?? { sha256: otherVersion(upstream) };
  return contentIn(observed);
}

function otherVersion({ other }: { readonly [key: string]: Json }): string {
  return `another version (${typeof other === "string" ? other : "of unknown age"})`;
}

function shownContent({ sha256, size }: { readonly sha256: string; readonly size?: number }): string {
  const named = /^[0-9a-f]{64}$/.test(sha256) ? `sha256:${sha256}` : sha256;
  return size === undefined ? named : `${named} (${size} bytes)`;
}

function host({ url }: DownloadFields): string {
  return URL.parse(url)?.host ?? "the server";
}

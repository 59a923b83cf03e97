import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts, Output } from "../../engine/model/outcome.ts";
import type { HttpLimits } from "../../engine/ports/http.ts";
import { compileGlobs, type Glob } from "../../engine/text/glob.ts";
import type { AuthRule } from "../http-resource/resource-spec.ts";
import { treeDifferences } from "./tree-facts.ts";

/** What of an archive is unpacked, and where. */
export interface ExtractRule {
  readonly to: string;
  /** Folders at the beginning of each path that are left out. */
  readonly strip?: number;
  /** Globs of paths below `to`; those with `!` leave out. */
  readonly include?: readonly string[];
}

/** The spec of a Download: schema/download.json has what each field means. Of a recorded one parts may be missing. */
export interface DownloadFields {
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly auth?: AuthRule;
  readonly limits?: HttpLimits;
  /** One of `path` and `extract`. */
  readonly path: string;
  readonly extract?: ExtractRule;
  readonly mode?: string;
  readonly sha256?: string;
  readonly unpinned?: boolean;
}

/** Globs of what is unpacked, and of what is left out; undefined: there are none. */
export function includedIn({ include = [] }: Pick<ExtractRule, "include">): {
  readonly wanted: Glob | undefined;
  readonly unwanted: Glob | undefined;
} {
  const wanted = include.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = include.flatMap((pattern) => (pattern.startsWith("!") ? [pattern.slice(1)] : []));
  const compiled = (globs: readonly string[]): Glob | undefined =>
    globs.length > 0 ? compileGlobs(globs, { dot: true }) : undefined;
  return { wanted: compiled(wanted), unwanted: compiled(unwanted) };
}

/** All that a spec may have. */
export const downloadFieldNames = [
  "url",
  "headers",
  "auth",
  "limits",
  "path",
  "extract",
  "mode",
  "sha256",
  "unpinned",
] as const;

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

/** What is to be there, as far as it is known. */
interface Wanted {
  readonly sha256: string;
  readonly size?: number;
}

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

export const downloadOutputs = ["FILE_PATH", "FOLDER_PATH", "SIZE", "SHA256_CHECKSUM"] as const;

/** @param content of the file, or of the archive */
export function outputsOf({ path, extract }: DownloadFields, { sha256, size }: Content): readonly Output[] {
  return [
    extract ? { name: "FOLDER_PATH", value: extract.to } : { name: "FILE_PATH", value: path },
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
  if (fields.extract) return [...archiveDifference(found, wanted), ...treeDifferences(facts)];
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

/** Is what is there of another archive? */
function archiveDifference(found: Content | undefined, wanted: Wanted | undefined): FieldDiff[] {
  if (!found || !wanted || found.sha256 === wanted.sha256) return [];
  return [{ path: "/content", before: shownContent(found), after: shownContent(wanted) }];
}

/** What the file is to hold. A version that nobody has read yet has no digest. */
function wantedContent({ upstream }: Facts, fields: DownloadFields, observed: Facts | undefined): Wanted | undefined {
  const sha256 = pinned(fields);
  if (sha256 !== undefined) return { sha256 };
  if (isObject(upstream)) return contentIn(upstream) ?? { sha256: otherVersion(upstream) };
  return contentIn(observed);
}

function otherVersion({ other }: { readonly [key: string]: Json }): string {
  return `another version (${typeof other === "string" ? other : "of unknown age"})`;
}

function shownContent({ sha256, size }: Wanted): string {
  const named = /^[0-9a-f]{64}$/.test(sha256) ? `sha256:${sha256}` : sha256;
  return size === undefined ? named : `${named} (${size} bytes)`;
}

function host({ url }: DownloadFields): string {
  return URL.parse(url)?.host ?? "the server";
}

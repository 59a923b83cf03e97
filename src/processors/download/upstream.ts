import { createHash } from "node:crypto";
import type { Facts } from "../../engine/model/outcome.ts";
import { comparedDownloadBytes } from "../../engine/model/size-limits.ts";
import type { HttpStream } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { type Asking, versionOf } from "./asking.ts";
import { type Content, contentIn, type Upstream, type Version, versionIn } from "./download-spec.ts";

/**
 * Asks what a server has now of a file that is not pinned. What its validators don't tell is told by its bytes, which are
 * read and kept nowhere.
 * @param recorded facts of the last download, if there was one
 * @throws TaskFailure when it does not say
 */
export async function askUpstream(asking: Asking, recorded: Facts | undefined): Promise<Upstream> {
  const content = contentIn(recorded);
  const version = versionIn(recorded);
  const conditions = content === undefined ? {} : conditionsOf(version);
  return asking.fetch(conditions, async (answer) => {
    const { status } = answer;
    if (content && (status === 304 || (status === 200 && isSame(version, versionOf(answer), content, answer))))
      return content;
    if (status !== 200) throw new TaskFailure(`\`GET ${asking.shown}\` answered ${status}`);
    return (await read(answer)) ?? unread(answer, content, version);
  });
}

function conditionsOf({ etag, lastModified }: Version): { readonly [name: string]: string } {
  if (etag !== undefined) return { "if-none-match": etag };
  return lastModified === undefined ? {} : { "if-modified-since": lastModified };
}

/** Some look at no condition. A weak tag says that the bytes mean the same, which is what counts here. */
function isSame(before: Version, now: Version, { size }: Content, { headers }: HttpStream): boolean {
  if (before.etag !== undefined || now.etag !== undefined) return before.etag === now.etag;
  return (
    before.lastModified !== undefined &&
    before.lastModified === now.lastModified &&
    headers["content-length"] === String(size)
  );
}

/** @returns undefined when there is more than is read for this */
async function read({ headers, pieces }: HttpStream): Promise<Content | undefined> {
  if (Number(headers["content-length"] ?? 0) > comparedDownloadBytes) return undefined;
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > comparedDownloadBytes) return undefined;
    hash.update(piece);
  }
  return { sha256: hash.digest("hex"), size };
}

/** Of a large file: what its validators and its length say. */
function unread(answer: HttpStream, content: Content | undefined, before: Version): Upstream {
  const now = versionOf(answer);
  const length = answer.headers["content-length"];
  const known = [now.etag, now.lastModified, length].find((word) => word !== undefined);
  const tells = Object.keys(before).length > 0 || Object.keys(now).length > 0;
  // Nothing but its length is told: as long as that is the same, it is held to be the same.
  if (content && !tells && (length === undefined || length === String(content.size))) return content;
  return { other: known ?? "of another length" };
}

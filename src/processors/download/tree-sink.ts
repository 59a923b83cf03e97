import { createHash, type Hash } from "node:crypto";
import { sizeWords, unpackedBytes, unpackedFreely, unpackedRatio } from "../../engine/model/size-limits.ts";
import type { WorkFolder } from "../../ports/workspace-files.ts";
import { type ArchiveEntry, type ArchiveSink, done } from "./archive-data.ts";
import { fileState, linkState } from "./tree-facts.ts";
import { type FileMember, refused, type TreeRules } from "./tree-rules.ts";

/** Takes what is unpacked into a work folder: nothing has its place yet. */
export class TreeSink implements ArchiveSink {
  /** What each file is to be, by its path. */
  readonly states = new Map<string, string>();
  readonly #rules: TreeRules;
  readonly #work: WorkFolder;
  /** By the number of a member. */
  readonly #digests = new Map<number, string>();
  #current: { readonly path: string; readonly member: FileMember; readonly hash: Hash } | undefined;
  #bytes = 0;

  constructor(rules: TreeRules, work: WorkFolder) {
    this.#rules = rules;
    this.#work = work;
  }

  unpacked(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > unpackedBytes) throw refused(`it unpacks to more than ${sizeWords(unpackedBytes)}`);
    if (this.#bytes > unpackedFreely && this.#bytes > this.#work.size * unpackedRatio)
      throw refused(`it unpacks to more than ${unpackedRatio} times its size (${sizeWords(this.#work.size)})`);
  }

  entry(entry: ArchiveEntry): boolean {
    const taken = this.#rules.take(entry);
    if (!taken) return false;
    const { path, member } = taken;
    if (member.kind === "symlink") {
      this.states.set(path, linkState(member.target));
      return false;
    }
    const { members } = this.#work;
    if (member.copyOf !== undefined) {
      done(members.copy(member.copyOf, member.number));
      this.#know(path, member, this.#digests.get(member.copyOf) ?? "");
      return false;
    }
    done(members.begin(member.number));
    this.#current = { path, member, hash: createHash("sha256") };
    return true;
  }

  bytes(piece: Uint8Array): void {
    this.#current?.hash.update(piece);
    done(this.#work.members.append(piece));
  }

  end(): void {
    if (!this.#current) return;
    const { path, member, hash } = this.#current;
    this.#current = undefined;
    done(this.#work.members.end(member.executable));
    this.#know(path, member, hash.digest("hex"));
  }

  #know(path: string, { number, executable }: FileMember, sha256: string): void {
    this.#digests.set(number, sha256);
    this.states.set(path, fileState(sha256, executable));
  }
}

import type { StateBody } from "../../engine/model/state-body.ts";
import type { Read } from "../../engine/ports/state-store.ts";
import { bodyDigest, type Followed } from "../snapshot/codec.ts";
import { sameBody } from "../snapshot/same-body.ts";

/** A version that was given to the store. */
interface WrittenVersion {
  readonly serial: number;
  readonly body: StateBody;
}

/** Writes whose end is not known: the store may hold one of these versions. */
export class UnclearWrites {
  #versions: readonly WrittenVersion[] = [];

  get any(): boolean {
    return this.#versions.length > 0;
  }

  add(serial: number, body: StateBody): void {
    this.#versions = [...this.#versions, { serial, body }];
  }

  /**
   * Goes by what the store holds now; then none is unclear any more, unless the store does not answer.
   * @returns the version that has arrived; undefined: none of these
   */
  settle(read: Read | undefined, lineage: string | undefined): (WrittenVersion & { revision: string }) | undefined {
    if (read === undefined || read.state === "unavailable") return undefined;
    const versions = this.#versions;
    this.#versions = [];
    if (read.state === "absent" || read.snapshot.lineage !== lineage) return undefined;
    const { serial, body } = read.snapshot;
    const arrived = versions.find((one) => one.serial === serial && sameBody(one.body, body));
    return arrived && { ...arrived, revision: read.revision };
  }

  /** The versions, as a recovery file may follow them. */
  followed(): readonly Followed[] {
    return this.#versions.map(({ serial, body }) => ({ serial, digest: bodyDigest(body) }));
  }
}

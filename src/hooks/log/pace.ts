import type { TaskReport } from "../../engine/model/report.ts";
import type { EventOf } from "../../engine/model/run-events.ts";
import { httpNoticeMs } from "../../engine/model/timing.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { oneLine } from "../../engine/text/printable.ts";

/** How many tasks of a kind have still to do something, and how many have begun with it. */
interface OfKind {
  left: number;
  begun: number;
}

/** So many tasks tell how many requests one of them takes. */
const enough = 20;

/**
 * How long a run takes whose tasks want a host to get only so many requests a second. It is reckoned by the tasks that are
 * left, since only a few of them wait at once.
 */
export class Pace {
  #paced: EventOf<"paced"> | undefined;
  /** Requests that were sent before this stage of the run. */
  #sentBefore: number | undefined;
  #kindOf = new Map<string, string>();
  #kinds = new Map<string, OfKind>();
  /** While resources are looked at: all tasks. */
  #looking: OfKind | undefined;
  #isTold = false;

  /** Another stage begins: tasks are planned, and what they will do is known. */
  planned(tasks: readonly TaskReport[]): void {
    this.over();
    this.#looking = undefined;
    this.#kindOf = new Map(tasks.map(({ name, kind }) => [name, kind]));
    this.#kinds = new Map();
    for (const { kind, change } of tasks) {
      const known = this.#kinds.get(kind) ?? { left: 0, begun: 0 };
      if (change !== "noop" && change !== "none") known.left++;
      this.#kinds.set(kind, known);
    }
  }

  observing(done: number, total: number): void {
    this.#looking = { left: total - done, begun: done };
    if (done === total) this.over();
  }

  started(task: string): void {
    const known = this.#kinds.get(this.#kindOf.get(task) ?? "");
    if (known) known.begun++;
  }

  finished({ kind, change }: TaskReport): void {
    const known = this.#kinds.get(kind);
    if (known && change !== "noop" && change !== "none") known.left--;
  }

  /** @param tell takes a line for the log, the first time that it will take long */
  paced(event: EventOf<"paced">, tell: (text: string) => void): void {
    this.#sentBefore ??= event.requests - 1;
    this.#paced = event;
    const words = this.#isTold ? "" : this.#words();
    if (words === "") return;
    this.#isTold = true;
    tell(`Requests wait for their turn: ${words}`);
  }

  /** A line of progress, with how long it will take. */
  with(progress: string): string {
    const words = this.#words();
    return words === "" ? progress : `${progress} · ${words}`;
  }

  /** `10 requests a second to api.example: about 49 s`; empty where nobody waits for long. */
  #words(): string {
    if (!this.#paced) return "";
    const { host, perSecond, requests, waiting, task } = this.#paced;
    const ofKind = this.#kinds.get(this.#kindOf.get(task) ?? "");
    const { left, begun } = this.#looking ?? ofKind ?? { left: 0, begun: 0 };
    const sent = requests - (this.#sentBefore ?? 0);
    const each = begun < enough ? 1 : Math.max(1, sent / begun);
    const seconds = Math.max(left * each, waiting) / perSecond;
    if (seconds * 1_000 < httpNoticeMs) return "";
    return `${perSecond} requests a second to ${oneLine(host)}: about ${grouped(Math.ceil(seconds))} s`;
  }

  over(): void {
    this.#paced = undefined;
    this.#sentBefore = undefined;
    this.#isTold = false;
  }
}

import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { betweenWritesMs } from "../../engine/model/timing.ts";
import type {
  CheckAnnotation,
  CheckChange,
  CheckConclusion,
  CheckIdentity,
  CheckOutput,
  CheckRuns,
  FoundCheck,
} from "../../ports/checks.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";
import { batchesOf } from "./notes.ts";

/** What the post step ends, should nobody else. */
export interface LeftChecks {
  /** These checks are about to be made, now or later. */
  opened(checks: readonly CheckIdentity[]): void;
  /** The run of its context is over. @param told whether the check says so: then nothing is left to do */
  ended(check: CheckIdentity, told: boolean): void;
}

export interface KeepOptions {
  readonly runs: () => Promise<CheckRuns>;
  readonly identity: CheckIdentity;
  /** ISO 8601, now. */
  timestamp(): string;
  readonly detailsUrl: string | undefined;
  readonly left: LeftChecks;
  /** Ends early with the signal. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** How a check ends. */
export interface Ending {
  readonly conclusion: CheckConclusion;
  readonly output: CheckOutput;
  readonly annotations: readonly CheckAnnotation[];
  /** What it shows where GitHub does not take the output. */
  readonly bare: CheckOutput;
}

/** What went wrong with a check. */
export interface CheckTrouble {
  readonly trouble: ApiTrouble;
  /** It has ended as it should, and lacks so many annotations. */
  readonly lost?: number;
  /** It has ended as it should, and shows its title at most. */
  readonly bare?: true;
  /** It is there, and stays in progress: its number. */
  readonly open?: number;
}

type Asked<T> = Promise<Result<T, ApiTrouble>>;

/** The check of one context, from the moment it begins to run. The post step has been told of it. */
export class KeptCheck {
  readonly #options: KeepOptions;
  #startedAt: string | undefined;
  #made: Asked<FoundCheck> | undefined;
  /** What it was ended with. */
  #ended: CheckConclusion | undefined;
  /** Annotations that GitHub has, and how many. */
  readonly #there = new Set<string>();
  #count = 0;

  constructor(options: KeepOptions) {
    this.#options = options;
  }

  /** Makes it, in progress. @returns why it could not be made */
  async begin(output: CheckOutput, signal: AbortSignal): Promise<ApiTrouble | undefined> {
    this.#made = this.#create(undefined, output, signal);
    const made = await this.#made;
    if (made.ok) return undefined;
    if (!made.error.unclear) this.#left(true);
    return made.error;
  }

  /**
   * Ends it, making it first where it is not there yet. The last request ends it, so a check that has ended is whole.
   * @param refused why GitHub takes no checks of this run: only one that is there already is ended
   * @returns why it is not as it should be
   */
  async end(ending: Ending, refused: ApiTrouble | undefined, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { identity, left } = this.#options;
    if (this.#ended === ending.conclusion) return undefined;
    const again = this.#ended !== undefined;
    if (again) left.opened([identity]);
    const trouble = await this.#end(again ? { ...ending, annotations: [] } : ending, refused, signal);
    const isTold = trouble === undefined || trouble.lost !== undefined || trouble.bare !== undefined;
    if (isTold) this.#ended = ending.conclusion;
    // Of what was refused nothing is there that could be left.
    this.#left(isTold || (trouble.open === undefined && isRefused(trouble.trouble)));
    return trouble;
  }

  #left(told: boolean): void {
    this.#options.left.ended(this.#options.identity, told);
  }

  async #end(ending: Ending, refused: ApiTrouble | undefined, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { conclusion, output, annotations } = ending;
    const found = await this.#find(signal);
    if (!found.ok) return { trouble: found.error };
    if (found.value) return this.#write(found.value.id, ending, signal);
    if (refused) return { trouble: refused };
    const [first = [], ...others] = batchesOf(annotations);
    const only = others.length === 0 ? conclusion : undefined;
    this.#made = this.#create(only, { ...output, annotations: first }, signal);
    const made = await this.#made;
    if (made.ok) {
      this.#has(first);
      return only === undefined ? this.#write(made.value.id, ending, signal) : undefined;
    }
    if (!made.error.unclear) return this.#createLess(made.error, ending, signal);
    const there = await this.#find(signal);
    if (!there.ok || there.value === undefined) return { trouble: made.error };
    if (there.value.annotations >= first.length) this.#has(first);
    return this.#write(there.value.id, ending, signal);
  }

  /** Adds annotations by fifty, and ends the check with the last of them. */
  async #write(id: number, ending: Ending, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { conclusion, output, annotations } = ending;
    const batches = batchesOf(annotations.filter((one) => !this.#there.has(JSON.stringify(one))));
    let trouble: ApiTrouble | undefined;
    let lost = 0;
    for (const [at, batch] of batches.entries()) {
      const ends = at === batches.length - 1 ? { conclusion } : {};
      const written = await this.#add(id, { ...ends, output: { ...output, annotations: batch } }, batch, signal);
      if (written.ok) {
        this.#has(batch);
        continue;
      }
      trouble = written.error;
      if (isForbidden(trouble)) return { trouble, open: id };
      lost += batch.length;
    }
    // The last one may be among them. That a check has ended can be said twice.
    return trouble && this.#close(id, ending, trouble, lost, signal);
  }

  /** Sends annotations, of which each stands there once: where nobody knows whether they came, GitHub is asked. */
  async #add(id: number, change: CheckChange, batch: readonly CheckAnnotation[], signal: AbortSignal): Asked<void> {
    const { identity, sleep } = this.#options;
    const runs = await this.#options.runs();
    const before = this.#count;
    for (let turn = 1; ; turn++) {
      const written = await runs.change(id, change, signal);
      if (written.ok || !written.error.unclear || batch.length === 0) return written;
      // What GitHub lists may be a moment old.
      await sleep(betweenWritesMs, signal).catch(() => {});
      const found = await runs.find(identity, signal);
      if (found.ok && found.value && found.value.annotations >= before + batch.length) return ok(undefined);
      if (!found.ok || found.value === undefined || turn === 2) return written;
    }
  }

  /** Ends it with less and less, as GitHub refuses the whole for a part that it does not take. */
  async #close(
    id: number,
    { conclusion, output, bare }: Ending,
    why: ApiTrouble,
    lost: number,
    signal: AbortSignal,
  ): Promise<CheckTrouble | undefined> {
    const runs = await this.#options.runs();
    let trouble = why;
    // The whole was refused without any.
    const isKnown = lost === 0 && why.kind === "refused";
    for (const less of isKnown ? [bare, undefined] : [output, bare, undefined]) {
      const ended = await runs.change(id, { conclusion, ...(less ? { output: less } : {}) }, signal);
      if (ended.ok) return less === output ? lacking(why, lost) : { trouble, bare: true };
      trouble = ended.error;
      if (trouble.kind !== "refused") break;
    }
    return isRefused(trouble) ? { trouble, open: id } : { trouble };
  }

  async #createLess(why: ApiTrouble, ending: Ending, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { annotations, conclusion, output, bare } = ending;
    let trouble = why;
    for (const less of annotations.length === 0 ? [bare, undefined] : [output, bare, undefined]) {
      if (trouble.kind !== "refused") break;
      this.#made = this.#create(conclusion, less, signal);
      const made = await this.#made;
      if (made.ok) return less === output ? lacking(why, annotations.length) : { trouble, bare: true };
      trouble = made.error;
    }
    return { trouble };
  }

  async #create(conclusion: CheckConclusion | undefined, output: CheckOutput | undefined, signal: AbortSignal) {
    const { runs, identity, timestamp, detailsUrl } = this.#options;
    this.#startedAt ??= timestamp();
    const startedAt = this.#startedAt;
    return (await runs()).create({ ...identity, startedAt, detailsUrl, conclusion, output }, signal);
  }

  #has(batch: readonly CheckAnnotation[]): void {
    this.#count += batch.length;
    for (const one of batch) this.#there.add(JSON.stringify(one));
  }

  /** The check that is there, if it is: whether it was made may be unclear. */
  async #find(signal: AbortSignal): Asked<FoundCheck | undefined> {
    const made = this.#made && (await Promise.race([this.#made, nothingHeard(signal)]));
    if (made === undefined) return ok(undefined);
    if (made.ok || !made.error.unclear) return made.ok ? made : ok(undefined);
    const found = await (await this.#options.runs()).find(this.#options.identity, signal);
    return found.ok ? found : err(found.error);
  }
}

/** True when GitHub said no, and will say so again. */
export function isRefused(trouble: ApiTrouble): boolean {
  return isForbidden(trouble) || trouble.kind === "refused";
}

/** True when this token may not do it, whatever is sent. */
export function isForbidden({ kind }: ApiTrouble): boolean {
  return kind === "forbidden" || kind === "missing";
}

function lacking(trouble: ApiTrouble, lost: number): CheckTrouble | undefined {
  return lost === 0 ? undefined : { trouble, lost };
}

/** Ends with the signal. */
function nothingHeard(signal: AbortSignal): Promise<Result<FoundCheck, ApiTrouble>> {
  const nothing = err<ApiTrouble>({ kind: "unreachable", said: "GitHub has not answered yet", unclear: true });
  return new Promise((resolve) => {
    if (signal.aborted) resolve(nothing);
    else signal.addEventListener("abort", () => resolve(nothing), { once: true });
  });
}

import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type {
  CheckAnnotation,
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
  /** The check is about to be made. */
  opened(check: CheckIdentity): void;
  /** The run of its context is over. @param told whether the check says so: then nothing is left to do */
  ended(check: CheckIdentity, told: boolean): void;
}

export interface KeepOptions {
  readonly runs: CheckRuns;
  readonly identity: CheckIdentity;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly detailsUrl: string | undefined;
  readonly left: LeftChecks;
}

/** How a check ends. */
export interface Ending {
  readonly conclusion: CheckConclusion;
  readonly output: CheckOutput;
  readonly annotations: readonly CheckAnnotation[];
}

/** What went wrong with a check; `lost` annotations are not in it, and the rest of it is as it should be. */
export interface CheckTrouble {
  readonly trouble: ApiTrouble;
  readonly lost?: number;
}

/** The check of one context, from the moment it begins to run. */
export class KeptCheck {
  readonly #options: KeepOptions;
  #made: Promise<Result<FoundCheck, ApiTrouble>> | undefined;
  /** What it was ended with. */
  #ended: CheckConclusion | undefined;

  constructor(options: KeepOptions) {
    this.#options = options;
  }

  /** Makes it, in progress. @returns why it could not be made */
  async begin(output: CheckOutput, signal: AbortSignal): Promise<ApiTrouble | undefined> {
    const { identity, left } = this.#options;
    left.opened(identity);
    this.#made = this.#create(undefined, output, signal);
    const made = await this.#made;
    if (made.ok) return undefined;
    if (!made.error.unclear) left.ended(identity, true);
    return made.error;
  }

  /**
   * Ends it, making it first where it is not there yet. The last request ends it, so a check that has ended is whole.
   * @returns why it is not as it should be
   */
  async end(ending: Ending, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { identity, left } = this.#options;
    if (this.#ended === ending.conclusion) return undefined;
    const again = this.#ended !== undefined;
    left.opened(identity);
    const trouble = await this.#end(again ? { ...ending, annotations: [] } : ending, signal);
    const isTold = trouble === undefined || trouble.lost !== undefined;
    if (isTold) this.#ended = ending.conclusion;
    // Of what was refused nothing is there that could be left.
    left.ended(identity, isTold || isRefused(trouble.trouble));
    return trouble;
  }

  async #end(ending: Ending, signal: AbortSignal): Promise<CheckTrouble | undefined> {
    const { conclusion, output, annotations } = ending;
    const found = await this.#find(signal);
    if (!found.ok) return { trouble: found.error };
    const batches = batchesOf(annotations);
    if (found.value) return this.#write(found.value.id, batches, ending, signal);
    const [first = [], ...others] = batches;
    const only = others.length === 0 ? conclusion : undefined;
    const made = await this.#create(only, { ...output, annotations: first }, signal);
    this.#made = Promise.resolve(made);
    if (!made.ok) return this.#withoutAnnotations(made.error, ending, signal);
    return only === undefined ? this.#write(made.value.id, others, ending, signal) : undefined;
  }

  /** Adds annotations by fifty, and ends the check with the last of them. */
  async #write(
    id: number,
    batches: readonly (readonly CheckAnnotation[])[],
    { conclusion, output }: Ending,
    signal: AbortSignal,
  ): Promise<CheckTrouble | undefined> {
    const { runs } = this.#options;
    let missing: CheckTrouble | undefined;
    let lost = 0;
    for (const [at, annotations] of batches.entries()) {
      const ends = at === batches.length - 1 ? { conclusion } : {};
      const written = await runs.change(id, { ...ends, output: { ...output, annotations } }, signal);
      if (written.ok) continue;
      const { error: trouble } = written;
      if (trouble.kind === "forbidden" || trouble.kind === "missing") return { trouble };
      lost += annotations.length;
      missing = { trouble, lost };
    }
    if (missing === undefined) return undefined;
    // The last one may be among them. That a check has ended can be said twice.
    const ended = await runs.change(id, { conclusion, output }, signal);
    if (!ended.ok) return { trouble: ended.error };
    return lost === 0 ? undefined : missing;
  }

  /** GitHub refuses the whole check for one annotation that it does not take. */
  async #withoutAnnotations(
    trouble: ApiTrouble,
    ending: Ending,
    signal: AbortSignal,
  ): Promise<CheckTrouble | undefined> {
    const { annotations, conclusion, output } = ending;
    if (trouble.kind !== "refused" || annotations.length === 0) return { trouble };
    const made = await this.#create(conclusion, output, signal);
    this.#made = Promise.resolve(made);
    return made.ok ? { trouble, lost: annotations.length } : { trouble: made.error };
  }

  #create(conclusion: CheckConclusion | undefined, output: CheckOutput, signal: AbortSignal) {
    const { runs, identity, startedAt, detailsUrl } = this.#options;
    return runs.create({ ...identity, startedAt, detailsUrl, conclusion, output }, signal);
  }

  /** The check that is there, if it is: whether it was made may be unclear. */
  async #find(signal: AbortSignal): Promise<Result<FoundCheck | undefined, ApiTrouble>> {
    const made = this.#made && (await Promise.race([this.#made, nothingHeard(signal)]));
    if (made === undefined) return ok(undefined);
    if (made.ok || !made.error.unclear) return made.ok ? made : ok(undefined);
    const found = await this.#options.runs.find(this.#options.identity, signal);
    return found.ok ? found : err(found.error);
  }
}

/** True when GitHub said no, and will say so again. */
export function isRefused({ kind }: ApiTrouble): boolean {
  return kind === "forbidden" || kind === "missing" || kind === "refused";
}

/** Ends with the signal. */
function nothingHeard(signal: AbortSignal): Promise<Result<FoundCheck, ApiTrouble>> {
  const nothing = err<ApiTrouble>({ kind: "unreachable", said: "GitHub has not answered yet", unclear: true });
  return new Promise((resolve) => {
    if (signal.aborted) resolve(nothing);
    else signal.addEventListener("abort", () => resolve(nothing), { once: true });
  });
}

import { randomUUID } from "node:crypto";
import { fstatSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { branchName } from "../../action/inputs.ts";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type JsonObject } from "../../engine/json/json.ts";
import type { ProjectState } from "../../engine/model/project.ts";
import { systemCode } from "../../node/files/file-problem.ts";
import { closing, openForReading } from "../../node/files/file-reading.ts";
import { writeWholeFile } from "../../node/files/file-writing.ts";
import { openByPath } from "../../node/files/held-folder.ts";
import { makeFolders } from "../../node/files/make-folders.ts";
import type { CheckIdentity } from "../../ports/checks.ts";
import type { Backend } from "../../state/backend.ts";
import { builtInBackends } from "../../state/backends.ts";
import type { ProcessIdentity } from "../../state/lock/process-identity.ts";
import { type CheckSeries, isMark, readSeries } from "../check/check-series.ts";
import { handoverPlace, isHandoverPlace } from "./handover-place.ts";

/**
 * A context that is open for writing: what it takes to open it again, and the environment does not say. Scripts can write
 * the file in which it stands: the server, the repository and the token's way to them are no part of it.
 */
export interface OpenContext {
  /** What the Project says of the place of state; inputs go before it. */
  readonly said: ProjectState;
  readonly project: string;
  readonly context: string;
  readonly command: string;
  /** The lock that is held, or was asked for; where there are none, only a name for this run. */
  readonly lockId: string;
  /**
   * The run of this context is through, and could not do all: `results` are not stored, or only the `lock` may still be
   * held. Absent: it was killed.
   */
  readonly left?: Left;
}

export type Left = "results" | "lock";

/** A check that has not ended, as far as is known. Which one it is says the mark, which GitHub keeps. */
export interface OpenCheck extends CheckIdentity {
  /** The run is through, and could not say so there. Absent: it was killed. */
  readonly ended?: true;
}

/** The step has not come to its checks yet: those that older runs of it have written count no more, should it be killed. */
export interface OlderChecks extends CheckSeries {
  /** The commit that they are of. */
  readonly sha: string;
}

/** What a step leaves to its post step. */
export interface HandoverContent {
  readonly process: ProcessIdentity;
  readonly contexts: readonly OpenContext[];
  readonly checks: readonly OpenCheck[];
  /** Undefined: its own checks count. */
  readonly older: OlderChecks | undefined;
  /** Names of the variables that held secrets, so that the post step hides them too. */
  readonly secretVariables: readonly string[];
}

const commitId = /^[0-9a-f]{40,64}$/;
const format = "opus-handover";
const version = 2;

/** What the post step of this step has to finish, should this process be killed. In a terminal nothing is written. */
export class Handover {
  readonly #target: { readonly path: string; readonly process: ProcessIdentity } | undefined;
  #contexts: readonly OpenContext[] = [];
  #checks: readonly OpenCheck[] = [];
  #older: OlderChecks | undefined;
  #secretVariables: readonly string[] = [];

  private constructor(target?: { readonly path: string; readonly process: ProcessIdentity }) {
    this.#target = target;
  }

  /** There is no post step. */
  static none(): Handover {
    return new Handover();
  }

  /**
   * Tells the runner where the handover will be; the file is there only while a context or a check is open.
   * @param folder for temporary files of the job
   * @param process this one
   * @param tell hands the path to the post step
   */
  static begin(folder: string, process: ProcessIdentity, tell: (path: string) => void): Handover {
    const path = handoverPlace(folder, randomUUID());
    tell(path);
    return new Handover({ path, process });
  }

  /** Tells which variables hold secrets; before any context is opened. */
  keepSecret(variables: readonly string[]): void {
    this.#secretVariables = variables;
  }

  /** A lock is about to be asked for. Throws system errors. */
  open(entry: OpenContext): void {
    this.#contexts = [...this.#others(entry.context), entry];
    this.#write();
  }

  /**
   * The run of a context is through. Throws system errors.
   * @param left what the post step is to try again; undefined: nothing
   */
  close(context: string, left: Left | undefined): void {
    const entry = this.#contexts.find((one) => one.context === context);
    if (!entry) return;
    this.#contexts = [...this.#others(context), ...(left === undefined ? [] : [{ ...entry, left }])];
    this.#write();
  }

  /** It is not known yet which checks there will be, or it is: undefined. Throws system errors. */
  awaitChecks(older: OlderChecks | undefined): void {
    this.#older = older;
    this.#write();
  }

  /** Checks are about to be made, so it is known which. Throws system errors. */
  openChecks(checks: readonly CheckIdentity[]): void {
    const marks = new Set(checks.map(({ mark }) => mark));
    const others = this.#checks.filter(({ mark }) => !marks.has(mark));
    this.#checks = [...others, ...checks.map(({ name, sha, mark }) => ({ name, sha, mark }))];
    this.#older = undefined;
    this.#write();
  }

  /**
   * The run that a check is of is through. Throws system errors.
   * @param told whether the check says so, or can't be there: then nothing is left to do
   */
  closeCheck({ name, sha, mark }: CheckIdentity, told: boolean): void {
    const others = this.#checks.filter((one) => one.mark !== mark);
    this.#checks = [...others, ...(told ? [] : [{ name, sha, mark, ended: true } as const])];
    this.#write();
  }

  #others(context: string): readonly OpenContext[] {
    return this.#contexts.filter((one) => one.context !== context);
  }

  /** All at once, so that the post step never finds half of it. */
  #write(): void {
    const contexts = this.#contexts;
    const checks = this.#checks;
    const older = this.#older;
    if (this.#target === undefined) return;
    const { path, process } = this.#target;
    if (contexts.length === 0 && checks.length === 0 && older === undefined) {
      rmSync(path, { force: true });
      return;
    }
    makeFolders(dirname(path));
    const content = { format, version, process, contexts, checks, older, secretVariables: this.#secretVariables };
    writeWholeFile(path, Buffer.from(JSON.stringify(content)), 0o600);
  }
}

/**
 * Reads a handover. Undefined: the step has left nothing to do. An error says what is wrong with it.
 * @param folder for temporary files of the job, where every handover is
 * @param backends those that it may name
 */
export function readHandover(
  path: string,
  folder: string,
  backends: readonly Backend[] = builtInBackends,
): Result<HandoverContent | undefined, string> {
  if (!isHandoverPlace(path, folder)) return err(`${path} is no place of a handover`);
  let text: string;
  try {
    const descriptor = openForReading(openByPath(dirname(path)), basename(path));
    text = closing(descriptor, () => (fstatSync(descriptor).isFile() ? readFileSync(descriptor, "utf8") : ""));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return ok(undefined);
    return err(error instanceof Error ? error.message : String(error));
  }
  try {
    const content: unknown = JSON.parse(text);
    if (!isObject(content) || content.format !== format) return err(`${path} is no handover`);
    if (content.version !== version)
      return err(`${path} has version ${JSON.stringify(content.version)}, and this program knows ${version}`);
    const checked = checkedContent(content, backends);
    return checked ? ok(checked) : err(`${path} holds what no step writes`);
  } catch {
    return err(`${path} is not JSON`);
  }
}

/** Only what a step can have written. */
function checkedContent(
  { process, contexts, checks = [], older, secretVariables }: JsonObject,
  backends: readonly Backend[],
): HandoverContent | undefined {
  const identity = asProcess(process);
  if (!identity || !Array.isArray(contexts) || !Array.isArray(secretVariables)) return undefined;
  const open = contexts.map((one) => asContext(one, backends));
  if (!open.every((one) => one !== undefined) || !secretVariables.every(isText)) return undefined;
  const left = Array.isArray(checks) ? checks.map(asCheck) : [undefined];
  if (!left.every((one) => one !== undefined)) return undefined;
  const series = older === undefined ? undefined : asOlder(older);
  if (older !== undefined && series === undefined) return undefined;
  return { process: identity, contexts: open, checks: left, older: series, secretVariables };
}

function asProcess(value: unknown): ProcessIdentity | undefined {
  if (!isObject(value)) return undefined;
  const { machine, host, bootId, processNamespace, pid, startTime } = value;
  const told = [machine, bootId, processNamespace, startTime].every((one) => one === null || isText(one));
  if (!told || !isText(host) || typeof pid !== "number" || !Number.isInteger(pid) || pid < 2) return undefined;
  return value as unknown as ProcessIdentity;
}

function asContext(value: unknown, backends: readonly Backend[]): OpenContext | undefined {
  if (!isObject(value)) return undefined;
  const { said, project, context, command, lockId, left } = value;
  if (!isObject(said) || ![project, context, command, lockId].every(isText)) return undefined;
  if (left !== undefined && left !== "results" && left !== "lock") return undefined;
  const { backend, branch, path, ...others } = said;
  if (Object.keys(others).length > 0 || (path !== undefined && !isText(path))) return undefined;
  if (backend !== undefined && !backends.some(({ name }) => name === backend)) return undefined;
  if (branch !== undefined && !(isText(branch) && branchName.test(branch))) return undefined;
  return value as unknown as OpenContext;
}

function asCheck(value: unknown): OpenCheck | undefined {
  if (!isObject(value)) return undefined;
  const { name, sha, mark, ended } = value;
  if (!isText(name) || !isText(sha) || !isText(mark) || (ended !== undefined && ended !== true)) return undefined;
  // Both go into the path of a request, or are looked for.
  return commitId.test(sha) && isMark(mark) ? (value as unknown as OpenCheck) : undefined;
}

function asOlder(value: unknown): OlderChecks | undefined {
  if (!isObject(value)) return undefined;
  const series = readSeries(value);
  const { sha } = value;
  return series && isText(sha) && commitId.test(sha) ? { ...series, sha } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 1000;
}

import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "../engine/diagnostic.ts";
import { isObject } from "../engine/json.ts";
import type { ProcessIdentity } from "../state/machine.ts";
import type { StatePlace } from "./state-place.ts";

/** A context that is open for writing: what it takes to open it again. */
export interface OpenContext {
  /** Where its state is; no secrets. */
  readonly place: StatePlace;
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

/** What a step leaves to its post step. */
export interface HandoverContent {
  readonly process: ProcessIdentity;
  readonly contexts: readonly OpenContext[];
  /** Names of the variables that held secrets, so that the post step hides them too. */
  readonly secretVariables: readonly string[];
}

const format = "opus-handover";
const version = 1;

/** What the post step of this step has to finish, should this process be killed. In a terminal nothing is written. */
export class Handover {
  readonly #target: { readonly path: string; readonly process: ProcessIdentity } | undefined;
  #contexts: readonly OpenContext[] = [];
  #secretVariables: readonly string[] = [];

  private constructor(target?: { readonly path: string; readonly process: ProcessIdentity }) {
    this.#target = target;
  }

  /** There is no post step. */
  static none(): Handover {
    return new Handover();
  }

  /**
   * Tells the runner where the handover will be; the file is there only while a context is open.
   * @param folder for temporary files of the job
   * @param process this one
   * @param tell hands the path to the post step
   */
  static begin(folder: string, process: ProcessIdentity, tell: (path: string) => void): Handover {
    const path = join(folder, "opus", `handover-${randomUUID()}.json`);
    tell(path);
    return new Handover({ path, process });
  }

  /** Tells which variables hold secrets; before any context is opened. */
  keepSecret(variables: readonly string[]): void {
    this.#secretVariables = variables;
  }

  /** A lock is about to be asked for. Throws system errors. */
  open(entry: OpenContext): void {
    this.#write([...this.#others(entry.context), entry]);
  }

  /**
   * The run of a context is through. Throws system errors.
   * @param left what the post step is to try again; undefined: nothing
   */
  close(context: string, left: Left | undefined): void {
    const entry = this.#contexts.find((one) => one.context === context);
    if (entry) this.#write([...this.#others(context), ...(left === undefined ? [] : [{ ...entry, left }])]);
  }

  #others(context: string): readonly OpenContext[] {
    return this.#contexts.filter((one) => one.context !== context);
  }

  /** All at once, so that the post step never finds half of it. */
  #write(contexts: readonly OpenContext[]): void {
    this.#contexts = contexts;
    if (this.#target === undefined) return;
    const { path, process } = this.#target;
    if (contexts.length === 0) {
      rmSync(path, { force: true });
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    const content = { format, version, process, contexts, secretVariables: this.#secretVariables };
    writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}

/** Reads a handover. Undefined: the step has left nothing to do. An error says what is wrong with it. */
export function readHandover(path: string): Result<HandoverContent | undefined, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return ok(undefined);
    return err(error instanceof Error ? error.message : String(error));
  }
  try {
    const content: unknown = JSON.parse(text);
    if (!isObject(content) || content.format !== format) return err(`${path} is no handover`);
    if (content.version !== version) return err(`${path} has version ${content.version}, and this program knows 1`);
    // It was written as a whole by the same program.
    return ok(content as unknown as HandoverContent);
  } catch {
    return err(`${path} is not JSON`);
  }
}

import { AsyncLocalStorage } from "node:async_hooks";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { andMore } from "../../engine/text/listed.ts";
import { isInstance, readThrown } from "../../engine/text/thrown-error.ts";
import { errorName, moduleFrames } from "./module-stack.ts";
import { SharedGlobals } from "./shared-globals.ts";

/** A call of something that a module of the repository brings along, for messages. */
export interface ModuleCall {
  /** Whose: `the kind Thing of module kind.mjs`. */
  readonly who: string;
  /** What of it: "its `create`". */
  readonly doing: string;
  /** What to say when it never comes to an end. Absent: that it gave a promise which nothing settles. */
  readonly never?: string;
  /** It is the code that runs at import, where libraries patch what they are made to patch. */
  readonly loads?: true;
}

interface OpenCall extends ModuleCall {
  /** It tried to end the process, or replaced what all share; undefined: it did not. */
  ended: Error | undefined;
  over: boolean;
  /** It waits for something of ours, as a hook does for its task: then it is not to blame. */
  waits: boolean;
  giveUp(): void;
}

/** Raised where a module tries to end the process. */
export class ProcessEnded extends Error {
  readonly hint =
    "The process belongs to the whole run. Return, or throw an error: opus says by its own exit status how the run ended.";

  /** Nobody waits for the call that did it any more, so nobody else hears of it. */
  readonly alone: boolean;

  constructor(what: string, call: OpenCall | undefined) {
    const who = call ? `${call.who}, in ${call.doing}` : "something that a module had started";
    super(`${what} was called by ${who}${call?.over ? ", which had come to its end already" : ""}`);
    this.name = "ProcessEnded";
    this.alone = call === undefined || call.over;
  }
}

/** A call that failed because it tried to end the process. */
export class EndedCall extends TaskFailure {}

/**
 * What is called of modules of the repository, and by whom: so that what one of them does to the process, or never does,
 * is told by name. Errors of modules come out as `TaskFailure`, with what they say and the module's own frames.
 */
export class ModuleCalls {
  readonly #current = new AsyncLocalStorage<OpenCall | undefined>();
  readonly #open = new Set<OpenCall>();
  /** As it was before the first call that is no import. */
  #globals: SharedGlobals | undefined;

  /**
   * Calls something that may answer later.
   * @throws TaskFailure whatever it throws; also when it tried to end the process, or never answers
   */
  later<T>(call: ModuleCall, work: () => T | Promise<T>): Promise<T> {
    const open = this.#opened(call);
    // The function itself may throw: it need not be an async one.
    const answer = this.#current.run(open, async () => work());
    this.#restore(open);
    return this.#settled(open, answer);
  }

  /** The same for what should answer at once; of what promises an answer all the same, the promise. */
  now<T>(call: ModuleCall, work: () => T): T {
    const open = this.#opened(call);
    try {
      const answer = this.#current.run(open, work);
      this.#restore(open);
      if (answer instanceof Promise) return this.#settled(open, answer) as T;
      if (open.ended) throw open.ended;
      open.over = true;
      return answer;
    } catch (thrown) {
      this.#restore(open);
      open.over = true;
      throw moduleFailure(open.ended ?? thrown);
    }
  }

  #opened(call: ModuleCall): OpenCall {
    if (!call.loads) this.#globals ??= new SharedGlobals();
    return { ...call, ended: undefined, over: false, waits: false, giveUp: () => {} };
  }

  /** Puts back what was replaced of that which all share, and has the call fail for it. */
  #restore(open: OpenCall): void {
    const changed = open.loads ? undefined : this.#globals?.restore();
    if (changed) open.ended ??= globalsChanged(open, changed);
  }

  async #settled<T>(open: OpenCall, answer: Promise<T>): Promise<T> {
    const never = new Promise<never>((_, reject) => {
      open.giveUp = () => reject(neverAnswered(open));
    });
    this.#open.add(open);
    try {
      const settled = await Promise.race([answer, never]);
      this.#restore(open);
      if (open.ended) throw open.ended;
      return settled;
    } catch (thrown) {
      this.#restore(open);
      throw moduleFailure(open.ended ?? thrown);
    } finally {
      open.over = true;
      this.#open.delete(open);
    }
  }

  /** Something of ours that a module waits for: as long as it takes, the module is not to blame. */
  async ours<T>(work: () => Promise<T>): Promise<T> {
    const open = this.#current.getStore();
    if (!open) return work();
    open.waits = true;
    try {
      return await this.#current.run(undefined, work);
    } finally {
      open.waits = false;
    }
  }

  /** Who is called where this is asked; also of what a call has left running. */
  get current(): ModuleCall | undefined {
    return this.#current.getStore();
  }

  /** What is under way, for people. */
  get underWay(): readonly ModuleCall[] {
    return [...this.#open].filter(({ waits }) => !waits);
  }

  /**
   * A module tries to end the process.
   * @param what `process.exit(0)`
   * @returns what to throw at it
   */
  endedBy(what: string): ProcessEnded {
    const open = this.#current.getStore();
    const error = new ProcessEnded(what, open);
    if (open && !open.over) open.ended ??= error;
    return error;
  }

  /** Nothing is left that could settle anything: whoever is called has failed. @returns whether there was somebody */
  giveUp(): boolean {
    const { underWay } = this;
    for (const open of this.#open) if (!open.waits) open.giveUp();
    return underWay.length > 0;
  }
}

function globalsChanged({ who, doing }: ModuleCall, changed: readonly string[]): TaskFailure {
  const names = andMore(
    changed.map((name) => `\`${name}\``),
    5,
  );
  const was = changed.length === 1 ? "was" : "were";
  return new TaskFailure(`${names} ${was} replaced, which all code of this process shares, by ${who}, in ${doing}`, {
    hint: "It is as it was again. A library that patches the language is imported at the top of the module.",
  });
}

function neverAnswered({ who, doing, never }: ModuleCall): TaskFailure {
  return new TaskFailure(never ?? `${who} never answered: ${doing} returned a promise that nothing settles`, {
    hint: "Nothing was left that could have settled it: no timer, no request, no program. Resolve or reject it on every way through the code.",
  });
}

/**
 * What a module threw, as a failure with the frames of the module alone. Modules can't import `TaskFailure`: an error with
 * `hint`, `detail` or `untouched: true` is as good.
 */
function moduleFailure(thrown: unknown): TaskFailure {
  return failureOf(thrown, new Set());
}

function failureOf(thrown: unknown, above: ReadonlySet<unknown>): TaskFailure {
  if (isInstance(thrown, TaskFailure)) return thrown;
  const { message, hint, detail: said, untouched, cause } = readThrown(thrown);
  const ended = isInstance(thrown, ProcessEnded);
  // Where there is advice it was expected, and needs no stack.
  const detail = said ?? (hint !== undefined && !ended ? undefined : shownStack(thrown));
  const within = new Set([...above, thrown]);
  const options = {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { detail }),
    untouched,
    ...(cause === undefined || within.has(cause) ? {} : { cause: failureOf(cause, within) }),
  };
  return ended ? new EndedCall(message, options) : new TaskFailure(message, options);
}

/** The name of an error, where it says something, and the frames of modules. */
function shownStack(thrown: unknown): string | undefined {
  const { message, stack } = readThrown(thrown);
  const frames = moduleFrames(stack);
  if (frames.length === 0) return undefined;
  const name = errorName(stack);
  const plain = name === undefined || name === "Error" || name === "ProcessEnded";
  return [...(plain ? [] : [`${name}: ${message}`]), ...frames].join("\n");
}

import type { Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { kindCloseMs, kindOpenMs } from "../../engine/model/timing.ts";
import type { KindProcess, KindProcessRequest } from "../../engine/ports/kind-process.ts";
import type { Processors, RunAccess, TaskProcessor } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { BareIo, Io, Opened } from "../../engine/ports/task-io.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";
import type { MissingSecrets } from "../../engine/references/found.ts";
import { missingWords } from "../../engine/references/lookup.ts";
import { grouped } from "../../engine/text/grouped.ts";

export interface KindOpening {
  readonly processors: Processors;
  /** Of the run: cancels. */
  readonly signal: AbortSignal;
  readonly io: IoFactory;
  /** What the Project says of the kinds of a module, resolved; or why that can't be told, as a sentence. */
  configurationOf(module: string | undefined): Result<JsonObject, string>;
  /** Secrets that are not set and that its configuration takes, for a plan that is only shown. Absent: none. */
  missingFor?(module: string | undefined): MissingSecrets;
  /**
   * Starts a program for a kind.
   * @param broken hears why it is ended, when it breaks what it was started for
   * @throws Error
   */
  startProcess(
    request: KindProcessRequest,
    owner: string,
    broken: (failure: TaskFailure) => void,
  ): Promise<KindProcess>;
  /** Tells people of a kind that could not be closed. */
  warn(message: string): void;
  /** How long an `open` may take, in milliseconds. Default: two minutes. */
  readonly openMs?: number;
}

/**
 * The kinds of one context. Each is opened before the first of its calls that may ask somebody, once for each
 * configuration: kinds of one module that share an `open` share what it gave, those of another have a configuration of
 * their own.
 */
export class OpenedKinds implements Processors {
  readonly #opening: KindOpening;
  readonly #processors = new Map<TaskProcessor, TaskProcessor>();
  /** By module, then by its `open`. */
  readonly #opened = new Map<string | undefined, Map<unknown, OpenedKind>>();

  constructor(opening: KindOpening) {
    this.#opening = opening;
  }

  get(apiVersion: string, kind: string): TaskProcessor | undefined {
    const processor = this.#opening.processors.get(apiVersion, kind);
    if (!processor?.open) return processor;
    const known = this.#processors.get(processor);
    if (known) return known;
    const missing = this.#opening.missingFor?.(processor.module) ?? [];
    const opens = missing.length > 0 ? neverOpened(processor, missing) : this.#opensFirst(processor);
    this.#processors.set(processor, opens);
    return opens;
  }

  list(): ReturnType<Processors["list"]> {
    return this.#opening.processors.list();
  }

  /** Closes all that was opened, and ends what still runs of it. Never rejects. */
  async close(): Promise<void> {
    const all = [...this.#opened.values()].flatMap((ofModule) => [...ofModule.values()]);
    this.#opened.clear();
    await Promise.all(all.map((one) => one.close()));
  }

  #opensFirst(processor: TaskProcessor): TaskProcessor {
    const { validate, plan, undo } = processor;
    const ask = <T>(io: Io, call: (io: Io) => T | Promise<T>): Promise<T> => this.#ask(processor, io, call);
    return {
      ...processor,
      observe: (spec, bare) => ask(bare, (io) => processor.observe(spec, io)),
      create: (spec, bare) => ask(bare, (io) => processor.create(spec, io)),
      update: (before, after, bare) => ask(bare, (io) => processor.update(before, after, io)),
      delete: (before, bare) => ask(bare, (io) => processor.delete(before, io)),
      ...(validate ? { validate: (spec, bare) => ask(bare, (io) => validate.call(processor, spec, io)) } : {}),
      ...(plan ? { plan: (wanted, bare) => ask(bare, (io) => plan.call(processor, wanted, io)) } : {}),
      ...(undo?.rollback
        ? {
            undo: {
              ...undo,
              rollback: (change, before, attempted, bare) =>
                ask(bare, async (io) => undo.rollback?.(change, before, attempted, io)),
            },
          }
        : {}),
    };
  }

  /** Makes a call with what was opened. @throws TaskFailure also when a program of the kind breaks meanwhile, or has */
  async #ask<T>(processor: TaskProcessor, io: Io, call: (io: Io) => T | Promise<T>): Promise<T> {
    const { module, open } = processor;
    const ofModule = this.#opened.get(module) ?? new Map<unknown, OpenedKind>();
    this.#opened.set(module, ofModule);
    const kind = ofModule.get(open) ?? new OpenedKind(processor, this.#opening);
    ofModule.set(open, kind);
    const opened = await orAborted(kind.opened(io.task), io.signal);
    kind.refuseBroken();
    const whole: Io = {
      ...io,
      opened,
      // Copied, it would stay what it was before anything was made.
      get recorded() {
        return io.recorded;
      },
    };
    return orAborted(
      called(() => call(whole)),
      kind.broken,
    );
  }
}

/** A processor for a plan that is only shown, where secrets are not set that its kind would be opened with. */
function neverOpened({ validate: _, plan: __, ...processor }: TaskProcessor, missing: MissingSecrets): TaskProcessor {
  const why = missingWords(missing);
  return { ...processor, observe: async () => ({ state: "unobservable", why, missing }) };
}

/** What one `open` gave for one configuration. */
class OpenedKind {
  readonly #processor: TaskProcessor;
  readonly #opening: KindOpening;
  readonly #over = new AbortController();
  readonly #broken = new AbortController();
  readonly #programs = new Set<KindProcess>();
  /** Aborted when `open` has not come to its end in time: what it gives later is only closed. */
  readonly #givenUp = new AbortController();
  #opened: Promise<Opened> | undefined;
  /** Settles once what `open` gave too late is closed. */
  #late: Promise<void> | undefined;
  #isEnded = false;
  #io: BareIo | undefined;

  constructor(processor: TaskProcessor, opening: KindOpening) {
    this.#processor = processor;
    this.#opening = opening;
  }

  /** Aborted with a `TaskFailure` once a program of the kind is ended that broke what it was started for. */
  get broken(): AbortSignal {
    return this.#broken.signal;
  }

  /** @throws TaskFailure when nobody can be asked any more: nothing was changed by that */
  refuseBroken(): void {
    if (!this.broken.aborted) return;
    const { message, hint, detail } = this.broken.reason as TaskFailure;
    throw new TaskFailure(message, {
      untouched: true,
      ...(hint === undefined ? {} : { hint }),
      ...(detail === undefined ? {} : { detail }),
    });
  }

  /** Opens it, if that has not been tried yet. @throws TaskFailure each time, when it could not be opened */
  opened(task: string): Promise<Opened> {
    this.#opened ??= this.#open(task);
    return this.#opened;
  }

  async #open(task: string): Promise<Opened> {
    const { module, open } = this.#processor;
    const configuration = this.#opening.configurationOf(module);
    if (!configuration.ok) throw new TaskFailure(configuration.error, { untouched: true });
    const signal = AbortSignal.any([this.#opening.signal, this.#over.signal, this.#givenUp.signal]);
    const io = this.#opening.io(task, { signal });
    this.#io = io;
    const { context, command } = io;
    const access: RunAccess = {
      context,
      command,
      signal,
      output: (stream, text) => io.output(stream, text),
      containsSecret: (text) => io.containsSecret(text),
      configuration: configuration.value,
      start: (request) => this.#start(request),
    };
    const opening = called(() => open?.call(this.#processor, access) as Promise<Opened>);
    try {
      return await orAborted(orAborted(opening, this.broken), this.#limit());
    } catch (error) {
      this.#givenUp.abort(error);
      this.#late = this.#closeLate(opening);
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint, detail } = error;
      throw new TaskFailure(`its kind could not be opened: ${message}`, {
        untouched: true,
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
      });
    }
  }

  /** Aborted with a `TaskFailure` when `open` has had its time. */
  #limit(): AbortSignal {
    const { openMs = kindOpenMs } = this.#opening;
    const ended = new AbortController();
    AbortSignal.timeout(openMs).addEventListener("abort", () => {
      const hint = "Find out what its `open` waits for, or have it fail earlier with a message of its own.";
      ended.abort(new TaskFailure(`it took longer than ${grouped(openMs / 1000)} seconds`, { hint }));
    });
    return ended.signal;
  }

  /** Closes what `open` gives although nobody waits for it any more, and ends its programs. Never rejects. */
  async #closeLate(opening: Promise<Opened>): Promise<void> {
    const opened = await opening.catch(() => undefined);
    if (opened !== undefined) await this.#closeInTime(Promise.resolve(opened));
    await this.#stopPrograms();
  }

  async #start(request: KindProcessRequest): Promise<KindProcess> {
    if (this.#givenUp.signal.aborted)
      throw new TaskFailure("the kind was given up while it was opened, so nothing is started any more");
    if (this.#over.signal.aborted) throw new TaskFailure("the run is over, so nothing is started any more");
    const { kind, module } = this.#processor;
    const program = await this.#opening.startProcess(request, kind, ({ message, hint, detail }) => {
      const name = module === undefined ? kind : `${module}: ${kind}`;
      const more = { ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }) };
      this.#broken.abort(new TaskFailure(`${name}: ${message}`, more));
    });
    this.#programs.add(program);
    if (this.#over.signal.aborted || this.#givenUp.signal.aborted) await program.stop();
    return program;
  }

  /** Closes what was opened and ends its programs; what still opens is waited for as long as a `close` may take. */
  async close(): Promise<void> {
    if (this.#late) {
      this.#over.abort();
      await orAborted(this.#late, AbortSignal.timeout(kindCloseMs)).catch(() => {});
    } else await this.#closeInTime(this.#opened);
    this.#over.abort();
    this.#io?.end?.();
    await this.#stopPrograms();
    this.#isEnded = true;
  }

  /** @param opened what could not be opened has nothing to close */
  async #closeInTime(opened: Promise<Opened> | undefined): Promise<void> {
    const closed = opened?.then(
      (given) => given.close(),
      () => {},
    );
    const timer = AbortSignal.timeout(kindCloseMs);
    try {
      await orAborted(closed ?? Promise.resolve(), timer);
    } catch (error) {
      const why = timer.aborted
        ? `it took longer than ${kindCloseMs / 1000} seconds`
        : String((error as Error).message);
      // After the end there is nobody to tell.
      if (!this.#isEnded) this.#opening.warn(`the kind ${this.#processor.kind} could not be closed: ${why}`);
    }
  }

  async #stopPrograms(): Promise<void> {
    await Promise.all([...this.#programs].map((program) => program.stop()));
  }
}

/** A call that may throw before it gives a promise. */
async function called<T>(call: () => T | Promise<T>): Promise<T> {
  return call();
}

/** What a promise gives, unless the signal comes first. @throws the signal's reason */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

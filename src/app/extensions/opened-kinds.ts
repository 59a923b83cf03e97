import type { Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { kindCloseMs } from "../../engine/model/timing.ts";
import type { KindProcess, KindProcessRequest } from "../../engine/ports/kind-process.ts";
import type { Processors, RunAccess, TaskProcessor } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { BareIo, Io, Opened } from "../../engine/ports/task-io.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";

export interface KindOpening {
  readonly processors: Processors;
  /** Of the run: cancels. */
  readonly signal: AbortSignal;
  readonly io: IoFactory;
  /** What the Project says of the kinds of a module, resolved; or why that can't be told, as a sentence. */
  configurationOf(module: string | undefined): Result<JsonObject, string>;
  /** Starts a program for a kind. @throws Error */
  startProcess(request: KindProcessRequest, owner: string): Promise<KindProcess>;
  /** Tells people of a kind that could not be closed. */
  warn(message: string): void;
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
    const opens = this.#opensFirst(processor);
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
    const opened = (io: Io): Promise<Io> => this.#withOpened(processor, io);
    return {
      ...processor,
      observe: async (spec, io) => processor.observe(spec, await opened(io)),
      create: async (spec, io) => processor.create(spec, await opened(io)),
      update: async (before, after, io) => processor.update(before, after, await opened(io)),
      delete: async (before, io) => processor.delete(before, await opened(io)),
      ...(validate ? { validate: async (spec, io) => validate.call(processor, spec, await opened(io)) } : {}),
      ...(plan ? { plan: async (wanted, io) => plan.call(processor, wanted, await opened(io)) } : {}),
      ...(undo?.rollback
        ? {
            undo: {
              ...undo,
              rollback: async (change, before, attempted, io) =>
                undo.rollback?.(change, before, attempted, await opened(io)),
            },
          }
        : {}),
    };
  }

  async #withOpened(processor: TaskProcessor, io: Io): Promise<Io> {
    const { module, open } = processor;
    const ofModule = this.#opened.get(module) ?? new Map<unknown, OpenedKind>();
    this.#opened.set(module, ofModule);
    const kind = ofModule.get(open) ?? new OpenedKind(processor, this.#opening);
    ofModule.set(open, kind);
    const opened = await orAborted(kind.opened(io.task), io.signal);
    return {
      ...io,
      opened,
      // Copied, it would stay what it was before anything was made.
      get recorded() {
        return io.recorded;
      },
    };
  }
}

/** What one `open` gave for one configuration. */
class OpenedKind {
  readonly #processor: TaskProcessor;
  readonly #opening: KindOpening;
  readonly #over = new AbortController();
  readonly #programs = new Set<KindProcess>();
  #opened: Promise<Opened> | undefined;
  #io: BareIo | undefined;

  constructor(processor: TaskProcessor, opening: KindOpening) {
    this.#processor = processor;
    this.#opening = opening;
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
    const signal = AbortSignal.any([this.#opening.signal, this.#over.signal]);
    const io = this.#opening.io(task, signal);
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
    try {
      return (await open?.call(this.#processor, access)) as Opened;
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint, detail } = error;
      throw new TaskFailure(`its kind could not be opened: ${message}`, {
        untouched: true,
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
      });
    }
  }

  async #start(request: KindProcessRequest): Promise<KindProcess> {
    if (this.#over.signal.aborted) throw new TaskFailure("the run is over, so nothing is started any more");
    const program = await this.#opening.startProcess(request, this.#processor.kind);
    this.#programs.add(program);
    if (this.#over.signal.aborted) await program.stop();
    return program;
  }

  async close(): Promise<void> {
    const closed = this.#opened?.then(
      (opened) => opened.close(),
      // What could not be opened has nothing to close.
      () => {},
    );
    const timer = AbortSignal.timeout(kindCloseMs);
    try {
      await orAborted(closed ?? Promise.resolve(), timer);
    } catch (error) {
      const why = timer.aborted
        ? `it took longer than ${kindCloseMs / 1000} seconds`
        : String((error as Error).message);
      this.#opening.warn(`the kind ${this.#processor.kind} could not be closed: ${why}`);
    }
    this.#over.abort();
    this.#io?.end?.();
    await Promise.all([...this.#programs].map((program) => program.stop()));
  }
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

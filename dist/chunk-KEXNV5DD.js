import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isInstance,
  readThrown
} from "./chunk-MAM7B6KD.js";
import {
  endlessPatience
} from "./chunk-NOJM2UO2.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  longestRetryDelayMs,
  operationGraceMs
} from "./chunk-IE326VUJ.js";

// src/engine/execute/time-limit.ts
var TimeLimit = class {
  #clock;
  #ended;
  #over;
  #leftMs;
  #since = 0;
  #holds = 0;
  #running;
  /**
   * Starts it.
   * @param ms how long the call may take
   * @param ended aborts when the call is over
   * @param over is called when the time is
   */
  constructor(clock, ms, ended, over) {
    this.#clock = clock;
    this.#leftMs = ms;
    this.#ended = ended;
    this.#over = over;
    this.#run();
  }
  pause() {
    if (this.#holds++ === 0) {
      this.#leftMs -= this.#clock.now() - this.#since;
      this.#running?.abort("held");
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holds === 0) this.#run();
    };
  }
  #run() {
    if (this.#ended.aborted) return;
    this.#since = this.#clock.now();
    const running = new AbortController();
    this.#running = running;
    const signal = AbortSignal.any([running.signal, this.#ended]);
    this.#clock.sleep(Math.max(0, this.#leftMs), signal).then(this.#over, () => {
    });
  }
};

// src/engine/execute/retry-call.ts
var Cancelled = class extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
};
function attempt(operation, options) {
  if (options.signal.aborted) return Promise.reject(new Cancelled());
  const answer = begun(operation, options);
  return answer instanceof Promise ? untilAnswered(answer, operation, options) : answer;
}
async function untilAnswered(first, operation, options) {
  const { clock, signal, retries } = options;
  const attempts = retries.limit + 1;
  let answer = first;
  for (let number = 1; ; number++) {
    try {
      return await answer;
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      if (number >= attempts) throw error;
      const delayMs = Math.min(retries.delayMs * 2 ** (number - 1), longestRetryDelayMs);
      options.onRetry(number, attempts, delayMs, taskError(error));
      await clock.sleep(delayMs, signal).catch(() => {
        throw new Cancelled();
      });
    }
    if (signal.aborted) throw new Cancelled();
    answer = begun(operation, options);
  }
}
function begun(operation, options) {
  const bounds = new Bounds(options);
  try {
    const answer = operation(bounds);
    if (answer instanceof Promise) return bounded(answer, bounds, options);
    bounds.end();
    return answer;
  } catch (error) {
    bounds.end();
    return Promise.reject(error);
  }
}
async function bounded(answer, bounds, { signal, timeoutMs }) {
  try {
    return await Promise.race([answer, bounds.abandoned()]);
  } catch (error) {
    if (bounds.timedOut && timeoutMs !== void 0 && !signal.aborted) {
      throw new TaskFailure(`it took longer than its timeout of ${duration(timeoutMs)}`, {
        hint: "Raise `metadata.timeout`, or find out what it waits for.",
        ...error instanceof TaskFailure && error.detail !== void 0 ? { detail: error.detail } : {}
      });
    }
    throw error;
  } finally {
    bounds.end();
  }
}
var Bounds = class {
  timedOut = false;
  patience = endlessPatience;
  #clock;
  #run;
  #own;
  #ended;
  constructor({ clock, signal, timeoutMs }) {
    this.#clock = clock;
    this.#run = signal;
    if (timeoutMs === void 0) return;
    this.#ended = new AbortController();
    this.patience = new TimeLimit(clock, timeoutMs, this.#ended.signal, () => {
      this.timedOut = true;
      this.#controller().abort(new Error("timeout"));
    });
  }
  get signal() {
    return this.#controller().signal;
  }
  /** Rejects when the operation is aborted and does not stop. */
  abandoned() {
    const { signal } = this;
    return new Promise((_, reject) => {
      const giveUp = () => reject(
        new TaskFailure("it was aborted and did not stop", {
          hint: "Its processor ignores the signal that it is given."
        })
      );
      const wait = () => this.#after(operationGraceMs, giveUp);
      if (signal.aborted) wait();
      else signal.addEventListener("abort", wait, { once: true });
    });
  }
  end() {
    this.#ended?.abort("ended");
    if (this.#own) this.#run.removeEventListener("abort", this.#stop);
  }
  #controller() {
    if (this.#own) return this.#own;
    this.#own = new AbortController();
    if (this.#run.aborted) this.#stop();
    else this.#run.addEventListener("abort", this.#stop, { once: true });
    return this.#own;
  }
  #stop = () => this.#own?.abort(this.#run.reason);
  #after(ms, act) {
    this.#ended ??= new AbortController();
    this.#clock.sleep(ms, this.#ended.signal).then(act, () => {
    });
  }
};
function duration(ms) {
  if (ms % 36e5 === 0) return `${ms / 36e5}h`;
  if (ms % 6e4 === 0) return `${ms / 6e4}m`;
  return ms % 1e3 === 0 ? `${ms / 1e3}s` : `${ms}ms`;
}
function taskError(thrown) {
  return errorOf(thrown, /* @__PURE__ */ new Set());
}
function errorOf(thrown, above) {
  const { message, stack, hint, detail, cause } = readThrown(thrown);
  const within = /* @__PURE__ */ new Set([...above, thrown]);
  const causes = cause === void 0 || within.has(cause) ? {} : { causes: [errorOf(cause, within)] };
  const system = isInstance(thrown, Error) && "code" in thrown && "syscall" in thrown;
  const shown = system || detail !== void 0 || isInstance(thrown, TaskFailure) ? detail : stack;
  return {
    message,
    ...hint === void 0 ? {} : { hint },
    ...shown === void 0 ? {} : { detail: shown },
    ...causes
  };
}

export {
  Cancelled,
  attempt,
  taskError
};

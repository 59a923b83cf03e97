import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isInstance,
  readThrown
} from "./chunk-MAM7B6KD.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  failure
} from "./chunk-VKSB6RUN.js";

// src/node/modules/module-calls.ts
import { AsyncLocalStorage } from "node:async_hooks";

// src/node/modules/module-stack.ts
import { realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
var frame = /^\s+at .*$/;
var position = /:(\d{1,9}):(\d{1,9})\)?$/;
var fileStart = /file:\/\/|\/|[A-Za-z]:[\\/]|node:/;
function placeIn(line) {
  const [end, row = "", column = ""] = position.exec(line) ?? [];
  if (end === void 0) return [];
  const before = line.slice(0, -end.length);
  const open = before.lastIndexOf("(");
  const inside = before.slice(open + 1);
  const start = inside.includes(")") ? -1 : inside.search(fileStart);
  if (start === -1) return [];
  const file = inside.slice(start);
  const bracket = open !== -1 && start === 0 ? "(" : "";
  return [`${bracket}${file}${end}`, file, row, column];
}
function programFolder() {
  const [, program = ""] = process.argv;
  try {
    return `${dirname(realpathSync.native(program))}${sep}`;
  } catch {
    return `${dirname(program)}${sep}`;
  }
}
function moduleFrames(stack, { ours = programFolder(), from = process.cwd() } = {}) {
  return (stack ?? "").split("\n").flatMap((line) => {
    if (!frame.test(line)) return [];
    const [shown, file, row, column] = placeIn(line);
    if (shown === void 0 || file === void 0 || file.startsWith("node:")) return [];
    const path = pathOf(file);
    if (path.startsWith(ours)) return [];
    const where = `${shownPath(path, from)}:${row}:${column}`;
    return [line.replace(shown, shown.startsWith("(") ? `(${where})` : where)];
  });
}
function errorName(stack) {
  return /^[\w$.]+(?= \[|: |\n|$)/.exec(stack ?? "")?.[0];
}
function pathOf(file) {
  try {
    return file.startsWith("file:") ? fileURLToPath(file.replace(/[?#].*$/s, "")) : file;
  } catch {
    return file;
  }
}
function shownPath(path, from) {
  const short = relative(from, path);
  return short === "" || short.startsWith("..") ? path : short.split(sep).join("/");
}

// src/node/modules/shared-globals.ts
var { getOwnPropertyDescriptor, defineProperty, deleteProperty, ownKeys } = Reflect;
var languages = [
  ["JSON", JSON],
  ["Object", Object],
  ["Reflect", Reflect],
  ["Number", Number],
  ["Array", Array],
  ["Array.prototype", Array.prototype],
  ["String.prototype", String.prototype],
  ["RegExp.prototype", RegExp.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["WeakMap.prototype", WeakMap.prototype],
  ["Function.prototype", Function.prototype],
  ["Promise", Promise],
  ["Promise.prototype", Promise.prototype]
];
var globals = ["JSON", "Object", "Array", "Map", "Set", "Promise", "Error", "structuredClone", "Buffer"];
var timers = ["setTimeout", "clearTimeout", "setImmediate", "queueMicrotask", "AbortController", "AbortSignal"];
var SharedGlobals = class {
  #shared;
  constructor() {
    this.#shared = [
      ...languages.flatMap(
        ([name, holder]) => ownKeys(holder).flatMap((key) => sharedOf(holder, key, `${name}.${String(key)}`))
      ),
      ...[...globals, ...timers].flatMap((key) => sharedOf(globalThis, key, key))
    ];
  }
  /** @returns the names of what was changed, and is now as it was; undefined: nothing */
  restore() {
    let changed;
    const { length } = this.#shared;
    for (let at = 0; at < length; at++) {
      const { holder, key, descriptor, name } = this.#shared[at];
      if (holder[key] === descriptor.value) continue;
      changed ??= [];
      changed[changed.length] = defineProperty(holder, key, descriptor) ? name : `${name} (for good)`;
    }
    for (const key in Array.prototype) {
      changed ??= [];
      const holder = getOwnPropertyDescriptor(Object.prototype, key) ? Object.prototype : Array.prototype;
      changed[changed.length] = `${holder === Object.prototype ? "Object" : "Array"}.prototype.${key}`;
      deleteProperty(holder, key);
    }
    return changed;
  }
};
function sharedOf(holder, key, name) {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  const isOne = (typeof descriptor?.value === "function" || key === "JSON") && descriptor?.configurable;
  return descriptor && isOne ? [{ holder, key, name, descriptor }] : [];
}

// src/node/modules/module-calls.ts
var ProcessEnded = class extends Error {
  hint = "The process belongs to the whole run. Return, or throw an error: opus says by its own exit status how the run ended.";
  /** Nobody waits for the call that did it any more, so nobody else hears of it. */
  alone;
  constructor(what, call) {
    const who = call ? `${call.who}, in ${call.doing}` : "something that a module had started";
    super(`${what} was called by ${who}${call?.over ? ", which had come to its end already" : ""}`);
    this.name = "ProcessEnded";
    this.alone = call === void 0 || call.over;
  }
};
var EndedCall = class extends TaskFailure {
};
var ModuleCalls = class {
  #current = new AsyncLocalStorage();
  #open = /* @__PURE__ */ new Set();
  /** As it was before the first call that is no import. */
  #globals;
  /**
   * Calls something that may answer later.
   * @throws TaskFailure whatever it throws; also when it tried to end the process, or never answers
   */
  later(call, work) {
    const open = this.#opened(call);
    const answer = this.#current.run(open, async () => work());
    this.#restore(open);
    return this.#settled(open, answer);
  }
  /** The same for what should answer at once; of what promises an answer all the same, the promise. */
  now(call, work) {
    const open = this.#opened(call);
    try {
      const answer = this.#current.run(open, work);
      this.#restore(open);
      if (answer instanceof Promise) return this.#settled(open, answer);
      if (open.ended) throw open.ended;
      open.over = true;
      return answer;
    } catch (thrown) {
      this.#restore(open);
      open.over = true;
      throw moduleFailure(open.ended ?? thrown);
    }
  }
  #opened(call) {
    if (!call.loads) this.#globals ??= new SharedGlobals();
    return { ...call, ended: void 0, over: false, waits: false, giveUp: () => {
    } };
  }
  /** Puts back what was replaced of that which all share, and has the call fail for it. */
  #restore(open) {
    const changed = open.loads ? void 0 : this.#globals?.restore();
    if (changed) open.ended ??= globalsChanged(open, changed);
  }
  async #settled(open, answer) {
    const never = new Promise((_, reject) => {
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
  async ours(work) {
    const open = this.#current.getStore();
    if (!open) return work();
    open.waits = true;
    try {
      return await this.#current.run(void 0, work);
    } finally {
      open.waits = false;
    }
  }
  /** Who is called where this is asked; also of what a call has left running. */
  get current() {
    return this.#current.getStore();
  }
  /** What is under way, for people. */
  get underWay() {
    return [...this.#open].filter(({ waits }) => !waits);
  }
  /**
   * A module tries to end the process.
   * @param what `process.exit(0)`
   * @returns what to throw at it
   */
  endedBy(what) {
    const open = this.#current.getStore();
    const error = new ProcessEnded(what, open);
    if (open && !open.over) open.ended ??= error;
    return error;
  }
  /** Nothing is left that could settle anything: whoever is called has failed. @returns whether there was somebody */
  giveUp() {
    const { underWay } = this;
    for (const open of this.#open) if (!open.waits) open.giveUp();
    return underWay.length > 0;
  }
};
function globalsChanged({ who, doing }, changed) {
  const names = andMore(
    changed.map((name) => `\`${name}\``),
    5
  );
  const was = changed.length === 1 ? "was" : "were";
  return new TaskFailure(`${names} ${was} replaced, which all code of this process shares, by ${who}, in ${doing}`, {
    hint: "It is as it was again. A library that patches the language is imported at the top of the module."
  });
}
function neverAnswered({ who, doing, never }) {
  return new TaskFailure(never ?? `${who} never answered: ${doing} returned a promise that nothing settles`, {
    hint: "Nothing was left that could have settled it: no timer, no request, no program. Resolve or reject it on every way through the code."
  });
}
function moduleFailure(thrown) {
  return failureOf(thrown, /* @__PURE__ */ new Set());
}
function failureOf(thrown, above) {
  if (isInstance(thrown, TaskFailure)) return thrown;
  const { message, hint, detail: said, untouched, cause } = readThrown(thrown);
  const ended = isInstance(thrown, ProcessEnded);
  const detail = said ?? (hint !== void 0 && !ended ? void 0 : shownStack(thrown));
  const within = /* @__PURE__ */ new Set([...above, thrown]);
  const options = {
    ...hint === void 0 ? {} : { hint },
    ...detail === void 0 ? {} : { detail },
    untouched,
    ...cause === void 0 || within.has(cause) ? {} : { cause: failureOf(cause, within) }
  };
  return ended ? new EndedCall(message, options) : new TaskFailure(message, options);
}
function shownStack(thrown) {
  const { message, stack } = readThrown(thrown);
  const frames = moduleFrames(stack);
  if (frames.length === 0) return void 0;
  const name = errorName(stack);
  const plain = name === void 0 || name === "Error" || name === "ProcessEnded";
  return [...plain ? [] : [`${name}: ${message}`], ...frames].join("\n");
}

// src/app/machine-trouble.ts
function machineTrouble(thrown) {
  if (!(thrown instanceof Error)) return void 0;
  const { code, syscall, message } = thrown;
  if (code === "ERR_ACCESS_DENIED")
    return {
      message: `Node was started with \`--permission\`, which keeps opus from its work (${message.replace(/\.$/, "")})`,
      suggestion: "Start it without: what a job may do, its `permissions` and the user that it runs as decide."
    };
  if (code === "EMFILE" || code === "ENFILE")
    return {
      message: `too many files are open (${code})`,
      suggestion: "Raise the limit with `ulimit -n`, or end what has opened them."
    };
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return {
      message: `there is no room to write (${message})`,
      suggestion: "Free some space, or raise the limit (`df`, `quota`, `ulimit -f`), and run again."
    };
  if (syscall === "uv_cwd")
    return {
      message: "the folder that opus was started in is not there any more",
      suggestion: "Change into one that is there, and run again."
    };
  return void 0;
}

// src/app/stray-errors.ts
function strayFailure(stray) {
  const { message, suggestion } = explained(stray);
  const diagnostic = { severity: "error", code: "bad-module", message, suggestion };
  return failure("internal", `${message}. ${suggestion}`, isOfModule(stray) ? [diagnostic] : []);
}
function strayWords(stray) {
  const { message, suggestion } = explained(stray);
  return `${message}
${suggestion}`;
}
function explained(stray) {
  const { error, by } = stray;
  if (isInstance(error, ProcessEnded)) {
    const message = [`${error.message}, and the run was stopped`, ...moduleFrames(error.stack)].join("\n");
    return { message, suggestion: error.hint };
  }
  const trouble = by ? void 0 : machineTrouble(error);
  if (trouble) return { message: `${trouble.message}, and the run was stopped`, suggestion: trouble.suggestion };
  const what = "an error was thrown that nothing waited for, and the run was stopped";
  if (by) {
    const suggestion2 = `It comes from ${by.who}, from ${by.doing}: let it await all that it starts.`;
    return { message: `${what}: ${stackOf(error)}`, suggestion: suggestion2 };
  }
  const suggestion = "If it comes from a module of this repository, let its functions await all that they start; else please report it.";
  return { message: `${what}: ${wholeStackOf(error)}`, suggestion };
}
function isOfModule({ error, by }) {
  return by !== void 0 || isInstance(error, ProcessEnded);
}
function stackOf(thrown, frames = moduleFrames) {
  return withCauses(thrown, frames, /* @__PURE__ */ new Set());
}
function wholeStackOf(thrown) {
  return stackOf(thrown, () => []);
}
function withCauses(thrown, frames, above) {
  const { message, stack, cause } = readThrown(thrown);
  const own = frames(stack);
  const name = errorName(stack);
  const shown = own.length === 0 ? stack ?? message : [name === void 0 ? message : `${name}: ${message}`, ...own].join("\n");
  const within = /* @__PURE__ */ new Set([...above, thrown]);
  return cause === void 0 || within.has(cause) ? shown : `${shown}
caused by: ${withCauses(cause, frames, within)}`;
}

export {
  ProcessEnded,
  EndedCall,
  ModuleCalls,
  machineTrouble,
  strayFailure,
  strayWords,
  wholeStackOf
};

const { getOwnPropertyDescriptor, defineProperty, deleteProperty, ownKeys } = Reflect;

/** One member of something that all code of the process shares. */
interface Shared {
  readonly holder: object;
  readonly key: PropertyKey;
  /** For messages: `JSON.stringify`. */
  readonly name: string;
  readonly descriptor: PropertyDescriptor;
}

/** What nobody has a reason to change: the language, as it was when the first module was called. */
const languages: readonly (readonly [name: string, holder: object])[] = [
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
  ["Promise.prototype", Promise.prototype],
];
const globals = ["JSON", "Object", "Array", "Map", "Set", "Promise", "Error", "structuredClone", "Buffer"];
const timers = ["setTimeout", "clearTimeout", "setImmediate", "queueMicrotask", "AbortController", "AbortSignal"];

/** Finds what a module did to that on which everybody else in the process relies, and puts it back. */
export class SharedGlobals {
  readonly #shared: readonly Shared[];

  constructor() {
    this.#shared = [
      ...languages.flatMap(([name, holder]) =>
        ownKeys(holder).flatMap((key) => sharedOf(holder, key, `${name}.${String(key)}`)),
      ),
      ...[...globals, ...timers].flatMap((key) => sharedOf(globalThis, key, key)),
    ];
  }

  /** @returns the names of what was changed, and is now as it was; undefined: nothing */
  restore(): readonly string[] | undefined {
    let changed: string[] | undefined;
    const { length } = this.#shared;
    // Only with what can't have been replaced, and without descriptors: this is asked after each call.
    for (let at = 0; at < length; at++) {
      const { holder, key, descriptor, name } = this.#shared[at] as Shared;
      if ((holder as { readonly [key: PropertyKey]: unknown })[key] === descriptor.value) continue;
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
}

/** Functions that can be replaced; what libraries for stacks set (`Error.stackTraceLimit`) is none. */
function sharedOf(holder: object, key: PropertyKey, name: string): readonly Shared[] {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  const isOne = (typeof descriptor?.value === "function" || key === "JSON") && descriptor?.configurable;
  return descriptor && isOne ? [{ holder, key, name, descriptor }] : [];
}

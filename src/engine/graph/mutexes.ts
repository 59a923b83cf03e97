import { NumberHeap } from "./number-heap.ts";

interface Shared {
  readonly mutex?: readonly string[];
}

/** The names of a task before and after a change of them. */
export function bothMutexes(one: Shared | undefined, other: Shared | undefined): readonly string[] {
  const { mutex = none } = one ?? {};
  const { mutex: before = none } = other ?? {};
  return before.every((name) => mutex.includes(name)) ? mutex : [...new Set([...mutex, ...before])];
}

const none: readonly string[] = [];

/** Is told when others wait for what a node has, and when it is free again. */
export interface MutexWatch {
  /** @param waiting how many wait for it at the moment */
  waitedFor(name: string, holder: number, waiting: () => number): void;
  freed(name: string): void;
}

/**
 * Names of which each is had by one node at a time. A node takes all of its names at once and waits with none, so none
 * ever waits for one that waits for it; of those that wait the lowest goes first.
 */
export class Mutexes {
  readonly #namesOf: (node: number) => readonly string[];
  readonly #watch: MutexWatch | undefined;
  readonly #holders = new Map<string, number>();
  readonly #waiting = new Map<string, NumberHeap>();

  constructor(namesOf: (node: number) => readonly string[], watch?: MutexWatch) {
    this.#namesOf = namesOf;
    this.#watch = watch;
  }

  /** Takes the names of a node. @returns false: one of them is taken; the node will be among those that `free` gives */
  take(node: number): boolean {
    const names = this.#namesOf(node);
    const taken = names.find((name) => this.#holders.has(name));
    if (taken !== undefined) {
      this.#wait(node, taken);
      return false;
    }
    for (const name of names) {
      this.#holders.set(name, node);
      this.#tell(name);
    }
    return true;
  }

  /** Gives the names of a node back. @returns who may try again */
  free(node: number): readonly number[] {
    const names = this.#namesOf(node);
    for (const name of names) {
      this.#holders.delete(name);
      this.#watch?.freed(name);
    }
    return this.next(names);
  }

  /** The nodes that wait first for each of these names that is free. */
  next(names: readonly string[]): readonly number[] {
    return names.flatMap((name) => (this.#holders.has(name) ? [] : (this.#waiting.get(name)?.pop() ?? [])));
  }

  /** Who waits behind a node that could not take all of its names: what is free of them is for the next one. */
  behind(node: number): readonly number[] {
    return this.next(this.#namesOf(node));
  }

  #wait(node: number, name: string): void {
    const heap = this.#waiting.get(name) ?? new NumberHeap();
    this.#waiting.set(name, heap);
    heap.push(node);
    if (heap.size === 1) this.#tell(name);
  }

  #tell(name: string): void {
    const holder = this.#holders.get(name);
    const heap = this.#waiting.get(name);
    if (holder !== undefined && heap !== undefined && heap.size > 0)
      this.#watch?.waitedFor(name, holder, () => heap.size);
  }
}

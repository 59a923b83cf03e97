import type { Event } from "../e2e/rig.ts";

/** Files by their paths. */
export interface Files {
  readonly [path: string]: string;
}

/** What happens to the folder before a command; `null` as a text removes a file. */
export type Change = { readonly [path: string]: string | null } | ((folder: string) => void) | undefined;

/** A folder of __tests__/manifest/broken; what it says is asserted there. */
export interface OfFolder {
  readonly broken: string;
  /** Where the files are not fit to be shown: a sentence in their place, without its full stop. */
  readonly when?: string;
}

/** Commands in a terminal, the last of which says it. */
export interface OfTerminal {
  readonly files: Files;
  /** Before the command of the same place. */
  readonly before?: readonly Change[];
  readonly commands: readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** What the files don't say: a sentence without its full stop. */
  readonly when?: string;
  /** Files that the page does not show. */
  readonly hidden?: readonly string[];
}

/** Steps of a workflow, the last of which says it. */
export interface OfSteps {
  readonly files: Files;
  readonly before?: readonly Change[];
  readonly steps: readonly {
    readonly inputs: { readonly [name: string]: string };
    readonly event?: Event;
    readonly env?: { readonly [name: string]: string };
  }[];
  readonly when?: string;
  readonly hidden?: readonly string[];
}

/** What takes servers, locks or a full disk to make: another test asserts the text, piece by piece. */
export interface OfTest {
  /** From __tests__. */
  readonly test: string;
  /** When it is said: a sentence without its full stop. */
  readonly when: string;
  /** `‹…›` is around what differs from run to run, and does not stand in the test. */
  readonly said: string;
}

export type Sample = OfFolder | OfTerminal | OfSteps | OfTest;

export interface Samples {
  readonly [code: string]: Sample;
}

/** What a page shows of a sample. */
export interface Seen {
  readonly when?: string;
  readonly files: Files;
  /** Commands of a terminal. */
  readonly commands?: readonly string[];
  /** The step of a workflow: its inputs. */
  readonly step?: { readonly [name: string]: string };
  readonly event?: string;
  readonly said: string;
}

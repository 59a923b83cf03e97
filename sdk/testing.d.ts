import type { Io, JsonObject, Output, Processor } from "./index.d.ts";

export interface TestIo extends Io {
  /** What the kind said of what it has made, call by call. */
  readonly told: { readonly observed: JsonObject | undefined; readonly outputs: readonly Output[] }[];
  readonly shown: { readonly stream: "stdout" | "stderr"; readonly text: string }[];
}

/** What a kind gets in tests. @param more members in place of those, such as `opened` */
export function testIo(secrets?: readonly string[], more?: Partial<Io>): TestIo;

export interface ProcessorFixture {
  // biome-ignore lint/suspicious/noExplicitAny: of whatever spec
  readonly processor: Processor<any, any>;
  /** A spec as the manifest has it, of something that does not exist. */
  readonly spec: JsonObject;
  /** The same resource with other content. */
  readonly changed: JsonObject;
  /** Everything that `observe` could have written to. */
  fingerprint(): unknown;
  /** What calls get besides, such as `opened`. */
  readonly io?: Partial<Io>;
}

/** `describe` and `it` of whatever runs the tests. Absent: those of `node --test`. */
export interface Runner {
  describe(name: string, tests: () => void): unknown;
  it(name: string, test: () => Promise<void>): unknown;
}

/**
 * Tests what every kind promises that can look at its resource.
 * @param make called for each test: nothing is there yet
 */
export function describeTaskProcessor(name: string, make: () => ProcessorFixture, runner?: Runner): void;

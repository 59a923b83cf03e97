// The suite for kinds is published as sdk/testing.js; here vitest runs it on the kinds of this repository.
import { describe, expect, it } from "vitest";
import { describeTaskProcessor as describeWith, testIo as sdkIo } from "../../sdk/testing.js";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { Facts, Output } from "../../src/engine/model/outcome.ts";
import type { TaskProcessor } from "../../src/engine/ports/processor.ts";
import type { Io } from "../../src/engine/ports/task-io.ts";

export interface TestIo extends Io {
  /** What the processor said of what it has made, call by call. */
  readonly told: { readonly observed: Facts | undefined; readonly outputs: readonly Output[] }[];
  readonly shown: { readonly stream: "stdout" | "stderr"; readonly text: string }[];
}

/** What a processor gets in tests. */
export const testIo = sdkIo as unknown as (secrets?: readonly string[], more?: Partial<Io>) => TestIo;

export interface ProcessorFixture {
  readonly processor: TaskProcessor;
  /** A spec as the manifest has it, of something that does not exist. */
  readonly spec: JsonObject;
  /** The same resource with other content. */
  readonly changed: JsonObject;
  /** Everything that `observe` could have written to. */
  fingerprint(): unknown;
  /** What calls get besides, such as `opened`. */
  readonly io?: Partial<Io>;
}

/** What every kind that can look at its resource promises. */
export function describeTaskProcessor(name: string, make: () => ProcessorFixture): void {
  describeWith(name, make as never, { describe, it });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

export interface GateFixture {
  readonly processor: TaskProcessor;
  /** Makes a spec, as the manifest has it, of something that does not hold. */
  spec(): Promise<JsonObject>;
  /** Lets it hold from now on. */
  open(): void;
  /** What is told as long as it does not hold. */
  readonly why: string;
  /** What calls get besides, such as `http`. */
  io(): Partial<Io>;
}

/** What every kind promises that is a gate. */
export function describeGate(name: string, make: () => GateFixture): void {
  describe(`${name} keeps the contract of a gate`, () => {
    const begin = async () => {
      const fixture = make();
      const spec = fixture.processor.parse(deepFreeze(await fixture.spec()));
      if (!spec.ok) throw new Error(JSON.stringify(spec.error));
      const io = testIo([], fixture.io());
      return { ...fixture, spec: deepFreeze(spec.value), io };
    };

    it("looks once, and says why it does not hold", async () => {
      const { processor, spec, io, open, why } = await begin();
      expect(processor.gate).toBe(true);
      expect(await processor.observe(spec, io)).toEqual({ state: "absent", why });
      open();
      expect((await processor.observe(spec, io)).state).toBe("present");
    });

    it("waits until it holds, and has made nothing then", async () => {
      const { processor, spec, io, open } = await begin();
      let passed = false;
      const waiting = Promise.resolve(processor.create(spec, io)).then((outcome) => {
        passed = true;
        return outcome;
      });
      // It has looked at least once by the time that somebody else has.
      await processor.observe(spec, io);
      expect(passed).toBe(false);
      open();
      expect((await waiting)?.outputs ?? []).toEqual([]);
      expect(io.told).toEqual([]);
      expect((await processor.observe(spec, io)).state).toBe("present");
      expect((await processor.create(spec, io))?.outputs ?? []).toEqual([]);
    });

    it("is named by nothing, predicts nothing, and has nothing to delete", async () => {
      const { processor, spec, io } = await begin();
      expect(processor.known?.identity?.(spec)).toBeUndefined();
      expect(processor.known?.predict?.(spec, io) ?? []).toEqual([]);
      await processor.delete(spec, io);
    });
  });
}

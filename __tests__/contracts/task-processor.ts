// For kinds of repositories too: copied alone, it runs with vitest; see docs/kinds/own-kinds.md. Types alone are imported from
// other files.
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { Observation } from "../../src/engine/model/observation.ts";
import type { Facts, Outcome, Output } from "../../src/engine/model/outcome.ts";
import type { TaskProcessor } from "../../src/engine/ports/processor.ts";
import type { Io } from "../../src/engine/ports/task-io.ts";

export interface TestIo extends Io {
  /** What the processor said of what it has made, call by call. */
  readonly told: { readonly observed: Facts | undefined; readonly outputs: readonly Output[] }[];
  readonly shown: { readonly stream: "stdout" | "stderr"; readonly text: string }[];
}

/** What a processor gets in tests. */
export function testIo(secrets: readonly string[] = [], more: Partial<Io> = {}): TestIo {
  const shown: { stream: "stdout" | "stderr"; text: string }[] = [];
  const told: { observed: Facts | undefined; outputs: readonly Output[] }[] = [];
  return {
    task: "task",
    context: "test",
    command: "apply",
    signal: new AbortController().signal,
    output: (stream, text) => void shown.push({ stream, text }),
    containsSecret: (text) => secrets.some((secret) => text.includes(secret)),
    recorded: undefined,
    made: (observed, outputs = []) => void told.push({ observed, outputs }),
    told,
    shown,
    ...more,
  };
}

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
  describe(`${name} keeps the contract of a task processor`, () => {
    async function prepare(processor: TaskProcessor, spec: JsonObject): Promise<JsonObject> {
      const expanded = processor.fields?.expand
        ? await processor.fields?.expand(spec)
        : { ok: true as const, value: { spec } };
      if (!expanded.ok) throw new Error(JSON.stringify(expanded.error));
      const parsed = processor.parse(expanded.value.spec);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      return parsed.value;
    }

    function facts(observation: Observation): Facts {
      if (observation.state !== "present") throw new Error(`not present: ${JSON.stringify(observation)}`);
      return observation.facts;
    }

    function expectPredicted(processor: TaskProcessor, spec: JsonObject, outcome: Outcome, predicted: unknown): void {
      if (processor.known?.predict) expect(outcome.outputs).toEqual(predicted);
      expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    }

    it("create, observe, update, observe, delete, observe", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const io = testIo([], fixture.io);
      const spec = await prepare(processor, fixture.spec);
      const changed = await prepare(processor, fixture.changed);
      expect(await processor.observe(spec, io)).toEqual({ state: "absent" });

      const first = processor.known?.predict?.(spec, io);
      const created = await processor.create(spec, io);
      expectPredicted(processor, spec, created, first);
      const before = facts(await processor.observe(spec, io));
      expect(processor.compare?.differs?.(before, spec, created.observed) ?? []).toEqual([]);

      const second = processor.known?.predict?.(changed, io);
      const updated = await processor.update(spec, changed, io);
      expectPredicted(processor, changed, updated, second);
      const after = facts(await processor.observe(changed, io));
      expect(processor.compare?.differs?.(after, changed, updated.observed) ?? []).toEqual([]);
      // What was, is no longer: drift is seen.
      expect(isDeepStrictEqual(before, after)).toBe(false);
      expect(processor.compare?.differs?.(before, changed, updated.observed) ?? [{}]).not.toEqual([]);

      await processor.delete(changed, io);
      expect(await processor.observe(changed, io)).toEqual({ state: "absent" });
    });

    it("observes without writing", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const io = testIo([], fixture.io);
      const spec = await prepare(processor, fixture.spec);
      const empty = fixture.fingerprint();
      await processor.observe(spec, io);
      expect(fixture.fingerprint()).toEqual(empty);
      await processor.create(spec, io);
      const created = fixture.fingerprint();
      expect(created).not.toEqual(empty);
      await processor.observe(spec, io);
      processor.known?.predict?.(spec, io);
      expect(fixture.fingerprint()).toEqual(created);
    });

    it("says of what it has made no more than it gives", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const io = testIo([], fixture.io);
      const spec = await prepare(processor, fixture.spec);
      const changed = await prepare(processor, fixture.changed);
      const created = await processor.create(spec, io);
      const updated = await processor.update(spec, changed, io);
      expect(JSON.parse(JSON.stringify(io.told))).toEqual(
        io.told.map(({ outputs, ...rest }) => (rest.observed === undefined ? { outputs } : { ...rest, outputs })),
      );
      const given = [...created.outputs, ...updated.outputs];
      for (const output of io.told.flatMap(({ outputs }) => outputs)) expect(given).toContainEqual(output);
    });

    it("works on what is recorded of it as well as on what it has just made", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const spec = await prepare(processor, fixture.spec);
      const changed = await prepare(processor, fixture.changed);
      const known = (of: JsonObject, { outputs, observed }: Outcome) => {
        const recorded = deepFreeze({
          spec: of,
          outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value])),
          ...(observed ? { observed } : {}),
          missing: [],
        });
        return testIo([], { ...fixture.io, recorded });
      };
      const created = await processor.create(spec, testIo([], fixture.io));
      expect((await processor.observe(spec, known(spec, created))).state).toBe("present");
      const updated = await processor.update(spec, changed, known(spec, created));
      expect((await processor.observe(changed, known(changed, updated))).state).toBe("present");
      await processor.delete(changed, known(changed, updated));
      expect(await processor.observe(changed, testIo([], fixture.io))).toEqual({ state: "absent" });
    });

    it("needs no replacement for what has not changed", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const spec = await prepare(processor, fixture.spec);
      expect(processor.compare?.replaceOn?.(spec, structuredClone(spec)) ?? []).toEqual([]);
      expect(processor.known?.identity?.(spec)).toEqual(processor.known?.identity?.(structuredClone(spec)));
    });

    it("takes specs and facts that cannot be changed", async () => {
      const { processor, ...fixture } = fixtureOf(make);
      const io = testIo([], fixture.io);
      const spec = deepFreeze(await prepare(processor, deepFreeze(fixture.spec)));
      const created = deepFreeze(await processor.create(spec, io));
      const found = deepFreeze(facts(await processor.observe(spec, io)));
      processor.compare?.differs?.(found, spec, created.observed);
      await processor.update(spec, deepFreeze(await prepare(processor, deepFreeze(fixture.changed))), io);
    });
  });
}

/** What a kind may leave out is there, as it is for opus. */
function fixtureOf(make: () => ProcessorFixture): ProcessorFixture {
  const fixture = make();
  const { processor } = fixture;
  const whole = (outcome: Outcome | undefined): Outcome => ({ ...outcome, outputs: outcome?.outputs ?? [] });
  return {
    ...fixture,
    processor: {
      ...processor,
      create: async (spec, io) => whole(await processor.create(spec, io)),
      update: async (before, after, io) => whole(await processor.update(before, after, io)),
    },
  };
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

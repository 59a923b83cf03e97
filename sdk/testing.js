// What every kind promises, as tests: for `node --test`, or whatever else has `describe` and `it`.
import assert from "node:assert/strict";
import { describe as nodeDescribe, it as nodeIt } from "node:test";
import { isDeepStrictEqual } from "node:util";

/** @typedef {any} Loose */

/**
 * What a kind gets in tests. What it says and shows is kept.
 * @param {readonly string[]} [secrets]
 * @param {Loose} [more]
 */
export function testIo(secrets = [], more = {}) {
  /** @type {Loose[]} */
  const shown = [];
  /** @type {Loose[]} */
  const told = [];
  return {
    task: "task",
    context: "test",
    command: "apply",
    signal: new AbortController().signal,
    output: (/** @type {string} */ stream, /** @type {string} */ text) => void shown.push({ stream, text }),
    containsSecret: (/** @type {string} */ text) => secrets.some((secret) => text.includes(secret)),
    recorded: undefined,
    made: (/** @type {Loose} */ observed, /** @type {Loose} */ outputs = []) => void told.push({ observed, outputs }),
    told,
    shown,
    ...more,
  };
}

/**
 * Tests what every kind that can look at its resource promises.
 * @param {string} name
 * @param {() => Loose} make
 * @param {Loose} [runner]
 */
export function describeTaskProcessor(name, make, { describe, it } = { describe: nodeDescribe, it: nodeIt }) {
  describe(`${name} keeps the contract of a task processor`, () => {
    for (const [title, check] of Object.entries(promises)) it(title, () => check(fixtureOf(make)));
  });
}

/** @type {{ readonly [title: string]: (fixture: Loose) => Promise<void> }} */
const promises = {
  "create, observe, update, observe, delete, observe": async ({ processor, ...fixture }) => {
    const io = testIo([], fixture.io);
    const spec = await prepare(processor, fixture.spec);
    const changed = await prepare(processor, fixture.changed);
    equal(await processor.observe(spec, io), { state: "absent" }, "nothing is there before `create`");

    const first = processor.known?.predict?.(spec, io);
    const created = await processor.create(spec, io);
    expectPredicted(processor, spec, created, first);
    const before = facts(await processor.observe(spec, io));
    equal(differences(processor, before, spec, created), [], "nothing differs from what was just created");

    const second = processor.known?.predict?.(changed, io);
    const updated = await processor.update(spec, changed, io);
    expectPredicted(processor, changed, updated, second);
    const after = facts(await processor.observe(changed, io));
    equal(differences(processor, after, changed, updated), [], "nothing differs from what was just updated");
    // What was, is no longer: drift is seen.
    assert.ok(!isDeepStrictEqual(before, after), "`observe` gives other facts after an update");
    const drift = differences(processor, before, changed, updated, [{}]);
    assert.notDeepEqual(drift, [], "`differs` tells what was before an update from what is wanted after it");

    await processor.delete(changed, io);
    equal(await processor.observe(changed, io), { state: "absent" }, "nothing is there after `delete`");
  },

  "observes without writing": async ({ processor, ...fixture }) => {
    const io = testIo([], fixture.io);
    const spec = await prepare(processor, fixture.spec);
    const empty = fixture.fingerprint();
    await processor.observe(spec, io);
    equal(fixture.fingerprint(), empty, "`observe` changes nothing while nothing is there");
    await processor.create(spec, io);
    const created = fixture.fingerprint();
    assert.ok(!isDeepStrictEqual(created, empty), "`fingerprint` sees what `create` made");
    await processor.observe(spec, io);
    processor.known?.predict?.(spec, io);
    equal(fixture.fingerprint(), created, "`observe` changes nothing of what is there");
  },

  "says of what it has made no more than it gives": async ({ processor, ...fixture }) => {
    const io = testIo([], fixture.io);
    const spec = await prepare(processor, fixture.spec);
    const changed = await prepare(processor, fixture.changed);
    const created = await processor.create(spec, io);
    const updated = await processor.update(spec, changed, io);
    isPlain(io.told, "what `io.made` is told");
    const given = [...created.outputs, ...updated.outputs];
    for (const output of io.told.flatMap((/** @type {Loose} */ one) => one.outputs))
      assert.ok(
        given.some((one) => isDeepStrictEqual(one, output)),
        `the output ${output.name} that \`io.made\` was told is given as well`,
      );
  },

  "works on what is recorded of it as well as on what it has just made": async ({ processor, ...fixture }) => {
    const spec = await prepare(processor, fixture.spec);
    const changed = await prepare(processor, fixture.changed);
    const known = (/** @type {Loose} */ of, /** @type {Loose} */ { outputs, observed }) => {
      const recorded = deepFreeze({
        spec: of,
        outputs: Object.fromEntries(outputs.map((/** @type {Loose} */ { name, value }) => [name, value])),
        ...(observed ? { observed } : {}),
        missing: [],
      });
      return testIo([], { ...fixture.io, recorded });
    };
    const created = await processor.create(spec, testIo([], fixture.io));
    assert.equal((await processor.observe(spec, known(spec, created))).state, "present");
    const updated = await processor.update(spec, changed, known(spec, created));
    assert.equal((await processor.observe(changed, known(changed, updated))).state, "present");
    await processor.delete(changed, known(changed, updated));
    equal(
      await processor.observe(changed, testIo([], fixture.io)),
      { state: "absent" },
      "nothing is there after `delete`",
    );
  },

  "needs no replacement for what has not changed": async ({ processor, ...fixture }) => {
    const spec = await prepare(processor, fixture.spec);
    equal(processor.compare?.replaceOn?.(spec, structuredClone(spec)) ?? [], [], "`replaceOn` of two equal specs");
    equal(
      processor.known?.identity?.(spec),
      processor.known?.identity?.(structuredClone(spec)),
      "`identity` of two equal specs",
    );
  },

  "takes specs and facts that cannot be changed": async ({ processor, ...fixture }) => {
    const io = testIo([], fixture.io);
    const spec = deepFreeze(await prepare(processor, deepFreeze(fixture.spec)));
    const created = deepFreeze(await processor.create(spec, io));
    const found = deepFreeze(facts(await processor.observe(spec, io)));
    processor.compare?.differs?.(found, spec, created.observed);
    await processor.update(spec, deepFreeze(await prepare(processor, deepFreeze(fixture.changed))), io);
  },
};

/**
 * What `differs` says.
 * @param {Loose} processor
 * @param {Loose} found
 * @param {Loose} spec
 * @param {Loose} outcome
 * @param {Loose[]} [without] what to say where there is no `differs`
 */
function differences({ compare }, found, spec, { observed }, without = []) {
  return compare?.differs?.(found, spec, observed) ?? without;
}

/**
 * @param {Loose} processor
 * @param {Loose} spec as the manifest has it
 */
async function prepare(processor, spec) {
  const expanded = processor.fields?.expand ? await processor.fields.expand(spec) : { ok: true, value: { spec } };
  if (!expanded.ok) throw new Error(`\`expand\` does not take the spec: ${JSON.stringify(expanded.error)}`);
  const parsed = processor.parse?.(expanded.value.spec) ?? { ok: true, value: expanded.value.spec };
  if (!parsed.ok) throw new Error(`the spec is not taken: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** @param {Loose} observation */
function facts(observation) {
  assert.equal(observation?.state, "present", `the resource is not present: ${JSON.stringify(observation)}`);
  return observation.facts;
}

/**
 * @param {Loose} processor
 * @param {Loose} spec
 * @param {Loose} outcome
 * @param {Loose} predicted
 */
function expectPredicted(processor, spec, outcome, predicted) {
  if (processor.known?.predict) equal(outcome.outputs, predicted, "the outputs are those that `predict` gave");
  isPlain(outcome, "an outcome");
  isPlain(spec, "a spec");
}

/**
 * @param {Loose} value
 * @param {string} what
 */
function isPlain(value, what) {
  equal(JSON.parse(JSON.stringify(value)), value, `${what} is plain data, as JSON has it`);
}

/**
 * Members that are undefined do not exist.
 * @param {Loose} actual
 * @param {Loose} expected
 * @param {string} message
 */
function equal(actual, expected, message) {
  const [one, other] = [present(actual), present(expected)];
  if (isDeepStrictEqual(one, other)) return;
  throw new assert.AssertionError({
    message: `not so: ${message}`,
    actual: one,
    expected: other,
    operator: "deepStrictEqual",
  });
}

/** @param {Loose} value @returns {Loose} */
function present(value) {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== "object" || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, present(member)]])),
  );
}

/**
 * What a kind may leave out is there, as it is for opus.
 * @param {() => Loose} make
 * @returns {Loose}
 */
function fixtureOf(make) {
  const fixture = make();
  const { processor } = fixture;
  const whole = (/** @type {Loose} */ outcome) => ({ ...outcome, outputs: outcome?.outputs ?? [] });
  return {
    ...fixture,
    processor: {
      ...processor,
      observe: async (/** @type {Loose} */ spec, /** @type {Loose} */ io) => processor.observe(spec, io),
      create: async (/** @type {Loose} */ spec, /** @type {Loose} */ io) => whole(await processor.create(spec, io)),
      update: async (/** @type {Loose} */ before, /** @type {Loose} */ after, /** @type {Loose} */ io) =>
        whole(await processor.update(before, after, io)),
      delete: async (/** @type {Loose} */ before, /** @type {Loose} */ io) => processor.delete(before, io),
    },
  };
}

/**
 * @template T
 * @param {T} value
 * @returns {T}
 */
function deepFreeze(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

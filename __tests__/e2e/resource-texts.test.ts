// What a kind keeps as its `resource` comes back to the byte, whatever it is, and stands nowhere that anybody can read.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { times } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { PullRequestWorld, pullRequest } from "./pull-request.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, pushToMain, type Rig, type StepResult } from "./rig.ts";

const key = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
const word = "hunter2hunter2";
/** In every text, so that it is found wherever it is. */
const needle = "needle-wobbegong";

/**
 * Gives the text that its spec names, and writes down the digest of what it gets back. All that it reads and writes is in
 * the folder TEXTS.
 */
const module = `
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
const at = (name) => process.env.TEXTS + "/" + name;
const text = ({ step }) => JSON.parse(readFileSync(at("texts.json"), "utf8"))[step];
const got = (call, io) => {
  const text = io.recorded?.resource;
  const digest = text === undefined ? "nothing" : createHash("sha256").update(JSON.stringify(text)).digest("hex");
  appendFileSync(at("got"), call + " " + digest + "\\n");
};
export default {
  apiVersion: "texts.example/v1",
  kind: "Text",
  known: { resource: true },
  parse: (value) => ({ ok: true, value }),
  async observe(spec, io) {
    got("observe", io);
    if (!existsSync(at("world"))) return { state: "absent" };
    const found = { state: "present", facts: { step: readFileSync(at("world"), "utf8") } };
    return io.adoptId === undefined ? found : { ...found, resource: text({ step: io.adoptId }) };
  },
  async create(spec, io) {
    got("create", io);
    writeFileSync(at("world"), spec.step);
    return { outputs: [{ name: "STEP", value: spec.step }], resource: text(spec) };
  },
  async update(before, after, io) {
    got("update", io);
    if (after.fails) {
      io.made({ step: "half" }, [], text(after));
      throw new Error("only half of it was made");
    }
    writeFileSync(at("world"), after.step);
    return { outputs: [{ name: "STEP", value: after.step }], ...(io.adoptId === undefined ? { resource: text(after) } : {}) };
  },
  async delete(before, io) {
    got("delete", io);
    rmSync(at("world"), { force: true });
  },
};
`;

const project = `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  processors: [./kinds/text.mjs]
  contexts: [{ branch: main, context: test }, { event: pull_request, context: test }, { input: true }]
---
apiVersion: opus/v1
kind: Values
metadata: { name: values }
spec: { secrets: { word: { env: WORD } } }
---
`;

function manifest(spec: object, metadata: object = {}): string {
  return `${project}${JSON.stringify({ apiVersion: "texts.example/v1", kind: "Text", metadata: { name: "it", ...metadata }, spec })}\n`;
}

/** Texts that something on the way could take for its own. */
const piece = fc.oneof(
  fc.constantFrom(
    "\0",
    "1e400",
    "-0",
    "9007199254740993",
    "1.0",
    "\u{1f600}",
    "\u2028",
    "\ufeff",
    "\r\n",
    "\\",
    '"',
    "***",
    word,
    "${SECRET:word}",
    "$${VAR:it:STEP}",
    "::add-mask::it",
    "##[error]",
    "</details>",
    "```",
    "-----BEGIN AGE ENCRYPTED FILE-----",
    '{"resource":"x"}',
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join("")}${needle}${pieces.join("")}`);
const texts = fc.record({ one: text, two: text, three: text, four: text });
type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;

/** Stands for a text of more than a mebibyte, so that what fails is told in short. */
const large = "large";

function meant(given: Texts): Texts {
  const whole = (one: string): string => (one === large ? `${needle}\0"1e400\u{1f600}\\`.repeat(2 ** 15) : one);
  return { one: whole(given.one), two: whole(given.two), three: whole(given.three), four: whole(given.four) };
}

function digest(value: string): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** A folder that is none of opus, for the kind. */
class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "texts-"));
  readonly env = { TEXTS: this.path, WORD: word };

  constructor(given: Texts) {
    writeFileSync(join(this.path, "texts.json"), JSON.stringify(given));
    process.env.TEXTS = this.path;
  }

  /** What calls have got since the last time. */
  got(): readonly string[] {
    const lines = readFileSync(join(this.path, "got"), "utf8").trim().split("\n");
    writeFileSync(join(this.path, "got"), "");
    return lines;
  }

  [Symbol.dispose](): void {
    delete process.env.TEXTS;
    rmSync(this.path, { recursive: true });
  }
}

/** Nothing that somebody can read has the text. */
function expectHidden(rig: Rig, { log, summary, outputs, report }: StepResult): void {
  expect(log + summary + JSON.stringify([outputs, report])).not.toContain(needle);
  for (const name of readdirSync(rig.directory, { recursive: true, encoding: "utf8" })) {
    const path = join(rig.directory, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).includes(needle))
      throw new Error(`${name} has the text`);
  }
}

async function expectBack(rig: Rig, given: Texts, backend: string): Promise<void> {
  using folder = new Folder(given);
  const step = async (command: string, more: object = {}): Promise<StepResult> => {
    const inputs = { command, "state-backend": backend, "encryption-key": key, ...more };
    const done = await rig.step(inputs, { event: pushToMain, env: folder.env });
    expectHidden(rig, done);
    return done;
  };
  const apply = (spec: object, metadata: object = {}): Promise<StepResult> => {
    rig.write("opus.yaml", manifest(spec, metadata));
    return step("apply");
  };
  const [one, two, three, four] = [given.one, given.two, given.three, given.four].map(digest);
  const first = await apply({ step: "one" });
  expect([first.exitCode, first.log]).toEqual([0, expect.any(String)]);
  expect(folder.got()).toContain("create nothing");
  expect((await apply({ step: "two", fails: true }, { autoRollback: false })).exitCode).toBe(1);
  expect(folder.got()).toContain(`update ${one}`);
  expect((await apply({ step: "three" })).exitCode).toBe(0);
  expect(folder.got()).toEqual(expect.arrayContaining([`observe ${two}`, `update ${two}`]));
  const drift = await step("drift");
  expect([drift.exitCode, drift.log]).toEqual([0, expect.any(String)]);
  expect(folder.got()).toEqual([`observe ${three}`]);
  expect((await step("forget", { target: "it" })).exitCode).toBe(0);
  const adopted = await apply({ step: "new" }, { lifecycle: { adopt: { id: "four" } } });
  expect(changes(adopted.report)).toEqual({ it: "adopt" });
  expect(folder.got()).toContain(`update ${four}`);
  const deleted = await step("delete", { context: "test" });
  expect([deleted.exitCode, deleted.log]).toEqual([0, expect.any(String)]);
  expect(folder.got()).toContain(`delete ${four}`);
}

const files = { "kinds/text.mjs": module };

it("any text comes back to the byte from files, and is nowhere else", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      using rig = new QuickRig(files);
      await expectBack(rig, meant(given), "file");
    }),
    { numRuns: times(60, 2), examples: [[{ one: large, two: needle, three: large, four: large }]] },
  );
}, 300_000);

it("any text comes back to the byte from a branch, and is nowhere else", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      await using server = await GitServer.start();
      using rig = new QuickRig(files);
      rig.remote = { url: server.url, token: server.token };
      await expectBack(rig, meant(given), "branch");
      expect(server.git(["log", "-p", "opus-state"])).not.toContain(needle);
    }),
    { numRuns: times(10, 1), examples: [[{ one: needle, two: `\0${needle}1e400`, three: large, four: needle }]] },
  );
}, 300_000);

it("is in no comment on a pull request", async () => {
  await using world = await PullRequestWorld.open(manifest({ step: "one" }));
  using folder = new Folder({ one: needle, two: needle, three: needle, four: needle });
  world.rig.write("kinds/text.mjs", module);
  const given = { "encryption-key": key, "state-backend": "file" };
  const applied = await world.rig.step({ command: "apply", context: "test", ...given }, { env: folder.env });
  expect(applied.exitCode).toBe(0);
  world.rig.write("opus.yaml", manifest({ step: "two" }));
  const planned = await world.step(given, pullRequest(12), folder.env);
  expect(planned.exitCode).toBe(0);
  expect(folder.got()).toContain(`observe ${digest(needle)}`);
  expectHidden(world.rig, planned);
  const comments = JSON.stringify(await world.bodies());
  expect(comments).toContain("it");
  expect(comments).not.toContain(needle);
});

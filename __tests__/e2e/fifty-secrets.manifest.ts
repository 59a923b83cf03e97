import { full } from "../faults/scale.ts";
import { secrets } from "./fifty-secrets.samples.ts";

const name = (index: number): string => `s${String(index).padStart(2, "0")}`;
export const reference = (index: number): string => `\${SECRET:${name(index)}}`;

/** The variables that hold the secrets, for a step. */
export const environment: { readonly [name: string]: string } = Object.fromEntries(
  secrets.map((secret, index) => [`HELD_${index}`, secret]),
);

/** A document of a task. */
export function task(kind: string, metadata: object, spec: object, apiVersion = "opus/v1"): string {
  return `---\n${JSON.stringify({ apiVersion, kind, metadata, spec })}\n`;
}

/** The Project, with modules and further outputs, and the declarations. */
export function head(spec: object = {}): string {
  const declared = Object.fromEntries(secrets.map((_, index) => [name(index), { env: `HELD_${index}` }]));
  const project = { contexts: [{ branch: "main", context: "test" }, { input: true }], ...spec };
  const values = { values: { given: { type: "string", default: `\${ENV:HELD_9}` } }, secrets: declared };
  return [
    `apiVersion: opus/v1\nkind: Project\nmetadata: {name: demo}\nspec: ${JSON.stringify(project)}\n`,
    task("Values", { name: "all" }, values),
  ].join("");
}

/** Modules of the repository. */
export const modules = { processors: ["./opus/leaky.mjs"], hooks: [{ use: "./opus/hook.mjs", with: {} }] };

/** With further outputs. */
export const mapped = {
  ...modules,
  hooks: [
    { use: "outputs", with: { map: { leak: "${VAR:printing:RAW_3}", piece: "<${VAR:printing:RAW_40}>" } } },
    ...modules.hooks,
  ],
};

/** All of them as the environment of a script. */
export const secretEnv = Object.fromEntries(secrets.map((_, index) => [`S_${index}`, reference(index)]));

const printer = `"${process.execPath}" print.mjs`;

/** Tasks that hold every secret, and print each in all its forms. */
export function tasks(version: number): string {
  const list = secrets.map((_, index) => `${index}=${reference(index)}`).join("\n");
  return [
    task("File", { name: "kept" }, { path: "out/kept.txt", content: `version ${version}\n${list}\n` }),
    ...secrets.map((_, index) =>
      task("File", { name: `whole-${index}` }, { path: `out/${index}.txt`, content: reference(index) }),
    ),
    task(
      "Shell",
      { name: "printing", lifecycle: { adopt: true } },
      {
        env: { VERSION: version, PLAIN: `a ${reference(20)} b`, FROM_ENV: "${ENV:HELD_18}", GIVEN: "${VALUE:given}" },
        secretEnv,
        capture: true,
        sensitiveOutputs: ["MADE"],
        create: `${printer}; printf 'MADE=made-%s\\n' here-and-secret >> "$OPUS_OUTPUT"; touch made`,
        update: `set -x; ${printer}; declare -p S_8 S_9 S_16 >&2; printf '%q\\n' "$S_8" "$S_16"; : "$S_8" "$S_9" "$S_37"`,
        read: `if [ -e made ]; then cat facts.json; fi; ${printer} >&2`,
        delete: `${printer}; rm -f made`,
      },
    ),
    task(
      "Leaky",
      { name: "own" },
      { version, text: reference(4), nested: { list: [reference(5), reference(24)] } },
      "example.com/v1",
    ),
  ].join("");
}

/** Gets a sensitive output; only in the run that makes it, because plain state does not keep it. */
export const second = task(
  "Shell",
  { name: "second" },
  { env: { GOT: "${VAR:printing:RAW_1}" }, create: 'echo "$GOT"' },
);

/** Tasks that fail with every secret in what they say, and are rolled back, or can't be. */
export function failing(): string {
  return [
    task(
      "Shell",
      { name: "failing" },
      { secretEnv, create: `${printer}; ${printer} >&2; exit 3`, delete: `${printer}; exit 4` },
    ),
    task("Shell", { name: "rolled-back" }, { secretEnv, create: `${printer}; exit 5`, delete: printer }),
    task("Shell", { name: "blind" }, { secretEnv, create: "true", read: `${printer} >&2; exit 6` }),
    task("Shell", { name: "no-json" }, { secretEnv, create: "true", read: printer }),
    task("Shell", { name: "bad-output" }, { secretEnv, create: `${printer} >> "$OPUS_OUTPUT"` }),
    task("Leaky", { name: "own-failing" }, { version: 0, fail: true, text: reference(4) }, "example.com/v1"),
    task("Leaky", { name: "own-blind" }, { version: 0, blind: true, text: reference(8) }, "example.com/v1"),
  ].join("");
}

/**
 * In short each place gets a sixth of each secret's forms: another sixth for the next secret, and in the next place. So
 * every place gets all secrets, and all forms, and every form of every secret is somewhere.
 */
const every = full ? 1 : 6;

const encodings = `
const held = (prefix) => Array.from({ length: ${secrets.length} }, (_, index) => process.env[prefix + index]);
const wrap = (text, width) => text.match(new RegExp(".{1," + width + "}", "g")).join("\\n");
const asciiJson = (text) => JSON.stringify(text).replace(/[^ -~]/g, (c) => "\\\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
let turn = { read: 1, update: 2, delete: 3 }[process.env.OPUS_CHANGE] ?? 0;
export function* printed(prefix) {
  let at = turn++;
  for (const secret of held(prefix)) {
    at++;
    for (const text of allForms(secret)) if (at++ % ${every} === 0) yield text;
  }
}
function* allForms(secret) {
  const base64 = Buffer.from(secret).toString("base64");
  const basic = Buffer.from("user:" + secret).toString("base64");
  const inside = Buffer.from(JSON.stringify({ some: "thing before", token: secret, and: "after" })).toString("base64");
  yield secret;
  yield "in a line: " + secret + " and on";
  for (const line of secret.split(/\\r\\n|\\n|\\r/).reverse()) yield "line: " + line.slice(0, line.trim().length < 4 ? 0 : undefined);
  yield JSON.stringify({ secret });
  yield JSON.stringify(JSON.stringify([secret]));
  yield asciiJson({ secret });
  yield encodeURIComponent(secret);
  yield encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase());
  yield new URLSearchParams({ secret }).toString();
  yield html(secret);
  yield "'" + secret.replaceAll("'", "'\\\\''") + "'";
  yield base64;
  yield "Authorization: Basic " + basic;
  yield Buffer.from("xy" + secret + "z").toString("base64url");
  yield inside;
  for (const width of [64, 76]) for (const text of [base64, basic, inside]) yield wrap(text, width);
  yield JSON.stringify({ wrapped: wrap(inside, 76) });
}
`;

/** Prints in small pieces, and leaves outputs. */
const print = `
import { appendFileSync, writeSync } from "node:fs";
import { printed } from "./encodings.mjs";
let at = 0;
for (const text of printed("S_")) {
  const bytes = Buffer.from(text + "\\n");
  const cut = 1 + (at++ * 7) % bytes.length;
  for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut)]) for (let from = 0; from < piece.length; ) from += writeSync(1, piece, from);
}
const { OPUS_OUTPUT } = process.env;
if (OPUS_OUTPUT && process.env.OPUS_CHANGE !== "read") {
  const line = [];
  for (let index = 0; index < ${secrets.length}; index++) {
    const secret = process.env["S_" + index];
    line.push("RAW_" + index + "<<END-OF-IT\\n" + secret + "\\nEND-OF-IT");
    line.push("ENCODED_" + index + "=" + Buffer.from("a:" + secret).toString("base64"));
  }
  appendFileSync(OPUS_OUTPUT, line.join("\\n") + "\\n");
}
`;

/** Prints by itself, and fails with secrets in everything that it gives. */
const leaky = `
import { printed } from "../encodings.mjs";
const all = () => [...printed("HELD_")];
const say = (what) => {
  for (const text of all()) {
    const half = Math.ceil(text.length / 2);
    process.stdout.write(text.slice(0, half));
    process.stdout.write(Buffer.from(text.slice(half) + "\\n"));
    console.error(what, text);
  }
};
export default {
  apiVersion: "example.com/v1",
  kind: "Leaky",
  async observe(spec) {
    say("observe");
    if (spec.blind) return { state: "failed", error: { message: all().join(" "), hint: spec.text, detail: all().join("\\n") } };
    return { state: "unobservable", why: "it is shy of " + spec.text };
  },
  async create(spec, io) {
    console.log("create", ...all());
    io.output("stdout", all().join("\\n"));
    process.emitWarning("warned of " + spec.text);
    if (spec.fail) throw Object.assign(new Error(all().join(" "), { cause: new Error(spec.text) }), { hint: spec.text, detail: all().join("\\n") });
    return {
      outputs: [{ name: "TEXT", value: spec.text }, { name: "DEEP", value: { all: all(), [spec.text]: [1] } }, { name: "MADE", value: "made-by-module", sensitive: true }],
      observed: { all: all(), [spec.text]: spec.text },
      warnings: ["careful: " + spec.text],
    };
  },
  async update(before, after, io) {
    return this.create(after, io);
  },
  async delete(before, io) {
    io.output("stderr", before.text + "\\n");
    if (before.fail) throw new Error("not deleted: " + before.text);
  },
};
`;

const hook = `
import { printed } from "../encodings.mjs";
export default {
  async around(step, next) {
    console.log("around", process.env.HELD_16, JSON.stringify(step));
    return next(step);
  },
  on(event) {
    if (event.type === "planned") throw new Error([...printed("HELD_")].join(" "));
  },
  async finish(report) {
    process.stdout.write(JSON.stringify(report) + "\\n");
    process.stdout.write("unfinished " + process.env.HELD_2);
    throw new Error("at the end: " + process.env.HELD_9 + process.env.HELD_17);
  },
};
`;

/** What the repository has besides the manifest. */
export const files: { readonly [path: string]: string } = {
  "encodings.mjs": encodings,
  "print.mjs": print,
  "opus/leaky.mjs": leaky,
  "opus/hook.mjs": hook,
  "facts.json": JSON.stringify({ all: secrets, nested: { number: 8_675_309_442, [secrets[17] ?? ""]: "as a key" } }),
};

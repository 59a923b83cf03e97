import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { type Rig, type StepResult, statuses } from "./rig.ts";

const values: { readonly [name: string]: string } = {
  multi: "-----BEGIN KEY-----\nMIIEvQIBADANBg\"kqhkiG9w0BAQ\nx'F$AASC%BKcw&ggSj\n-----END KEY-----\n",
  quotes: `it's "quoted" \\ back\\slash`,
  short: "q7z",
  unicode: "pässwörd-✓-日本語-🔑",
  regex: "a.*b(c|d)[e]{2}^$+?\\w/g-x",
  json: '{"k":"v\\n","n":[1,2]}',
  yaml: "key: [value, &anchor *alias] # no comment!",
  url: "https://user:p%40ss@host/?q=a b&c=d#frag",
  html: "<script>alert('x&y')</script>",
  markdown: "**bold** | `code` | [link](x) ~~~",
  number: "8675309442",
  dollar: "$${VALUE:x} ${HOME} $$",
};
const names = Object.keys(values);
const env = Object.fromEntries(Object.entries(values).map(([name, value]) => [`SECRET_${name.toUpperCase()}`, value]));

/** A secret in all the ways in which it could be recognised. */
function forms(secret: string): string[] {
  const lines = secret.split("\n").map((line) => line.trim());
  const parts = [secret.trim(), ...lines].filter((part) => part.length >= 4 || part === secret);
  return [
    ...new Set(
      parts.flatMap((part) => [
        part,
        JSON.stringify(part).slice(1, -1),
        ...(part.length < 4
          ? []
          : [encodeURIComponent(part), Buffer.from(part).toString("base64").replace(/.?=*$/, "")]),
        part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      ]),
    ),
  ];
}

const needles = names.flatMap((name) => forms(values[name] ?? "").map((form) => ({ name, form })));

/** Where a secret is found in a text. */
function leaks(text: string, place: string): string[] {
  return needles
    .filter(({ form }) => text.includes(form))
    .map(({ name, form }) => {
      const at = text.indexOf(form);
      return `${place}: ${name} as ${JSON.stringify(form)} in …${JSON.stringify(text.slice(Math.max(0, at - 60), at + form.length + 20))}`;
    });
}

/** Every file that the runner or opus keeps: outputs, summaries, reports, state with its journal and history. */
function keptFiles(rig: Rig): [path: string, text: string][] {
  const found: [string, string][] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(rig.directory, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (folder !== "workspace" || entry.name === ".opus") walk(path);
      } else if (folder !== "workspace" && !path.endsWith("event.json"))
        found.push([path, readFileSync(join(rig.directory, path), "utf8")]);
    }
  };
  walk("");
  return found;
}

function withoutMasks(log: string): string {
  return log
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
}

function leaksOf(rig: Rig, ...steps: readonly Pick<StepResult, "log">[]): string[] {
  const kept = keptFiles(rig);
  // A walk that finds nothing proves nothing.
  expect(kept.map(([path]) => path).join(" ")).toMatch(/output.*summary|summary.*output/);
  return [
    ...steps.flatMap(({ log }, index) => leaks(withoutMasks(log), `log ${index}`)),
    ...kept.flatMap(([path, text]) => leaks(text, path)),
  ];
}

const withMap = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
  hooks:
  - {use: outputs, with: {map: {leak: "\${VAR:leaky:PLAIN_QUOTES}", piece: "got \${VAR:leaky:PLAIN_SHORT}"}}}
---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec:
  values: {fromInput: {type: string, default: none}}
  secrets: {${names.map((name) => `${name}: {env: SECRET_${name.toUpperCase()}}`).join(", ")}}
`;

const head = withMap.replace(/ {2}hooks:\n.*\n/, "");

const task = (kind: string, metadata: object, spec: object): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata, spec })}\n`;

/** Prints every secret: as it is, in base64, in two pieces, on both streams, as outputs. */
const printing = `
for name in ${names.map((name) => name.toUpperCase()).join(" ")}; do
  ref="S_$name"; value="\${!ref}"
  echo "plain: $value"
  echo "error: $value" >&2
  printf 'base64: %s\\n' "$(printf '%s' "$value" | base64 -w0)"
  printf 'wrapped in base64: %s\\n' "$(printf '{"token":"%s"}' "$value" | base64 -w0)"
  printf 'split: %s' "\${value:0:2}"
  sleep 0.02
  printf '%s\\n' "\${value:2}"
  printf 'PLAIN_%s<<EOF_OF_IT\\n%s\\nEOF_OF_IT\\n' "$name" "$value" >> "$OPUS_OUTPUT"
  printf 'BASE_%s=%s\\n' "$name" "$(printf '%s' "$value" | base64 -w0)" >> "$OPUS_OUTPUT"
done
`;
const secretEnv = Object.fromEntries(names.map((name) => [`S_${name.toUpperCase()}`, `\${SECRET:${name}}`]));

function manifest(version: number, tail = ""): string {
  const content = `version ${version}\n${names.map((name) => `${name}=\${SECRET:${name}}`).join("\n")}\n`;
  return [
    withMap,
    task("File", { name: "kept" }, { path: "out/kept.txt", content }),
    ...names.map((name) =>
      task("File", { name: `whole-${name}` }, { path: `out/${name}.txt`, content: `\${SECRET:${name}}` }),
    ),
    task(
      "Shell",
      { name: "leaky" },
      {
        env: {
          VERSION: version,
          PLAIN_ENV: "a ${SECRET:regex} b",
          FROM_ENV: "${ENV:SECRET_YAML}",
          FROM_INPUT: "${VALUE:fromInput}",
        },
        secretEnv,
        capture: true,
        create: printing,
        update: printing,
        delete: printing,
        read: 'cat facts.json; echo "reading: $S_QUOTES" >&2',
      },
    ),
    tail,
  ].join("");
}

/** Gets a sensitive output; only in the run that makes it, because plain state does not keep it. */
const second = task(
  "Shell",
  { name: "second" },
  { env: { GIVEN: "${VAR:leaky:PLAIN_MULTI}" }, create: 'echo "given: $GIVEN"' },
);

/** The same, taking over what `read` finds. */
function adopting(version: number): string {
  return manifest(version).replace('{"name":"leaky"}', '{"name":"leaky","lifecycle":{"adopt":true}}');
}

function rigWith(text: string): Rig {
  const facts = {
    ...values,
    nested: { list: Object.values(values) },
    number: 8_675_309_442,
    [values.html ?? ""]: "as a key",
  };
  return new QuickRig({ "opus.yaml": text, "facts.json": JSON.stringify(facts) });
}

const inputs = { values: `fromInput: ${JSON.stringify(values.markdown)}` };

describe("a secret's value is found nowhere", () => {
  it("after plan, apply, drift, describe, an update, a rollback and a delete", async () => {
    using rig = rigWith(manifest(1));
    const steps: StepResult[] = [];
    const step = async (more: { readonly [name: string]: string }, debug = false): Promise<StepResult> => {
      const result = await rig.step(
        { ...inputs, ...more },
        { env: { ...env, ...(debug ? { RUNNER_DEBUG: "1" } : {}) } },
      );
      steps.push(result);
      return result;
    };
    expect((await step({ command: "plan", target: "kept,whole-*" })).exitCode).toBe(0);
    // What `read` finds was not made by opus.
    expect((await step({ command: "apply" })).exitCode).toBe(1);
    rig.write("opus.yaml", adopting(1) + second);
    const applied = await step({ command: "apply" }, true);
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toContain("given: ***");
    expect((await step({ command: "forget", target: "second" })).exitCode).toBe(0);
    rig.write("opus.yaml", adopting(1));
    expect(applied.log).toContain("plain: ***");
    expect(applied.log).toContain("split: ***");
    expect(rig.read("out/quotes.txt")).toBe(values.quotes);
    expect(applied.log.split("\n").filter((line) => line.startsWith("::add-mask::")).length).toBeGreaterThan(
      names.length,
    );
    const drift = await step({ command: "drift" });
    expect(drift.exitCode).toBe(0);
    rig.write("out/kept.txt", `by hand, with ${values.quotes}`);
    rig.write("out/quotes.txt", `older ${values.unicode}`);
    await step({ command: "drift" }, true);
    await step({ command: "describe" }, true);
    rig.write("opus.yaml", adopting(2));
    expect((await step({ command: "plan" })).outputs["to-update"]).not.toBe("0");
    expect((await step({ command: "apply" })).exitCode).toBe(0);
    expect((await step({ command: "rollback" })).exitCode).toBe(0);
    expect((await step({ command: "delete", context: "test" })).exitCode).toBe(0);
    expect(leaksOf(rig, ...steps)).toEqual([]);
  });

  it("after failures: in messages, last lines, annotations, failed observations and failed rollbacks", async () => {
    const failing = task(
      "Shell",
      { name: "failing" },
      { secretEnv, create: `${printing}\necho "at last: $S_REGEX $S_HTML"; exit 3`, delete: `${printing}\nexit 4` },
    );
    const blind = task("Shell", { name: "blind" }, { secretEnv, create: "true", read: `${printing} >&2\nexit 5` });
    const garbled = task(
      "Shell",
      { name: "garbled" },
      { secretEnv, create: "true", read: 'echo "no json: $S_QUOTES"' },
    );
    const wrongOutput = task(
      "Shell",
      { name: "wrong-output" },
      { secretEnv, create: 'echo "$S_YAML" >> "$OPUS_OUTPUT"; echo "no key" >> "$OPUS_OUTPUT"' },
    );
    const endless = task(
      "Shell",
      { name: "endless" },
      { secretEnv, create: 'for i in {1..3000}; do printf "%s " "$S_UNICODE"; done; exit 6' },
    );
    using rig = rigWith(head + failing + blind + garbled + wrongOutput + endless);
    const failed = await rig.step({ ...inputs, command: "apply" }, { env });
    expect(statuses(failed.report)).toEqual({
      failing: "tainted",
      blind: "failed",
      garbled: "failed",
      "wrong-output": "tainted",
      endless: "tainted",
    });
    expect(failed.report.contexts[0].tasks[0].error.detail).toContain("at last: *** ***");
    expect(leaksOf(rig, failed)).toEqual([]);
  });

  it("of which a long error shows no half", async () => {
    const phrase = "correct horse battery staple";
    const text = `${head.replace("secrets: {", "secrets: {phrase: {env: PHRASE}, ")}${task("Shell", { name: "endless" }, { secretEnv: { P: "${SECRET:phrase}" }, create: 'for i in {1..3000}; do printf "%s/" "$P"; done; echo; echo "the end of $P"; exit 6' })}`;
    using rig = new QuickRig({ "opus.yaml": text });
    const failed = await rig.step({ command: "apply" }, { env: { ...env, PHRASE: phrase } });
    expect(failed.exitCode).toBe(1);
    // Without secrets it is short enough to be shown whole.
    expect(failed.report.contexts[0].tasks[0].error.detail).toMatch(/^(?:\*\*\*\/){3000}\nthe end of \*\*\*$/);
    const everything = [withoutMasks(failed.log), ...keptFiles(rig).map(([, kept]) => kept)].join("\n");
    expect(everything).not.toContain("staple");
    expect(everything).not.toContain("horse");
  });

  it("after a cancellation", async () => {
    const slow = task("Shell", { name: "slow" }, { secretEnv, create: `${printing}\ntouch printed\nsleep 60` });
    using rig = rigWith(adopting(1) + slow);
    const run = rig.startStep({ ...inputs, command: "apply" }, { env });
    while (!rig.exists("printed")) await sleep(50);
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(1);
    expect(run.files().outputs["failure-reason"]).toBe("cancelled");
    expect(run.log()).toContain("plain: ***");
    expect(leaksOf(rig, { log: run.log() })).toEqual([]);
  });

  it("when the process is killed: journal and state", async () => {
    const slow = task("Shell", { name: "slow" }, { secretEnv, create: "touch printed; sleep 60" });
    using rig = rigWith(adopting(1) + slow);
    const run = rig.startStep({ ...inputs, command: "apply", parallelism: "1" }, { env });
    while (!rig.exists("printed")) await sleep(50);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(keptFiles(rig).map(([path]) => path)).toContain("workspace/.opus/state/demo/test/journal.ndjson");
    expect(leaksOf(rig, { log: run.log() })).toEqual([]);
  });

  it("in a terminal", async () => {
    using rig = rigWith(adopting(1));
    const applied = await rig.terminal(["apply", "--context", "test", "--verbose", "--values", inputs.values], env);
    expect(applied.log).toContain("plain: ***");
    expect(applied.exitCode).toBe(0);
    expect(leaks(applied.log, "terminal")).toEqual([]);
  });

  it("in what an unset secret, a bad reference and a wrong input are reported with", async () => {
    using rig = rigWith(
      manifest(
        1,
        task(
          "Shell",
          { name: "wrong" },
          { env: { A: "${VAR:kept:NOPE} ${SECRET:url}", GITHUB_TOKEN: "${SECRET:url}" }, create: "true" },
        ),
      ),
    );
    const failed = await rig.step({ command: "apply", values: `unknown: ${JSON.stringify(values.url)}` }, { env });
    expect(failed.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(leaksOf(rig, failed)).toEqual([]);
    const { SECRET_URL: _, ...others } = env;
    rig.write("opus.yaml", manifest(1));
    const unset = await rig.step({ command: "apply" }, { env: others });
    expect(unset.log).toContain('the secret "url" is used, but the environment variable SECRET_URL is not set');
    expect(leaksOf(rig, unset)).toEqual([]);
  });
});

describe("scripts", () => {
  const project = head.slice(0, head.indexOf("---"));

  it("get the environment that they are promised, and nothing of the runner's own", async () => {
    const create = "env -0 > seen.env";
    using rig = new QuickRig({
      "opus.yaml":
        project + task("Shell", { name: "curious" }, { passEnv: ["*"], create, delete: "env -0 > seen-by-delete.env" }),
    });
    const more = {
      ACTIONS_CACHE_URL: "x",
      actions_id_token_request_token: "x",
      INPUT_EXTRA: "x",
      GH_TOKEN_OF_MINE: "y",
    };
    expect((await rig.step({ command: "apply" }, { env: more })).exitCode).toBe(0);
    rig.write("opus.yaml", project);
    expect((await rig.step({ command: "apply", "max-deletes": "1" }, { env: more })).exitCode).toBe(0);
    for (const file of ["seen.env", "seen-by-delete.env"]) {
      const seen = rig.read(file).split("\0");
      expect(seen).toContain("GH_TOKEN_OF_MINE=y");
      expect(seen).toContain("GITHUB_REPOSITORY=octo/storefront");
      const wrong = seen.filter((pair) =>
        /^(ACTIONS_|INPUT_|GITHUB_(TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)=)/i.test(pair),
      );
      expect(wrong).toEqual([]);
      expect(seen.join("\n")).not.toContain("must-never-be-seen");
      expect(seen.join("\n")).not.toContain("ghs_0123456789");
    }
  });

  it("can't issue commands of the workflow, however they write them", async () => {
    const payloads = [
      "::set-output name=evil::1",
      "  \t::add-mask::evil",
      "::stop-commands::evil",
      "x\\r::set-env name=evil::1",
      "\\r::add-path::/evil",
      "##[error]evil",
      "text ##[add-matcher]evil",
      "\\u200b::debug::evil",
      "\\ufeff::save-state name=evil::1",
      "\\u00a0::echo::on",
      "\\x1b[31m::warning::evil",
      "\\x00::error::evil",
      ": :notice::no",
      "::group::evil",
    ];
    const lines = payloads.map((payload) => `printf '${payload}\\n'; printf '${payload}\\n' >&2`).join("\n");
    const split =
      "printf ':'; sleep 0.05; printf ':set-output name=evil'; sleep 0.05; printf '::2\\n'; printf '::set-output name=unfinished::3'";
    const create = `${lines}\n${split}\nexit 9\n`;
    using rig = new QuickRig({
      "opus.yaml":
        project + task("Shell", { name: "evil", description: "::set-output name=evil::1" }, { create, delete: lines }),
    });
    const referenceEnvironment: readonly { readonly [name: string]: string }[] = [
      {},
      { RUNNER_DEBUG: "1" },
      { NO_COLOR: "1" },
    ];
    for (const variables of referenceEnvironment) {
      const result = await rig.step({ command: "apply" }, { env: variables });
      expect(result.exitCode).toBe(1);
      expect(result.log).toContain("set-output name=evil");
      const commands = result.log
        .split(/\r\n|\n|\r/)
        .filter((line) => /^[\s\p{Cf}\p{Cc}]*:[\p{Cf}\p{Cc}]*:/u.test(line));
      // What opus says itself: groups, masks of the token, annotations of the failure.
      const own = commands.filter((line) => /^::(group|endgroup|add-mask|error|notice|warning)( [^:]*)?::/.test(line));
      expect(commands).toEqual(own);
      expect(
        commands.filter((line) => /^::group::evil|^::(add-mask|error|notice|warning)::(evil|no)/.test(line)),
      ).toEqual([]);
      expect(result.log).not.toMatch(/#\s?#\[/);
      expect(Object.keys(result.outputs)).not.toContain("evil");
    }
  });
});

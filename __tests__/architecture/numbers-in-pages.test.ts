// Figures that pages name: each is made here from the constant that the program goes by, or is told to be somebody else's.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPage, readPages, root } from "./pages.ts";

const sources = new Map(
  globSync("src/**/*.ts", { cwd: root }).map((path) => [
    path.replaceAll("\\", "/").slice("src/".length),
    readFileSync(join(root, path), "utf8"),
  ]),
);

function onlyOne(definition: RegExp): RegExpExecArray | undefined {
  const matches = [...sources.values()].map((text) => definition.exec(text)).filter((match) => match !== null);
  return matches.length === 1 ? matches[0] : undefined;
}

/** The value of a constant of a file of the sources, whether it is exported or not. */
function constant(path: string, name: string): number {
  const definition = new RegExp(`\\b${name}(?:: [\\w [\\]]+)? = ([^;,)]+)[;,)]|\\b${name}: (\\d[\\d_]*)[,; ]`);
  // Constants move: a name that is nowhere else is found wherever it is.
  const found = definition.exec(sources.get(path) ?? "") ?? onlyOne(definition);
  const value = found?.[1] ?? found?.[2] ?? "?";
  const plain = value.replaceAll("mebibyte", "1024 ** 2").replaceAll("_", "");
  const factors = plain.split(/ \* (?!\*)/).map((factor) => {
    const [base = "", power = "1"] = factor.split(" ** ");
    return Number(base) ** Number(power);
  });
  const product = factors.reduce((all, factor) => all * factor, 1);
  if (Number.isNaN(product)) throw new Error(`${path}: ${name} is ${value}, which is no number`);
  return product;
}

const count = (path: string, name: string): string => constant(path, name).toLocaleString("en");
const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (path: string, name: string): string => words[constant(path, name)] ?? "?";
/** Milliseconds of timing.ts, in a unit. */
const time = (name: string, unit: 1 | 1_000 | 60_000 = 1_000): number =>
  constant("engine/model/timing.ts", name) / unit;
const timeInWords = (name: string): string => words[time(name)] ?? "?";
function size(path: string, name: string): string {
  const bytes = constant(path, name);
  const [unit, of] =
    bytes >= 1024 ** 3
      ? (["GiB", 1024 ** 3] as const)
      : bytes >= 1024 ** 2
        ? (["MiB", 1024 ** 2] as const)
        : (["KiB", 1024] as const);
  return `${bytes / of} ${unit}`;
}
const limits = "engine/model/size-limits.ts";

/** Sentences, or the part that holds the figure; where they stand does not matter. */
const ours: readonly string[] = [
  `An issue has at most ${count("hooks/comment/body.ts", "commentLimit")} characters`,
  `A comment has at most ${count("hooks/comment/body.ts", "commentLimit")} characters`,
  `cut to GitHub's ${count(limits, "checkSummaryLength")} characters`,
  `has not taken ${time("checkMs")} s after the last one`,
  `at most ${count(limits, "checkAnnotations")} notes`,
  `At most ${count(limits, "policyProblems")} problems of a policy`,
  `at most ${count("app/projects/list-projects.ts", "mostJobs")} jobs of a matrix`,
  `GitHub's limit of ${size("action/toolkit.ts", "summaryLimitBytes")}`,
  `The job summary holds up to ${size("action/toolkit.ts", "summaryLimitBytes")}`,
  `goes silent for ${time("httpAnswerMs")} seconds`,
  `after ${inWords("processors/download/fetching.ts", "mostVainTries")} tries in a row`,
  `A file has ${size(limits, "downloadBytes")} at most`,
  `more than ${count(limits, "archiveEntries")} entries, ${size(limits, "unpackedBytes")}, or, above ${size(limits, "unpackedFreely")}, ${constant(limits, "unpackedRatio")} times its own size`,
  `read to the end as far as ${size(limits, "comparedDownloadBytes")}`,
  `Path of a UTF-8 file of at most ${size("processors/file/file-spec.ts", "templateBytes")}`,
  `of a \`source\` of at most ${size("processors/file/file-spec.ts", "keptBytes")}`,
  `text of at most ${size("processors/file/file-spec.ts", "keptBytes")}, in which no secret`,
  `A Folder takes at most ${count(limits, "folderFiles")} files, and a text with references at most ${size("processors/folder/expand-folder.ts", "templateBytes")}`,
  `all of them together have at most ${size(limits, "folderBytesKept")}, of each up to ${size("processors/file/file-spec.ts", "keptBytes")}`,
  `Waited for at most ${time("httpPatienceMs", 60_000)} minutes`,
  `What a request waits for them is at most ${time("httpPatienceMs", 60_000)} minutes`,
  `An answer has ${size(limits, "taskAnswerBytes")} at most`,
  `sent at most ${inWords("node/http/retry-rules.ts", "mostTries")} times in all`,
  `${constant("processors/http-resource/error-words.ts", "longestWords")} characters at most, and no pages`,
  `more than ${constant(limits, "depthLimit")} levels`,
  `A list has ${count(limits, "plannedEntries")} entries at most`,
  `a line of more than ${size(limits, "programLineLength")}`,
  `\`open\` has ${time("kindOpenMs", 60_000)} minutes, \`close\` ${time("kindCloseMs")} seconds`,
  `Pause between two tries. Default \`${time("probeIntervalMs")}s\``,
  `Default \`${time("probeTimeoutMs", 60_000)}m\``,
  `Default \`${time("probeTryMs")}s\``,
  `Default \`${time("httpSettleMs")}s\``,
  `Notes go to stderr. At most ${size("processors/shell/shell-run.ts", "factBytes")}`,
  `\`EOF\`. The file may have ${size("processors/shell/shell-run.ts", "factBytes")}`,
  `log; its last ${constant("processors/shell/script.ts", "count")} lines`,
  `each stream up to ${size("processors/shell/shell-run.ts", "capturedBytes")}`,
  `values of more than ${size("processors/shell/shell-recorded.ts", "longestValue")}, and what exceeds ${size("processors/shell/shell-recorded.ts", "longestValues")} altogether`,
  `with more than ${constant("processors/shell/shell-files.ts", "listedFiles")} files one digest`,
  `after ${timeInWords("stopGraceMs")} seconds SIGKILL`,
  `waits ${timeInWords("pipeLingerMs")} second for it to let go`,
  `A glob has at most ${count("engine/text/glob-reader.ts", "globLimit")} characters`,
  `who is waited for after ${time("mutexToldMs")} s`,
  `tries again for ${timeInWords("heldFileMs")} seconds`,
  `open when it is short (${constant("hooks/summary/task-fold.ts", "shortLines")} lines)`,
  `(${constant("action/input-reader.ts", "shortestSigningKey")} characters or more`,
  `${count(limits, "addedValuesLimit")} values and ${size(limits, "addedCharactersLimit")} of text for one value or spec, and ${constant(limits, "depthLimit")} levels`,
  `each of its lines with ${inWords("engine/redaction/secret-encodings.ts", "shortestPart")} characters or more`,
  `Below ${inWords("engine/redaction/secret-encodings.ts", "shortestPart")} characters that makes`,
  `${inWords("engine/redaction/pattern-matcher.ts", "telling")} characters or more of a secret before`,
  `GitHub is told the lines of ${inWords("app/secrets/declared-secrets.ts", "shortest")} characters or more`,
  `members of fewer than ${inWords("app/secrets/address-secrets.ts", "shortest")} characters`,
  `of ${inWords("app/secrets/declared-secrets.ts", "shortestLiteral")} characters or more, stands in a manifest`,
  `unless ${inWords("hooks/outputs.ts", "shortestInName")} characters or more of one are`,
  `the last ${constant("app/site/site-command.ts", "detailedRuns")} versions that are not sealed`,
  `(default ${constant("cli/site-arguments.ts", "defaultLimit")})`,
  `A folder keeps the last ${constant("state/backends/file/state-folder.ts", "historyLimit")} versions`,
  `An archive of more than ${size(limits, "archiveBytes")}, a state of more than ${size(limits, "stateBytes")}, more than ${count(limits, "listedEntries")} entries`,
  `A passphrase of fewer than ${constant("state/seal/key-lines.ts", "shortestPassphrase")} characters`,
  `a passphrase costs about a second and ${(2 ** constant("state/seal/passphrase.ts", "usualWorkFactor") * 8 * 128) / 1024 ** 2} MiB`,
  `A state has at most ${size(limits, "stateBytes")} and ${constant(limits, "stateDepth")} levels of nesting, a journal ${size("state/backends/file/file-system.ts", "fileBytes")}`,
  `does not begin with more than ${constant(limits, "stateBytes") / 2 / 1024 ** 2} MiB`,
  `at the latest ${time("checkpointMs")} seconds later`,
  `one every ${time("checkpointMs")} s at most`,
  `at most ${constant("node/compile-cache.ts", "mostChunks")} files of opus and 4,000 of others`,
  `on the server, for ${timeInWords("branchGlanceMs")} seconds at most`,
  `tried one time, for at most ${time("webhookWhenCancelledMs")} s`,
  `for at most ${time("webhookMs")} s altogether`,
  `at most ${count("hooks/webhook/words.ts", "mostText")} characters`,
  `on one line and cut to ${count("hooks/webhook/notice.ts", "error")} characters`,
  `at most ${constant("hooks/webhook/notice.ts", "contexts")} with ${constant("hooks/webhook/notice.ts", "tasks")} tasks each`,
  `larger than ${size(limits, "webhookMessageBytes")}`,
  `\`lock-timeout\` (${/default: (\d+)m/.exec(readFileSync(join(root, "action.yml"), "utf8").split("lock-timeout:")[1] ?? "")?.[1]} minutes)`,
  `above ${constant("hooks/outputs.ts", "outputsLimitBytes") / 1024} KiB, it is`,
  // ARCHITECTURE.md
  `gives others a turn each ${time("lookingMs", 1)} ms`,
  `makes it ${size("node/young-space.ts", "enough")} and keeps it so`,
  `${size("node/workspace/manifest-files.ts", "large")} of manifest are read`,
  `longer than ${time("cacheAltogetherMs")} s altogether`,
];

/** What GitHub and others do, what was measured, and what is no limit at all. */
const notOurs: readonly string[] = [
  "The runner gives it 7.5 seconds",
  "Paths of more than 260 characters",
  "After about ten seconds a runner ends the process",
  "until its part has been there for about three seconds",
  "publishes it, every three hours",
  "in sync, 2 h ago",
  "45 of 120 MB",
  "nobody has used for 7 days",
  "their limit of 10 GB",
  "this takes less than five minutes",
  "Slack takes 50 blocks of 3,000 characters, Teams about 28 KB",
  "asks four times a day",
  "after 60 days without activity",
  "between the two versions",
  "drops a summary above 1 MiB",
  "Node would let it grow to 128 MiB",
  "`toLocaleString` takes 15 ms to begin",
  // How the branch grows, as measured.
  "By about 3 KB for a run",
  "a look brings 8 KB",
  "brings 3 MB, in about 3 s",
  "(17 MB as text)",
  "a look brings 1.2 MB",
  "sends 1.7 KB as it begins and 1.4 KB as",
  "sends 5 and 13 KB",
  "2 and 17 KB larger",
];

const prose = [...readPages(), readPage("ARCHITECTURE.md")]
  .filter(({ path }) => path !== "docs/reliability.md" && path !== "docs/from-magnum-opus.md")
  .map(({ path, prose }) => ({ path, text: prose.replace(/\s+/g, " ") }));

it("every limit that pages name is the program's", () => {
  const absent = ours.filter((sentence) => !prose.some(({ text }) => text.includes(sentence)));
  expect(absent).toEqual([]);
});

it("no page names a figure that nobody looks after", () => {
  const number = "\\d[\\d,.]*|two|three|four|five|six|eight|ten|sixty";
  const unit =
    "s|ms|seconds|minutes|min|hours|h|days|[MKG]i?B|bytes|characters|levels|values|entries|lines|tries|versions|notes";
  const figure = new RegExp(`(?<![\\w.#-])(?:${number}) (?:${unit})\\b`, "g");
  const known = [...ours, ...notOurs];
  const left = prose.flatMap(({ path, text }) => {
    const rest = known.reduce((some, sentence) => some.replaceAll(sentence, "…"), text);
    return [...rest.matchAll(figure)].map(
      ({ 0: found, index }) => `${path}: ${rest.slice(Math.max(0, index - 40), index + found.length + 10)}`,
    );
  });
  expect(left).toEqual([]);
  expect(notOurs.filter((sentence) => !prose.some(({ text }) => text.includes(sentence)))).toEqual([]);
});

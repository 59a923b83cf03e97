import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  addFlags,
  addInputs,
  columns,
  flagName,
  givenInputs
} from "./chunk-5HGUDYUH.js";
import "./chunk-QHW5LFAW.js";

// src/cli/site-arguments.ts
var siteInputs = {
  manifest: "Files or globs with the manifest, of which only the Project counts: it says where state is.",
  "working-directory": void 0,
  "state-backend": void 0,
  "state-path": void 0,
  "state-branch": void 0,
  token: "For the repository, as GitHub's job token. Better in the environment, as GITHUB_TOKEN, in a job of GitHub Actions.",
  "encryption-key": "The key that opens sealed states. Better in the environment, as OPUS_ENCRYPTION_KEY.",
  initialize: "Take states that are not sealed although there is a key."
};
var defaultLimit = 500;
var siteFlags = [
  ["--out <folder>", "Where the site goes: a folder that is empty, not there yet, or holds an earlier site."],
  ["--report <file...>", "Reports of `opus drift`, or folders with some. May be repeated."],
  ["--values", "Show specs and outputs, too, nothing sensitive. Whoever can read the site can read them."],
  ["--limit <number>", `How many runs of each context are shown, the last ones. Default: ${defaultLimit}.`],
  ["-v, --verbose", "Tell more."],
  ["--debug", "Print to standard error what opus does, with times, for a bug report."],
  ["--[no-]color", "Colors, or none. Default: as the terminal can."]
];
var examples = [
  ["opus site --out site --state-backend branch", "of all states on the branch of origin"],
  ["opus site --out site --report reports", "with what reports of drift tell"]
];
async function parseSiteArguments(argv, metadata) {
  const inputs = Object.keys(siteInputs).flatMap((name) => metadata.inputs.find((input) => input.name === name) ?? []);
  const { Command, CommanderError } = await import("./esm-DYHAIXEO.js");
  const program = new Command("opus site");
  program.exitOverride().configureOutput({ writeOut: () => void 0, writeErr: () => void 0 }).argument("[operands...]").helpOption("-h, --help").version(metadata.version, "-V, --version");
  addFlags(program, siteFlags);
  addInputs(program, inputs, false);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { type: "text", text: `opus ${metadata.version}` };
    if (error.code.startsWith("commander.help")) return { type: "text", text: siteHelp(inputs) };
    return problem(explain(error.code, error.message));
  }
  if (program.args[0] === "help") return { type: "text", text: siteHelp(inputs) };
  return request(program.args, program.opts(), givenInputs(program.opts(), inputs));
}
function request(operands, options, raw) {
  const { out, report, limit = defaultLimit, color } = options;
  if (operands.length > 0)
    return problem(`\`opus site\` takes no names, and "${operands[0]}" is one; see opus site --help`);
  if (out === void 0 || String(out).trim() === "")
    return problem("`opus site` needs `--out <folder>`; see opus site --help");
  if (!/^[1-9]\d{0,8}$/.test(String(limit))) return problem(`--limit must be a whole number from 1, not "${limit}"`);
  return {
    type: "site",
    out: String(out),
    reports: report ?? [],
    values: options.values === true,
    limit: Number(limit),
    raw,
    verbose: options.verbose === true,
    debug: options.debug === true,
    color: typeof color === "boolean" ? color : void 0
  };
}
function siteHelp(taken) {
  const described = taken.map(({ name, description, default: fallback }) => {
    const flag = fallback === "false" ? `--${name}` : `--${name} <value>`;
    return [flag, siteInputs[name] ?? description];
  });
  return [
    "opus site: make a static page of all that is recorded: projects, contexts, tasks, runs, drift",
    "",
    "Usage: opus site --out <folder> [flags]",
    "",
    "Flags:",
    ...columns([...siteFlags, ...described]),
    "",
    "Examples:",
    ...columns(examples),
    "",
    "It only reads. What can't be read is shown as such, told here, and the exit status is 1 then."
  ].join("\n");
}
function explain(code, message) {
  const flag = /'(-[^'\s=]+)/.exec(message)?.[1] ?? "";
  if (code === "commander.optionMissingArgument") return `${flag} needs a value`;
  if (code !== "commander.unknownOption") return message.replace(/^error: /, "").split("\n")[0] ?? message;
  const flags = [...Object.keys(siteInputs), ...siteFlags.map(flagName), "help", "version"];
  const near = nearest(flag.replace(/^--?/, ""), flags);
  return `\`opus site\` has no flag ${flag}${near === void 0 ? "; see opus site --help" : `. Did you mean --${near}?`}`;
}
function problem(message) {
  return { type: "error", message };
}
export {
  parseSiteArguments
};

import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  tools
} from "./chunk-HWNA66OD.js";
import {
  plainArguments
} from "./chunk-7JAIB773.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  columns,
  flagName
} from "./chunk-5HGUDYUH.js";
import "./chunk-QHW5LFAW.js";

// src/cli/tool-arguments.ts
function parseToolArguments(name, argv) {
  const row = tools[name];
  if (argv.some((argument) => argument === "-h" || argument === "--help"))
    return { type: "text", text: toolHelp(name) };
  const plain = plainArguments(argv, { inputs: [], negatable: false, others: row.flags });
  if (plain === void 0) return { type: "error", message: wrongFlag(name, row, argv) };
  const { operands, options } = plain;
  if (operands[0] === "help" && operands.length === 1) return { type: "text", text: toolHelp(name) };
  if (operands.length < row.least || operands.length > row.most)
    return { type: "error", message: `\`opus ${name}\` takes ${row.operands || "no names"}; see opus ${name} --help` };
  return { type: "tool", name, operands, options };
}
function toolHelp(name) {
  const { operands, flags, about, examples, notes } = tools[name];
  const usage = ["opus", name, ...operands === "" ? [] : [operands], ...flags.length === 0 ? [] : ["[flags]"]];
  return [
    `opus ${name}: ${about}`,
    "",
    `Usage: ${usage.join(" ")}`,
    "",
    ...flags.length === 0 ? [] : ["Flags:", ...columns(flags), ""],
    "Examples:",
    ...columns(examples),
    ...notes.length === 0 ? [] : ["", ...notes]
  ].join("\n");
}
function wrongFlag(name, { flags }, argv) {
  const known = flags.map(flagName);
  for (const argument of argv) {
    if (!argument.startsWith("-")) continue;
    const [flag = ""] = argument.split("=");
    const word = flag.replace(/^--?/, "");
    if (known.includes(word) && flag.startsWith("--")) continue;
    const near = nearest(word, known);
    return `\`opus ${name}\` has no flag ${flag}${near === void 0 ? `; see opus ${name} --help` : `. Did you mean --${near}?`}`;
  }
  return `a flag of \`opus ${name}\` has no value; see opus ${name} --help`;
}
export {
  parseToolArguments,
  toolHelp
};

import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/cli/flags.ts
function isRepeatable(name) {
  return ["target", "values", "manifest"].includes(name);
}
function isSwitch({ default: fallback }) {
  return fallback === "true" || fallback === "false";
}
function addInputs(program, inputs, negatable) {
  for (const input of inputs) {
    const { name } = input;
    if (isSwitch(input)) {
      program.option(`--${name}`);
      if (negatable) program.option(`--no-${name}`);
    } else if (isRepeatable(name)) program.option(`--${name} <value>`, "", collected);
    else program.option(`--${name} <value>`);
  }
}
function collected(value, before) {
  return [...before ?? [], value];
}
function addFlags(program, rows) {
  for (const [usage] of rows) {
    if (!usage.startsWith("--[no-]")) program.option(usage);
    else for (const begin of ["--", "--no-"]) program.option(usage.replace("--[no-]", begin));
  }
}
function flagName([usage]) {
  return /--(?:\[no-\])?([a-z-]+)/.exec(usage)?.[1] ?? "";
}
function optionKey(flag) {
  return flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function optionOf(options, flag) {
  return options[optionKey(flag)];
}
function givenInputs(options, inputs) {
  const raw = {};
  for (const { name } of inputs) {
    const value = optionOf(options, name);
    if (value !== void 0) raw[name] = Array.isArray(value) ? value.join("\n") : String(value);
  }
  return raw;
}

// src/cli/columns.ts
var width = 80;
function columns(rows) {
  const left = Math.min(26, Math.max(...rows.map(([text]) => text.length))) + 2;
  return rows.flatMap(([head, text]) => {
    const lines = wrap(text, width - left - 2);
    const first = head.length + 2 > left ? [`  ${head}`] : [];
    const rest = lines.map((line, index) => `  ${(index === 0 && first.length === 0 ? head : "").padEnd(left)}${line}`);
    return [...first, ...rest];
  });
}
function wrap(text, size) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > size) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

export {
  isRepeatable,
  isSwitch,
  addInputs,
  addFlags,
  flagName,
  optionKey,
  optionOf,
  givenInputs,
  columns,
  wrap
};

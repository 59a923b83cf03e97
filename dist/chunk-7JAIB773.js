import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isRepeatable,
  isSwitch,
  optionKey
} from "./chunk-5HGUDYUH.js";

// src/cli/plain-arguments.ts
function plainArguments(argv, known) {
  const flags = flagsByName(known);
  const operands = [];
  const options = {};
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at];
    if (!argument.startsWith("-")) {
      operands.push(argument);
      continue;
    }
    const equals = argument.startsWith("--") ? argument.indexOf("=") : -1;
    const flag = flags.get(equals < 0 ? argument : argument.slice(0, equals));
    if (flag === void 0) return void 0;
    const [key, takes] = flag;
    if (typeof takes === "boolean") {
      if (equals >= 0) return void 0;
      options[key] = takes;
      continue;
    }
    const value = equals < 0 ? argv[++at] : argument.slice(equals + 1);
    if (value === void 0) return void 0;
    options[key] = takes === "value" ? value : [...options[key] ?? [], value];
  }
  return { operands, options };
}
function flagsByName({ inputs, negatable, others }) {
  const flags = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    const { name } = input;
    const key = optionKey(name);
    if (!isSwitch(input)) flags.set(`--${name}`, [key, isRepeatable(name) ? "values" : "value"]);
    else {
      flags.set(`--${name}`, [key, true]);
      if (negatable) flags.set(`--no-${name}`, [key, false]);
    }
  }
  for (const [usage] of others) {
    const [, short, no, name = "", value] = /^(?:(-\w), )?--(\[no-\])?([a-z-]+)( <\w+>)?$/.exec(usage) ?? [];
    const flag = [optionKey(name), value === void 0 ? true : "value"];
    flags.set(`--${name}`, flag);
    if (short !== void 0) flags.set(short, flag);
    if (no !== void 0) flags.set(`--no-${name}`, [flag[0], false]);
  }
  return flags;
}

export {
  plainArguments
};

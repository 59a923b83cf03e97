import { type FlagRow, isRepeatable, isSwitch, type Options, optionKey } from "./flags.ts";
import type { InputRow } from "./metadata.ts";

/** What a command line consists of. */
export interface PlainArguments {
  readonly operands: readonly string[];
  readonly options: Options;
}

/** What a flag does: takes a value, takes several, or is one. */
type Flag = readonly [key: string, takes: "value" | "values" | boolean];

export interface KnownFlags {
  readonly inputs: readonly InputRow[];
  /** Whether inputs that are switches have a form with `no-`, too. */
  readonly negatable: boolean;
  readonly others: readonly FlagRow[];
}

/**
 * Reads a command line in which nothing is unusual, as commander would, which takes longer to load than to run.
 * @returns undefined: something has to be explained, or is written in a way that is left to commander
 */
export function plainArguments(argv: readonly string[], known: KnownFlags): PlainArguments | undefined {
  const flags = flagsByName(known);
  const operands: string[] = [];
  const options: { [key: string]: unknown } = {};
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] as string;
    if (!argument.startsWith("-")) {
      operands.push(argument);
      continue;
    }
    const equals = argument.startsWith("--") ? argument.indexOf("=") : -1;
    const flag = flags.get(equals < 0 ? argument : argument.slice(0, equals));
    if (flag === undefined) return undefined;
    const [key, takes] = flag;
    if (typeof takes === "boolean") {
      if (equals >= 0) return undefined;
      options[key] = takes;
      continue;
    }
    const value = equals < 0 ? argv[++at] : argument.slice(equals + 1);
    if (value === undefined) return undefined;
    options[key] = takes === "value" ? value : [...((options[key] as readonly string[] | undefined) ?? []), value];
  }
  return { operands, options };
}

/** Flags as they are written, with dashes. */
function flagsByName({ inputs, negatable, others }: KnownFlags): ReadonlyMap<string, Flag> {
  const flags = new Map<string, Flag>();
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
    const flag: Flag = [optionKey(name), value === undefined || (isRepeatable(name) ? "values" : "value")];
    flags.set(`--${name}`, flag);
    if (short !== undefined) flags.set(short, flag);
    if (no !== undefined) flags.set(`--no-${name}`, [flag[0], false]);
  }
  return flags;
}

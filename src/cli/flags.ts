import type { Command } from "commander";
import type { InputRow } from "./metadata.ts";

/** A flag that is no input: how it is written in the help (`--limit <number>`, `--[no-]color`), and what it does. */
export type FlagRow = readonly [usage: string, help: string];

/** What was given, by the name of the flag in camel case. */
export type Options = { readonly [name: string]: unknown };

/** True for inputs whose flag may be given several times. */
export function isRepeatable(name: string): boolean {
  return ["target", "values", "manifest"].includes(name);
}

/** True for inputs that are switched on and off. */
export function isSwitch({ default: fallback }: InputRow): boolean {
  return fallback === "true" || fallback === "false";
}

/**
 * Adds a flag for each input.
 * @param negatable whether switches have a form with `no-`, too
 */
export function addInputs(program: Command, inputs: readonly InputRow[], negatable: boolean): void {
  for (const input of inputs) {
    const { name } = input;
    if (isSwitch(input)) {
      program.option(`--${name}`);
      if (negatable) program.option(`--no-${name}`);
    } else if (isRepeatable(name)) program.option(`--${name} <value>`, "", collected);
    else program.option(`--${name} <value>`);
  }
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Adds flags that are no inputs. */
export function addFlags(program: Command, rows: readonly FlagRow[]): void {
  for (const [usage] of rows) {
    if (!usage.startsWith("--[no-]")) program.option(usage);
    else for (const begin of ["--", "--no-"]) program.option(usage.replace("--[no-]", begin));
  }
}

/** The name of a flag of a row, without dashes and value: `limit`, `color`. */
export function flagName([usage]: FlagRow): string {
  return /--(?:\[no-\])?([a-z-]+)/.exec(usage)?.[1] ?? "";
}

/** The name of a flag in camel case, without dashes. */
export function optionKey(flag: string): string {
  return flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** What was given for a flag, by its name as it is written. Undefined: it was not given. */
export function optionOf(options: Options, flag: string): unknown {
  return options[optionKey(flag)];
}

/** What was given for inputs, as an action gets it: several values are lines. */
export function givenInputs(options: Options, inputs: readonly InputRow[]): { [name: string]: string } {
  const raw: { [name: string]: string } = {};
  for (const { name } of inputs) {
    const value = optionOf(options, name);
    if (value !== undefined) raw[name] = Array.isArray(value) ? value.join("\n") : String(value);
  }
  return raw;
}

import { Command, CommanderError } from "commander";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { addFlags, addInputs } from "../../src/cli/flags.ts";
import { terminalFlags } from "../../src/cli/help.ts";
import { type KnownFlags, type PlainArguments, plainArguments } from "../../src/cli/plain-arguments.ts";
import { stateFlags, stateInputs } from "../../src/cli/state-commands.ts";

const ofRun: KnownFlags = { inputs: metadata.inputs, negatable: true, others: terminalFlags };
const ofState: KnownFlags = {
  inputs: metadata.inputs.filter(({ name }) => Object.hasOwn(stateInputs, name)),
  negatable: false,
  others: stateFlags,
};

/** Undefined: commander does not take it. */
function byCommander(argv: readonly string[], { inputs, negatable, others }: KnownFlags): PlainArguments | undefined {
  const program = new Command("opus")
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .argument("[operands...]")
    .version("1", "-V, --version");
  addFlags(program, others);
  addInputs(program, inputs, negatable);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return undefined;
    throw error;
  }
  return { operands: program.args, options: program.opts() };
}

describe("plain arguments", () => {
  it.each([
    [[]],
    [["plan"]],
    [["--context", "prod", "apply", "--max-deletes=3", "--fail-fast", "--no-summary", "-v"]],
    [["--target", "a", "--target=b=c", "--values", "--odd", "--color", "--no-color", "--context="]],
    [["", "--context", ""]],
  ])("are read without commander: %j", (argv) => {
    expect(plainArguments(argv, ofRun)).toEqual(byCommander(argv, ofRun));
    expect(plainArguments(argv, ofRun)).toBeDefined();
  });

  it.each([
    [["--help"]],
    [["-h"]],
    [["-V"]],
    [["--contxt", "x"]],
    [["--context"]],
    [["--summary=true"]],
    [["--no-context"]],
    [["-vv"]],
    [["--", "plan"]],
    [["-"]],
    [["-1"]],
  ])("are left to commander when there is something unusual: %j", (argv) => {
    expect(plainArguments(argv, ofRun)).toBeUndefined();
  });

  it.each([
    ["a run", ofRun],
    ["opus state", ofState],
  ])("mean what commander takes them for, of %s", (_, known) => {
    const names = [...known.inputs.map(({ name }) => name), "color", "debug", "json", "limit", "zzz"];
    const flag = fc
      .tuple(fc.constantFrom("--", "--no-"), fc.constantFrom(...names), fc.constantFrom("", "=", "=x", "=--y"))
      .map((parts) => parts.join(""));
    const other = fc.constantFrom(
      "plan",
      "",
      "-",
      "--",
      "-v",
      "-vv",
      "-V",
      "-h",
      "-1",
      "a=b",
      "__proto__",
      "--context",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(flag, other), { maxLength: 6 }), (argv) => {
        const plain = plainArguments(argv, known);
        if (plain !== undefined) expect(plain).toEqual(byCommander(argv, known));
      }),
      { numRuns: 500 },
    );
  });
});

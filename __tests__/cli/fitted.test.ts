import { describe, expect, it } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { fitted } from "../../src/cli/fitted.ts";
import { parseArguments } from "../../src/cli/terminal.ts";
import { tools } from "../../src/cli/tools.ts";
import { builtInCommands, terminalPrograms } from "../../src/engine/model/commands.ts";

const names = ["", ...Object.keys({ ...builtInCommands, ...terminalPrograms }).filter((name) => name !== "debug-info")];

async function help(name: string): Promise<string> {
  const parsed = await parseArguments([...(name === "" ? [] : [name]), "--help"], metadata);
  return parsed.type === "text" ? parsed.text : "";
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

describe("help", () => {
  it.each(names)("of opus %s fits 80 columns and 40, and says the same", async (name) => {
    const text = await help(name);
    expect(text).not.toBe("");
    for (const columns of [200, 80, 40]) {
      const shown = fitted(text, columns);
      expect(words(shown)).toEqual(words(text));
      // A command line of an example stays in one piece, to be copied.
      const wide = shown.split("\n").filter((line) => line.length > Math.min(80, columns) && !/^ {2}\S/.test(line));
      expect(wide).toEqual([]);
    }
  });

  it("has a flag on a line of its own where both columns have no room", () => {
    expect(
      fitted(
        "Flags:\n  --a <b>    What it is for,\n             in two lines.\n  --long-flag\n             What.\n\nThe end.",
        32,
      ),
    ).toBe("Flags:\n  --a <b>\n      What it is for, in two\n      lines.\n  --long-flag\n      What.\n\nThe end.");
  });

  it("has examples of each small program", () => {
    for (const { examples } of Object.values(tools)) expect(examples.length).toBeGreaterThan(0);
  });
});

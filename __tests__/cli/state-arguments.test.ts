import { expect, test } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { parseArguments } from "../../src/cli/terminal.ts";

async function message(...argv: string[]): Promise<string> {
  const parsed = await parseArguments(["state", ...argv], metadata);
  return parsed.type === "error" ? parsed.message : `(${parsed.type})`;
}

test("opus state --help lists the commands with examples", async () => {
  const parsed = await parseArguments(["state", "--help"], metadata);
  expect(parsed.type).toBe("text");
  if (parsed.type !== "text") return;
  await expect(`${parsed.text}\n`).toMatchFileSnapshot("snapshots/state-help.txt");
  expect(await parseArguments(["state", "help"], metadata)).toEqual(parsed);
  expect(await parseArguments(["state", "push", "-h"], metadata)).toEqual(parsed);
});

test("arguments, and the flags that say which state is meant", async () => {
  expect(
    await parseArguments(
      [
        "state",
        "mv",
        "a",
        "b",
        "--context",
        "prod",
        "--manifest",
        "x.yaml",
        "--manifest=y.yaml",
        "--lock-timeout",
        "0",
      ],
      metadata,
    ),
  ).toEqual({
    type: "state",
    subcommand: "mv",
    operands: ["a", "b"],
    raw: { context: "prod", manifest: "x.yaml\ny.yaml", "lock-timeout": "0" },
    project: undefined,
    whole: undefined,
    force: false,
    json: false,
    limit: undefined,
    verbose: false,
    debug: false,
    color: undefined,
  });
  expect(
    await parseArguments(["state", "--limit", "3", "history", "--json", "--no-color", "--project", "demo"], metadata),
  ).toMatchObject({ subcommand: "history", limit: 3, json: true, color: false, project: "demo" });
  expect(await parseArguments(["state", "push", "f", "--force"], metadata)).toMatchObject({ force: true });
  expect(
    await parseArguments(["state", "push", "f", "--initialize", "--encryption-key", "key"], metadata),
  ).toMatchObject({ raw: { initialize: "true", "encryption-key": "key" } });
  expect(await parseArguments(["state", "keygen"], metadata)).toMatchObject({ subcommand: "keygen", raw: {} });
});

test("what is wrong, and what was probably meant", async () => {
  const names = "list, show, pull, push, rm, mv, history, keygen";
  expect(await message()).toBe(`\`opus state\` needs one of ${names}; see opus state --help`);
  expect(await message("pus", "f")).toBe("there is no `opus state pus`. Did you mean push?");
  expect(await message("frobnicate")).toBe(`there is no \`opus state frobnicate\`. There are ${names}.`);
  expect(await message("push")).toBe("`opus state push` takes FILE; see opus state --help");
  expect(await message("mv", "a")).toBe("`opus state mv` takes OLD NEW; see opus state --help");
  expect(await message("list", "a")).toBe("`opus state list` takes no names; see opus state --help");
  expect(await message("list", "--contxt", "a")).toBe("`opus state` has no flag --contxt. Did you mean --context?");
  expect(await message("list", "--parallelism=1")).toBe(
    "`opus state` has no flag --parallelism; see opus state --help",
  );
  expect(await message("list", "--context")).toBe("--context needs a value");
  expect(await message("rm", "a", "--force")).toBe("--force is for `opus state push`, not for rm");
  expect(await message("show", "--json")).toBe(
    "--json is for `opus state list` and `opus state history`, not for show",
  );
  expect(await message("history", "--limit", "0")).toBe('--limit must be a whole number from 1, not "0"');
  const late = await parseArguments(["--context", "prod", "state", "list"], metadata);
  expect(late).toEqual({
    type: "error",
    message: "`state` comes first: `opus state list --context prod`; see opus state --help",
  });
});

test("flags name a whole state that mv carries over, and go with no names of tasks and no other command", async () => {
  const parsed = await parseArguments(["state", "mv", "--from-project", "old", "--to-context=live"], metadata);
  expect(parsed).toMatchObject({
    subcommand: "mv",
    operands: [],
    whole: { fromProject: "old", fromContext: undefined, toProject: undefined, toContext: "live" },
  });
  expect(await message("mv", "a", "b", "--to-project", "x")).toBe(
    "`opus state mv` takes the names of a task, or the flags of a whole state (--from-project, --from-context, --to-project, --to-context), not both",
  );
  expect(await message("list", "--from-project", "x")).toBe("--from-project is for `opus state mv`, not for list");
  expect(await message("mv")).toBe("`opus state mv` takes OLD NEW; see opus state --help");
  expect(await message("mv", "--form-project", "x")).toBe(
    "`opus state` has no flag --form-project. Did you mean --from-project?",
  );
});

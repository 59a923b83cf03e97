import { expect, test } from "vitest";
import { parse } from "yaml";
import { metadata } from "../../src/action/metadata.generated.ts";
import { parseArguments } from "../../src/cli/terminal.ts";
import { createTerminalConsole } from "../../src/cli/terminal-console.ts";
import { tools } from "../../src/cli/tools.ts";
import { builtInCommands, terminalPrograms } from "../../src/engine/model/commands.ts";

async function run(...argv: string[]): Promise<unknown> {
  const parsed = await parseArguments(argv, metadata);
  return parsed.type === "run" ? parsed.raw : parsed;
}

async function message(...argv: string[]): Promise<string> {
  const parsed = await parseArguments(argv, metadata);
  return parsed.type === "error" ? parsed.message : `(${parsed.type})`;
}

test("--help is written from action.yml", async () => {
  const parsed = await parseArguments(["--help"], metadata);
  expect(parsed.type).toBe("text");
  if (parsed.type !== "text") return;
  const text = `${parsed.text}\n`;
  await expect(text.replace(metadata.version, "1.2.3")).toMatchFileSnapshot("snapshots/help.txt");
  for (const { name } of metadata.inputs)
    if (name !== "command") expect(text).toMatch(new RegExp(`--(\\[no-\\])?${name}\\b`));
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(130);
  expect(await run("help")).toEqual(parsed);
  expect(await run("apply", "--context", "prod", "-h")).toEqual({
    type: "text",
    text: expect.stringMatching(/^opus apply: create what is missing/),
  });
  expect(await run("--context", "prod", "-h")).toEqual(parsed);
});

test("whatever --help lists has a help of its own, and nothing else has", async () => {
  const listed = Object.keys({ ...builtInCommands, ...terminalPrograms });
  expect(listed).toEqual(expect.arrayContaining(Object.keys(tools)));
  for (const name of listed) {
    const parsed = await parseArguments([name, "--help"], metadata);
    expect([name, parsed]).toEqual([name, { type: "text", text: expect.stringContaining(`opus ${name}`) }]);
  }
  expect(await message("debug-inf", "--help")).toBe('there is no command "debug-inf". Did you mean `opus debug-info`?');
});

test("--version", async () => {
  expect(await run("--version")).toEqual({ type: "text", text: `opus ${metadata.version}` });
});

test("flags are inputs", async () => {
  expect(await run()).toEqual({});
  expect(await run("apply", "--context", "prod", "--max-deletes=3", "--fail-fast", "--no-summary")).toEqual({
    command: "apply",
    context: "prod",
    "max-deletes": "3",
    "fail-fast": "true",
    summary: "false",
  });
  expect(await run("--command", "drift", "--target", "a", "--target", "b-*")).toEqual({
    command: "drift",
    target: "a\nb-*",
  });
  expect(await parseArguments(["describe", "--checksums", "-v", "--debug", "--no-color"], metadata)).toEqual({
    type: "run",
    raw: { command: "describe" },
    checksums: true,
    json: false,
    verbose: true,
    quiet: false,
    yes: false,
    detailedExitcode: false,
    debug: true,
    color: false,
  });
});

test("what is there is accepted only on request, and its flags need that", async () => {
  const accept = async (...given: string[]) => {
    const parsed = await parseArguments(["drift", "--context", "prod", ...given], metadata);
    return parsed.type === "run" ? parsed.accept : parsed;
  };
  expect(await accept()).toBeUndefined();
  expect(await accept("--accept")).toEqual({ dryRun: false, shared: false });
  expect(await accept("--shared", "--dry-run", "--accept")).toEqual({ dryRun: true, shared: true });
  expect(await message("apply", "--dry-run")).toBe(
    "--dry-run is for `opus drift --accept`. To see what would be done: `opus plan`",
  );
  expect(await message("delete", "--context", "prod", "--target", "it's", "--dry-run")).toBe(
    "--dry-run is for `opus drift --accept`. To see what would be done: `opus plan --plan-command delete --context prod --target 'it'\\''s'`",
  );
  expect(await message("apply", "--yes")).toBe("--yes is for delete: apply asks nothing");
  expect(await message("drift", "--shared")).toBe("--shared is for `opus drift --accept`");
});

test("--values takes pairs and YAML, and keeps types", async () => {
  const values = async (...given: string[]) => {
    const raw = (await run(...given.flatMap((text) => ["--values", text]))) as { values: string };
    return parse(raw.values);
  };
  expect(
    await values("a=1", "b=x: y", "c=true", "d=[1, 2]", 'e="1.10"', "f=", "g=no # c", "a=2", "h=-x", "i=a\nb"),
  ).toEqual({
    a: 2,
    b: "x: y",
    c: true,
    d: [1, 2],
    e: "1.10",
    f: "",
    g: "no # c",
    h: "-x",
    i: "a\nb",
  });
  expect(await values("a: 1\nb: {c: 2}\n", "d=3")).toEqual({ a: 1, b: { c: 2 }, d: 3 });
  expect(await values("{a: 1}")).toEqual({ a: 1 });
  expect(await message("--values", "{a: 1}", "--values", "b=2")).toBe(
    "--values {…} can't be combined with further --values; write name=value for each",
  );
});

test("mistakes are told in one line", async () => {
  expect(await message("plan", "--contxt", "x")).toBe("there is no flag --contxt. Did you mean --context?");
  expect(await message("plan", "--zzzzzz")).toBe("there is no flag --zzzzzz; see opus --help");
  expect(await message("plan", "--no-context")).toBe("there is no flag --no-context: --context takes a value");
  expect(await message("plan", "--context")).toBe("--context needs a value");
  expect(await message("plan", "--context", "--verbose")).toBe("--context needs a value");
  expect(await message("plan", "-context", "x")).toBe("there is no flag -context. Did you mean --context?");
  expect(await message("apply", "web")).toBe(
    'a command is not followed by names, and "web" is one. Did you mean --target web?',
  );
  expect(await message("stat", "list")).toBe('there is no command "stat". Did you mean `opus state`?');
  expect(await message("plan", "apply")).toBe(
    'only one command can be given, and "apply" is one too many; see opus --help',
  );
  expect(await message("plan", "apply", "--token", "hunter2hunter2")).toBe(
    'only one command can be given, and "apply" is one too many; see opus --help',
  );
  expect(await message("plan", "--tokn=hunter2hunter2")).toBe("there is no flag --tokn. Did you mean --token?");
  expect(await message("plan", "--command", "apply")).toBe('two commands were given, "plan" and --command "apply"');
});

function terminal(options: { tty?: boolean; columns?: number; env?: Record<string, string>; color?: boolean }) {
  const chunks: string[] = [];
  const stream = {
    isTTY: options.tty ?? false,
    columns: options.columns ?? 80,
    write: (text: string) => chunks.push(text),
  };
  const console = createTerminalConsole({ stream, env: options.env ?? {}, color: options.color });
  return { console, text: () => chunks.join("") };
}

test("a plain stream gets plain lines and indented blocks", () => {
  const { console, text } = terminal({});
  console.group("✔ a", "success");
  console.line("+ x\u001b[2J", "create");
  console.output("\u001b[31mred\u001b[0m\rnext\n");
  console.endGroup();
  console.progress("[1/2]");
  console.progress(undefined);
  expect(text()).toBe("✔ a\n  + x\n    │ red\n    │ next\n[1/2]\n");
});

test("on a TTY progress is rewritten in place and fits", () => {
  const { console, text } = terminal({ tty: true, columns: 12, color: false });
  console.progress("[1/2] 日本語 and more");
  console.progress("[1/2] 日本語 and more");
  console.line("done");
  console.progress("short");
  console.progress(undefined);
  expect(text()).toBe("[1/2] 日本…\r\u001b[2Kdone\nshort\r\u001b[2K");
});

test.each([
  [{ tty: true }, true],
  [{ tty: false }, false],
  [{ tty: true, env: { TERM: "dumb" } }, false],
  [{ tty: true, env: { NO_COLOR: "1" } }, false],
  [{ tty: false, env: { FORCE_COLOR: "1" } }, true],
  [{ tty: true, env: { FORCE_COLOR: "0" } }, false],
  [{ tty: false, env: { NO_COLOR: "1" }, color: true }, true],
  [{ tty: true, color: false }, false],
])("colors with %j: %j", (options, expected) => {
  const { console, text } = terminal(options);
  console.line("x", "create");
  expect(text() !== "x\n").toBe(expected);
  expect(console.color).toBe(expected);
});

test("--json is for every command, and so is a report to standard output", async () => {
  expect(await parseArguments(["projects", "--json"], metadata)).toMatchObject({ type: "run", json: true });
  expect(await parseArguments(["contexts", "--json"], metadata)).toMatchObject({ type: "run", json: true });
  expect(await parseArguments(["plan", "--report-path", "-"], metadata)).toMatchObject({
    raw: { command: "plan" },
    json: true,
  });
  expect(await parseArguments(["plan", "--report-path", "a"], metadata)).toMatchObject({ json: false });
});

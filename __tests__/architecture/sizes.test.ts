import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

const mostFunctionLines = 80;
const wantedFunctionLines = 50;
const mostMembers = 15;

/** How many functions may be longer than wanted. Lower it when there are fewer. */
const mostLongFunctions = 0;

/** Every field of action.yml; every rule that a kind may have. */
const largeByNature = ["action/inputs.ts Settings", "engine/ports/processor.ts TaskProcessor"];

/** What is larger than it may be, until somebody takes it apart. Each line goes when it is not needed any more. */
const knownFunctions: readonly string[] = [];
const knownInterfaces: readonly string[] = [];

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !path.includes(".generated."))
  .sort()
  .map((path) => ({
    path,
    file: ts.createSourceFile(path, readFileSync(join(root, "src", path), "utf8"), ts.ScriptTarget.Latest, true),
  }));

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren())
    if (child.kind >= ts.SyntaxKind.FirstNode) yield* nodesOf(child);
    else if (child.kind === ts.SyntaxKind.SyntaxList) for (const one of child.getChildren()) yield* nodesOf(one);
}

/** Every function with its lines, from its first one to its last. */
function functions(): { readonly name: string; readonly lines: number }[] {
  return sources.flatMap(({ path, file }) =>
    [...nodesOf(file)]
      .filter((node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && "body" in node && !!node.body)
      .map((node) => {
        const line = (at: number) => file.getLineAndCharacterOfPosition(at).line;
        const name = node.name?.getText(file) ?? nameOfPlace(node, file);
        return { name: `${path} ${name}`, lines: line(node.end) - line(node.getStart(file)) + 1 };
      }),
  );
}

function nameOfPlace({ parent }: ts.Node, file: ts.SourceFile): string {
  return parent && (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent))
    ? parent.name.getText(file)
    : "(anonymous)";
}

/** Interfaces, types of objects and classes, with the number of members that others see. */
function interfaces(): { readonly name: string; readonly members: number }[] {
  const hidden = (member: ts.ClassElement | ts.TypeElement): boolean =>
    ts.isConstructorDeclaration(member) ||
    (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
    (ts.canHaveModifiers(member) &&
      !!ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword));
  return sources.flatMap(({ path, file }) =>
    [...nodesOf(file)]
      .filter((node) => ts.isInterfaceDeclaration(node) || ts.isClassLike(node) || ts.isTypeLiteralNode(node))
      .map((node) => {
        const name = ts.isTypeLiteralNode(node) ? nameOfPlace(node, file) : (node.name?.text ?? "(anonymous)");
        const members = (node.members as ts.NodeArray<ts.ClassElement | ts.TypeElement>).filter((one) => !hidden(one));
        return { name: `${path} ${name}`, members: new Set(members.map((one) => one.name?.getText(file) ?? one)).size };
      }),
  );
}

describe("functions", () => {
  const all = functions();

  it("are found", () => {
    expect(all.length).toBeGreaterThan(2_000);
    expect(all.find(({ name }) => name === "engine/prepare/prepare.ts prepare")?.lines).toBeGreaterThan(5);
  });

  it(`have at most ${mostFunctionLines} lines`, () => {
    const long = all.filter(({ lines }) => lines > mostFunctionLines).map(({ name }) => name);
    expect([...new Set(long)].sort()).toEqual(knownFunctions);
  });

  it(`have more than ${wantedFunctionLines} lines in few places only`, () => {
    const long = all.filter(({ lines }) => lines > wantedFunctionLines).map(({ name, lines }) => `${lines} ${name}`);
    expect(long.length, long.join("\n")).toBeLessThanOrEqual(mostLongFunctions);
  });
});

describe("interfaces and classes", () => {
  const all = interfaces();

  it("are found", () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.find(({ name }) => name === "engine/ports/clock.ts Clock")?.members).toBe(3);
    expect(all.find(({ name }) => name === "engine/text/line-buffer.ts LineBuffer")?.members).toBe(2);
  });

  it(`have at most ${mostMembers} members that others see`, () => {
    const large = all.filter(({ members }) => members > mostMembers).map(({ name }) => name);
    expect(large.filter((name) => !largeByNature.includes(name)).sort()).toEqual(knownInterfaces);
  });
});

describe("src/ports", () => {
  it("holds types alone", () => {
    const ports = sources.filter(({ path }) => path.startsWith("ports/"));
    expect(ports.length).toBeGreaterThan(0);
    const code = ports.flatMap(({ path, file }) =>
      file.statements
        .filter(
          (one) =>
            !ts.isInterfaceDeclaration(one) &&
            !ts.isTypeAliasDeclaration(one) &&
            !(ts.isImportDeclaration(one) && one.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword),
        )
        .map((one) => `${path}: ${one.getText(file).split("\n", 1)[0]}`),
    );
    expect(code).toEqual([]);
  });
});

describe("tests", () => {
  /** Folders of tests that are of no one room. */
  const ownFolders = [
    "samples",
    "scripts",
    "act",
    "architecture",
    "contracts",
    "doubles",
    "e2e",
    "codes",
    "examples",
    "faults",
    "peers",
    "run",
    "sdk",
    "windows",
    "worlds",
  ];
  const tests = readdirSync(join(root, "__tests__"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts"));

  it("stand in the folder of what they test", () => {
    expect(tests.length).toBeGreaterThan(200);
    const lost = tests.filter((path) => {
      const [top] = path.split("/") as [string];
      return !ownFolders.includes(top) && !existsSync(join(root, "src", dirname(path)));
    });
    expect(lost).toEqual([]);
  });
});

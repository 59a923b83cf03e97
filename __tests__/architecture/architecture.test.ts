import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../src");

interface Source {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly { readonly to: string; readonly typeOnly: boolean; readonly dynamic: boolean }[];
}

/** Matches imports and exports from other modules, and dynamic imports of a fixed text. */
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(root, path), "utf8"));
    const imports = [...code.matchAll(importPattern)].map(([, type, fixed, dynamic]) => {
      const to = fixed ?? dynamic ?? "";
      const inside = to.startsWith(".") ? relative(root, join(root, dirname(path), to)).replaceAll("\\", "/") : to;
      return { to: inside, typeOnly: type !== undefined, dynamic: dynamic !== undefined };
    });
    return { path, code, imports };
  });

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");
}

/** The folder of a file; `index` is the entry. */
function part(path: string): string {
  if (path === "index.ts" || path === "post.ts") return "index";
  return path.split("/")[0] as string;
}

function isOwn(to: string): boolean {
  // A file of a package may have such an end, too.
  return /\.(ts|js)$/.test(to) && !to.includes("node_modules/") && part(to) in allowed;
}

/** Folders whose files import nothing of the program but engine, schema and their own. */
const adapters = ["action", "cli", "event", "github", "hooks", "manifest", "node", "processors", "state"];
/** Packages that touch neither files nor the network. */
const purePackages = ["canonicalize", "fastest-levenshtein", "yaml"];

/** What a part may import of the program. */
const allowed: { readonly [name: string]: readonly string[] } = {
  engine: ["engine"],
  ports: ["ports", "engine"],
  trace: ["trace", "engine"],
  schema: ["schema", "engine"],
  ...Object.fromEntries(adapters.map((name) => [name, [name, "engine", "schema", "ports", "trace"]])),
  app: ["app", "engine", "schema", "ports", "trace", ...adapters],
  index: ["index", "app", "engine", "schema", "ports", "trace", ...adapters],
};

/** Files that import each other. Each line goes when it is not needed any more. */
const knownCycles: readonly string[] = [];

/** The groups of files in which each leads to each other one (Tarjan). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const places = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (path: string): void => {
    const place = places.size;
    places.set(path, place);
    lowest.set(path, place);
    open.push(path);
    for (const to of graph.get(path) ?? []) {
      if (!places.has(to)) visit(to);
      if (open.includes(to)) lowest.set(path, Math.min(lowest.get(path) as number, lowest.get(to) as number));
    }
    if (lowest.get(path) !== place) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1 || graph.get(path)?.includes(path)) found.push(group.sort().join(" ↔ "));
  };
  for (const path of graph.keys()) if (!places.has(path)) visit(path);
  return found.sort();
}

describe("the files", () => {
  it("are all there, and are read with their imports", () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(300);
    expect([...new Set(sources.map(({ path }) => part(path)))].sort()).toEqual(Object.keys(allowed).sort());
    for (const name of Object.keys(allowed)) expect(sources.some(({ path }) => part(path) === name)).toBe(true);
    const entry = sources.find(({ path }) => path === "index.ts");
    expect(entry?.imports).toContainEqual({ to: "node/compile-cache.ts", typeOnly: false, dynamic: false });
    const hooks = sources.find(({ path }) => path === "app/program/step-hooks.ts");
    expect(hooks?.imports).toContainEqual({ to: "hooks/annotations.ts", typeOnly: false, dynamic: true });
  });

  it("import files that exist", () => {
    const known = new Set(sources.map(({ path }) => path));
    const missing = sources.flatMap(({ path, imports }) =>
      imports.filter(({ to }) => to.endsWith(".ts") && !known.has(to)).map(({ to }) => `${path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("imports", () => {
  it("go one way: index → app → adapters → engine; siblings don't know each other", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => isOwn(to) && !(allowed[part(path)] ?? []).includes(part(to)))
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it("of `ports` are types, and it holds nothing else: what two rooms share is no code", () => {
    const ports = sources.filter(({ path }) => part(path) === "ports");
    expect(ports.flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
    expect(ports.filter(({ code }) => /^export (?!interface|type)/m.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it("of the engine are the engine and packages that do nothing but compute", () => {
    const foreign = sources
      .filter(({ path }) => part(path) === "engine")
      .flatMap(({ path, imports }) =>
        imports.filter(({ to }) => !isOwn(to) && !purePackages.includes(to)).map(({ to }) => `${path} → ${to}`),
      );
    expect(foreign).toEqual([]);
  });

  it("of Node are in what touches the machine, not in what only computes", () => {
    const pure = ["engine", "schema", "manifest", "event"];
    const wrong = sources
      .filter(({ path }) => pure.includes(part(path)))
      .flatMap(({ path, imports }) =>
        imports.filter(({ to, typeOnly }) => to.startsWith("node:") && !typeOnly).map(({ to }) => `${path} → ${to}`),
      );
    // Paths and hashes need no machine.
    expect(wrong.filter((one) => !/node:(path|path\/posix|crypto|buffer|util)$/.test(one))).toEqual([]);
  });

  it("of an HTTP client are in two files and what sends for them, which are loaded only when there is something to ask", () => {
    const clients = ["github/api/client.ts", "node/http/http-client.ts"];
    const sender = "github/api/careful-fetch.ts";
    const senders = ["node/http/guarded-connect.ts", "node/http/send.ts"];
    // Only listens, on this machine.
    const server = "app/docs/serve-docs.ts";
    const network = [/^@octokit\//, /^undici(?:\/|$)/, /^node:https?$/, /^node:http2$/];
    const importing = (isMeant: (one: Source["imports"][number]) => boolean): string[] =>
      sources.filter(({ imports }) => imports.some(isMeant)).map(({ path }) => path);
    const ofClients = ({ to }: Source["imports"][number]): boolean => clients.includes(to);
    expect(importing(({ to, typeOnly }) => !typeOnly && network.some((one) => one.test(to)))).toEqual(
      [server, ...clients, sender, ...senders].sort(),
    );
    expect(importing(({ to }) => to === sender)).toEqual([clients[0]]);
    expect(importing(({ to, typeOnly }) => senders.includes(to) && !typeOnly)).toEqual([clients[1]]);
    expect(importing((one) => ofClients(one) && !one.typeOnly && !one.dynamic)).toEqual([]);
    expect(importing((one) => ofClients(one) && one.dynamic)).toEqual([
      "github/api/open-client.ts",
      "node/http/run-http.ts",
    ]);
  });

  it("of the cache's client are in one file, which only a process of its own loads", () => {
    const call = "github/cache/cache-call.ts";
    const importing = (what: string): object[] =>
      sources.flatMap(({ path, imports }) =>
        imports.filter(({ to }) => to === what).map(({ dynamic }) => ({ path, dynamic })),
      );
    expect(importing("@actions/cache")).toEqual([{ path: call, dynamic: false }]);
    expect(importing(call)).toEqual([{ path: "github/cache/cache-worker.ts", dynamic: true }]);
    expect(importing("github/cache/cache-worker.ts")).toEqual([{ path: "app/program/run-program.ts", dynamic: true }]);
  });

  it("of the entry are what keeps compiled code, and the program only after it", () => {
    const entry = sources.find(({ path }) => path === "index.ts");
    expect(entry?.imports).toEqual([
      { to: "node/compile-cache.ts", typeOnly: false, dynamic: false },
      { to: "node/kept-code.ts", typeOnly: false, dynamic: false },
      { to: "app/program/run-program.ts", typeOnly: false, dynamic: true },
    ]);
    const cache = sources.filter(({ path }) => path === "node/compile-cache.ts" || path === "node/kept-code.ts");
    expect(cache.flatMap(({ imports }) => imports.filter(({ to }) => isOwn(to)))).toEqual([]);
  });

  it("have no cycles, those of types counted", () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [path, imports.filter(({ to }) => isOwn(to)).map(({ to }) => to)]),
    );
    expect(circles(graph)).toEqual(knownCycles);
  });

  it("are not re-exported: there are no barrels", () => {
    expect(
      sources
        .filter(({ code }) => /^export\s+(\*|\{[^}]*\}\s+from|type\s+\{[^}]*\}\s+from)/m.test(code))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("circles of imports", () => {
  it.each([
    [{ a: ["b"], b: ["c"], c: [] }, []],
    [{ a: ["b", "d"], b: ["c"], c: ["a"], d: [] }, ["a ↔ b ↔ c"]],
    [{ a: ["a"], b: ["c"], c: ["b"] }, ["a", "b ↔ c"]],
  ])("%j", (graph, expected) => {
    expect(circles(new Map(Object.entries(graph)))).toEqual(expected);
  });
});

describe("code", () => {
  const having = (pattern: RegExp, except: readonly string[] = []): string[] =>
    sources.filter(({ path, code }) => !except.includes(path) && pattern.test(code)).map(({ path }) => path);

  it("is never made out of text", () => {
    expect(having(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|node:vm\b|\brunInNewContext\b/)).toEqual([
      // Of the files that the bundle consists of, as an import would.
      "node/kept-code.ts",
    ]);
    const users = sources.filter(({ imports }) => imports.some(({ to }) => to === "node/kept-code.ts"));
    expect(users.map(({ path }) => path)).toEqual(["index.ts"]);
  });

  it("imports modules whose names it computes only where those of the repository are loaded", () => {
    expect(having(/\bimport\((?!\s*")/)).toEqual(["node/modules/import-file.ts"]);
    const users = (of: string): string[] =>
      sources.filter(({ imports }) => imports.some(({ to }) => to === of)).map(({ path }) => path);
    expect(users("node/modules/import-file.ts")).toEqual(["app/authorize/import-module.ts"]);
    expect(users("app/authorize/import-module.ts")).toEqual(["app/authorize/capabilities.ts"]);
  });

  it("reads the environment of the process in the entry alone", () => {
    expect(having(/\bprocess\.env\b|\bprocess\[|from "node:process"/)).toEqual(["index.ts"]);
  });

  it("ends the process in the entry alone: what is under way is stored first", () => {
    expect(having(/\bprocess\.(exit|abort)\s*\(/, ["index.ts"])).toEqual([]);
  });

  it("starts no shell of its own accord", () => {
    // The functions of child_process that start one; `exec` of a regular expression is something else.
    expect(having(/(?:\bexec(?:Sync)?\b|\*)[^;]*from "node:child_process"|shell:\s*true/)).toEqual([]);
  });

  it("loads no tables of languages: they cost every start 15 ms", () => {
    expect(having(/\btoLocale\w*String\b|\bIntl\b|\blocaleCompare\b/)).toEqual([]);
  });

  it("keeps no state in modules", () => {
    expect(having(/^(export\s+)?(let|var)\s/m)).toEqual([]);
  });
});

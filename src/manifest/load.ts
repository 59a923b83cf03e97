import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import { builtInCommands, type CommandTable } from "../engine/model/commands.ts";
import type { Project, SecretDeclaration, ValueDeclaration } from "../engine/model/project.ts";
import type { Task } from "../engine/model/task.ts";
import type { EmptyPattern } from "../engine/plan/guards/plan-limits.ts";
import type { ManifestFiles } from "../ports/manifest-files.ts";
import type { FindSpecRules, SpecRules } from "../ports/spec-rules.ts";
import { checkNames, type Entry } from "./checks/cross-checks.ts";
import { checkReferences } from "./checks/manifest-references.ts";
import { type DocumentKind, kindOf, mayDeclare, validateDocument } from "./classify.ts";
import { FileList, readSource, reportMissing } from "./files.ts";
import { type Base, baseOf, checkPath } from "./paths.ts";
import { type ProjectAlone, projectAlone } from "./project-alone.ts";
import { includesOf, readProject } from "./read-project.ts";
import { object, readTask } from "./read-task.ts";
import { readSecrets, readValues } from "./read-values.ts";
import { childPointer } from "./yaml/convert.ts";
import { diagnosticLimit, ManifestDocument, Reporter } from "./yaml/document.ts";
import { totalLexemeLimit } from "./yaml/parse-yaml.ts";
import { plainPartsLimit, type ReadBudget, readDocuments } from "./yaml/read-documents.ts";
import type { Source } from "./yaml/source.ts";

/** What a manifest says. Only parts without errors are there; `diagnostics` says what is wrong with the others. */
export interface LoadedManifest {
  readonly project: Project | undefined;
  readonly values: readonly ValueDeclaration[];
  readonly secrets: readonly SecretDeclaration[];
  /** In manifest order. */
  readonly tasks: readonly Task[];
  /** Names of all tasks, also of those with errors. */
  readonly declaredNames: ReadonlySet<string>;
  /** False: something could not be read, so a name that is missing may be declared there. */
  readonly complete: boolean;
  /** Sorted by file and line; those without a place come first. At most a few hundred, with a note when some are left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of each file by the path that diagnostics show, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
  /** Relative to the working directory, in the order in which they were read. */
  readonly files: readonly string[];
  /** Patterns of files that match none. */
  readonly emptyPatterns: readonly EmptyPattern[];
  /** The Project, for who needs nothing else: errors elsewhere don't count. */
  projectAlone(): ProjectAlone;
}

/** A manifest as its files have it. */
export interface ReadManifest {
  /** What its documents say that they are, also where that is nothing. Their schemas have to be loaded for `check`. */
  readonly kinds: readonly string[];
  /**
   * Checks all of it, once. Nothing in it is resolved. Ends in bounded time for any input.
   * @param commands that scopes, conditions and hooks may name
   */
  check(kinds: FindSpecRules, commands?: CommandTable): LoadedManifest;
}

/**
 * Reads and parses a whole manifest.
 * @param patterns paths and globs, relative to the working directory
 */
export function readManifest(patterns: readonly string[], files: ManifestFiles): ReadManifest {
  const report = new Reporter();
  const gathered = gather(patterns, files, report);
  return {
    kinds: gathered.documents.flatMap((document) => document.text("kind") ?? []),
    check: (kinds, commands = builtInCommands) => check(gathered, report, kinds, commands),
  };
}

function check(gathered: Gathered, report: Reporter, kinds: FindSpecRules, commands: CommandTable): LoadedManifest {
  const entries = gathered.documents.map((document): Entry => {
    const before = report.errors;
    const kind = kindOf(document);
    const rules = kind.is === "task" ? kinds(kind.apiVersion, kind.kind) : undefined;
    validateDocument(document, kind, rules, commands, report);
    if (kind.is === "task" && rules?.paths) checkPaths(document, kind.kind, rules.paths, gathered.base, report);
    for (const field of rules?.variables ?? []) checkVariables(document, field, report);
    report.zeroes(document);
    return { document, kind, isValid: document.isSound && report.errors === before };
  });
  // What a file that could not be read declares is not known: names are not called undeclared then.
  const complete =
    gathered.complete && !entries.some(({ document, kind }) => mayDeclare(document, kind) || isUnnamed(document, kind));
  checkNames(entries, complete, commands, report);
  const names = checkReferences(entries, complete, kinds, report);
  const diagnostics = sorted(report);
  return {
    ...assemble(entries, names.tasks, diagnostics, gathered),
    complete,
    projectAlone: () =>
      projectAlone(
        entries,
        complete,
        commands,
        diagnostics.filter(({ severity }) => severity === "error"),
        gathered.sources.map(({ text }) => text),
      ),
  };
}

/** A task of which nobody knows what it is called. */
function isUnnamed(document: ManifestDocument, { is }: DocumentKind): boolean {
  return is === "task" && document.text("metadata", "name") === undefined;
}

interface Gathered {
  readonly documents: readonly ManifestDocument[];
  readonly sources: readonly Source[];
  readonly files: readonly string[];
  readonly complete: boolean;
  readonly base: Base;
  readonly emptyPatterns: readonly EmptyPattern[];
}

/** Reads the files that the patterns name, and those that projects among them include. */
function gather(patterns: readonly string[], files: ManifestFiles, report: Reporter): Gathered {
  const list = new FileList(files);
  const reader = new DocumentReader(files, report);
  for (const pattern of patterns) {
    const taken = list.take(pattern);
    if (taken.ok && taken.value.matched > 0) {
      reader.read(taken.value.fresh);
      continue;
    }
    reader.complete = false;
    reportMissing(pattern, taken.ok ? undefined : taken.error, files, report);
  }
  const emptyPatterns: EmptyPattern[] = [];
  // The list grows while it is read: an included file may hold the project.
  for (let index = 0; index < reader.documents.length; index++) {
    const document = reader.documents[index];
    if (document?.text("kind") !== "Project" || kindOf(document).is !== "project") continue;
    const included = include(document, list, reader.base ?? [], report, (paths) => reader.read(paths));
    emptyPatterns.push(...included.empty);
    if (!included.complete) reader.complete = false;
  }
  const { documents, sources, paths, complete, base = [] } = reader;
  if (report.errors === 0 && documents.length === 0) {
    report.add({
      severity: "error",
      code: "empty-manifest",
      message: `${paths.length === 1 ? `${files.display(paths[0] ?? "")} holds` : "the manifest files hold"} no document`,
      suggestion: "Add a task. To delete everything that was made, run the command delete.",
    });
  }
  return { documents, sources, files: paths, complete, base, emptyPatterns };
}

/** Reads files into documents, and reports what is wrong with them as text. */
class DocumentReader {
  readonly documents: ManifestDocument[] = [];
  readonly sources: Source[] = [];
  readonly paths: string[] = [];
  /** Nothing of what was to be read is missing. */
  complete = true;
  /** The folder of the first file. */
  base: Base | undefined;
  readonly #files: ManifestFiles;
  readonly #report: Reporter;
  readonly #budget: ReadBudget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };

  constructor(files: ManifestFiles, report: Reporter) {
    this.#files = files;
    this.#report = report;
  }

  read(paths: readonly string[]): void {
    for (const path of paths) {
      this.paths.push(path);
      this.base ??= baseOf(path, this.#files.display(path));
      const errors = this.#report.errors;
      const source = readSource(path, this.#files, this.#report);
      if (source !== undefined) this.sources.push(source);
      if (source === undefined || this.#report.errors > errors) this.complete = false;
      else this.#parse(source);
    }
  }

  #parse(source: Source): void {
    const problems = readDocuments(source.text, this.#budget, (read) => {
      for (const problem of read.problems) this.#report.span(source, problem);
      if (read.problems.some(({ code }) => losing.has(code))) this.complete = false;
      if (!read.isEmpty) this.documents.push(new ManifestDocument(source, read));
    });
    for (const problem of problems) this.#report.span(source, problem);
    if (problems.length > 0) this.complete = false;
  }
}

/** Problems that make parts of a document disappear. */
const losing = new Set([
  "merge-key",
  "refused-key",
  "non-string-key",
  "unknown-alias",
  "alias-loop",
  "alias-bomb",
  "too-deep",
]);

/** Variables of scripts are text: what YAML takes for something else must be written as it is handed over. */
function checkVariables(document: ManifestDocument, field: string, report: Reporter): void {
  const told = new Set<string>();
  for (const [name, value] of Object.entries(object(object(object(document.value).spec)[field]))) {
    const pointer = childPointer(childPointer("/spec", field), name);
    const spelling = document.spelling(pointer);
    if (spelling === undefined || /^[-+]?0\d/.test(spelling)) continue;
    // Aliases lead to the same place.
    const { line, column } = document.locate(pointer);
    if (told.size === told.add(`${line}:${column}`).size) continue;
    report.problem(document, {
      code: "unquoted-text",
      message: `\`${spelling}\` is ${typeof value === "number" ? "a number" : "a boolean"} in YAML, and the script would get ${value}`,
      pointer,
      suggestion: `Put it in quotes: "${spelling}".`,
    });
  }
}

/** @returns `complete`: false when a file that was meant may be missing; `empty`: patterns that match no file */
function include(
  document: ManifestDocument,
  list: FileList,
  base: Base,
  report: Reporter,
  readAll: (paths: readonly string[]) => void,
): { readonly complete: boolean; readonly empty: readonly EmptyPattern[] } {
  let isComplete = true;
  const empty: EmptyPattern[] = [];
  for (const { glob, pointer } of includesOf(document)) {
    const problem = checkPath(glob, base, "the included path", pointer, { write: false });
    if (problem !== undefined) {
      report.problem(document, problem);
      isComplete = false;
      continue;
    }
    const taken = list.take(glob);
    if (taken.ok && taken.value.matched > 0) {
      readAll(taken.value.fresh);
      continue;
    }
    if (taken.ok) empty.push({ pattern: glob, location: document.locate(pointer) });
    else isComplete = false;
    report.add({
      severity: taken.ok ? "warning" : "error",
      code: taken.ok ? "include-matches-nothing" : "manifest-unreadable",
      message: taken.ok
        ? `no file matches ${JSON.stringify(glob)}`
        : `${JSON.stringify(glob)} could not be looked up: ${taken.error}`,
      location: document.locate(pointer),
      suggestion: "Globs are relative to the working directory. Correct it, or delete the line.",
    });
  }
  return { complete: isComplete, empty };
}

function checkPaths(
  document: ManifestDocument,
  kind: string,
  paths: NonNullable<SpecRules["paths"]>,
  base: Base,
  report: Reporter,
): void {
  for (const [field, use] of Object.entries(paths)) {
    const path = document.text("spec", field);
    if (path === undefined || path === "" || path.includes("${")) continue;
    const problem = checkPath(path, base, `${kind}.spec.${field}`, `/spec/${field}`, { write: use === "write" });
    if (problem) report.problem(document, problem);
  }
}

function assemble(
  entries: readonly Entry[],
  declaredNames: ReadonlySet<string>,
  diagnostics: readonly Diagnostic[],
  gathered: Gathered,
): Omit<LoadedManifest, "projectAlone" | "complete"> {
  const sound = (is: DocumentKind["is"]) => entries.filter((entry) => entry.kind.is === is && entry.isValid);
  const project = sound("project")[0]?.document;
  const values = sound("values").map(({ document }) => document);
  return {
    project: project && readProject(project),
    values: values.flatMap(readValues),
    secrets: values.flatMap(readSecrets),
    tasks: sound("task").map(({ document }) => readTask(document)),
    declaredNames,
    diagnostics,
    sources: new Map(gathered.sources.map((source) => [source.shown, source.frameText()])),
    files: gathered.files,
    emptyPatterns: gathered.emptyPatterns,
  };
}

function sorted(report: Reporter): readonly Diagnostic[] {
  const diagnostics = [...report.diagnostics].sort((left, right) => {
    const [a, b] = [left.location, right.location];
    if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column;
  });
  const left = report.errors - diagnostics.filter(({ severity }) => severity === "error").length;
  if (left <= 0) return diagnostics;
  return [
    ...diagnostics,
    {
      severity: "error",
      code: "too-many-problems",
      message: `${left} further problems are not shown`,
      suggestion: `Mend the first ${diagnosticLimit}, and look again.`,
    },
  ];
}

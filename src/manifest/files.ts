import type { Result } from "../engine/diagnostics/diagnostic.ts";
import { nearest } from "../engine/references/references.ts";
import type { Surface } from "../engine/text/surface.ts";
import type { ManifestFiles } from "../ports/manifest-files.ts";
import { decode } from "./yaml/decode.ts";
import type { Reporter } from "./yaml/document.ts";
import { Source } from "./yaml/source.ts";

/** Files that one pattern matches → those that are new. */
export class FileList {
  readonly #files: ManifestFiles;
  readonly #known = new Set<string>();

  constructor(files: ManifestFiles) {
    this.#files = files;
  }

  /** @returns how many files match, and those among them that no pattern before matched */
  take(pattern: string): Result<{ readonly matched: number; readonly fresh: readonly string[] }, string> {
    const found = this.#files.glob(pattern);
    if (!found.ok) return found;
    const fresh: string[] = [];
    for (const path of found.value) {
      const plain = path.replace(/^(\.\/+)+/, "");
      if (this.#known.has(plain)) continue;
      this.#known.add(plain);
      fresh.push(plain);
    }
    return { ok: true, value: { matched: found.value.length, fresh } };
  }
}

/** Reads and decodes a file; what is wrong with it is reported. */
export function readSource(path: string, files: ManifestFiles, report: Reporter): Source | undefined {
  const shown = files.display(path);
  const bytes = files.read(path);
  if (!bytes.ok) {
    report.add({
      severity: "error",
      code: "manifest-unreadable",
      message: `${shown} could not be read: ${bytes.error}`,
      suggestion: "Check that it is a file and that this user may read it.",
    });
    return undefined;
  }
  const { text, problems } = decode(bytes.value, shown);
  const source = new Source(shown, text);
  for (const problem of problems) report.span(source, problem);
  return source;
}

/** How deep a manifest that is not there is looked for: as deep as the projects of most repositories lie. */
const levels = ["", "*/", "*/*/", "*/*/*/"];
const inPackage = /(?:^|\/)node_modules\//;

/** The error for a pattern of the `manifest` input that matches nothing. */
export function reportMissing(pattern: string, why: string | undefined, files: ManifestFiles, report: Reporter): void {
  const isGlob = /[*?[\]{}]/.test(pattern);
  const up = why === undefined && !isGlob ? files.above(pattern) : undefined;
  const near = why === undefined && up === undefined ? nearFiles(pattern, files) : [];
  const empty =
    why === undefined &&
    up === undefined &&
    near.length === 0 &&
    levels.every((folders) => matchesNothing(`${folders}*`, files));
  const message =
    why !== undefined
      ? `the manifest ${pattern} could not be looked up: ${why}`
      : isGlob
        ? `no file matches the manifest pattern ${pattern}`
        : `the manifest ${files.display(pattern)} does not exist`;
  report.add({
    severity: "error",
    code: "manifest-not-found",
    message,
    suggestion:
      up !== undefined
        ? aboveWords(up, files.surface)
        : empty
          ? files.surface.terminal
            ? `This folder is empty: go to the folder that holds the manifest, name it with ${files.surface.setting("working-directory")}, or begin with \`opus init\`.`
            : `This folder is empty: let a step with \`actions/checkout\` come before this one; else set ${files.surface.setting("working-directory")} to the folder that holds the manifest.`
          : `${near.length > 0 ? `Did you mean ${near.join(" or ")}? ` : ""}Set ${files.surface.setting("manifest")} to its path, or ${files.surface.setting("working-directory")} to the folder that holds it.`,
  });
}

/** @param up `..`, `../..` */
function aboveWords(up: string, surface: Surface): string {
  const folders = up.split("/").length;
  const where = folders === 1 ? "one folder up" : `${folders} folders up`;
  return `It is ${where}: ${surface.terminal ? `\`cd ${up}\` and run it there, or add` : "set"} ${surface.settingWith("working-directory", up)}.`;
}

function matchesNothing(glob: string, files: ManifestFiles): boolean {
  const found = files.glob(glob);
  return found.ok && found.value.length === 0;
}

function nearFiles(pattern: string, files: ManifestFiles): string[] {
  const name = pattern.replace(/^.*\//, "");
  const stem = name.replace(/\.[^.]*$/, "");
  const look = (glob: string): readonly string[] => {
    const found = files.glob(glob);
    return found.ok ? found.value : [];
  };
  const beside = look("*.{yaml,yml,json}");
  const below = levels.slice(1).map((folders) => `${folders}${stem}.{yaml,yml,json}`);
  const elsewhere = /[*?[\]{}]/.test(name) ? [] : below.flatMap(look).filter((path) => !inPackage.test(path));
  const slip = nearest(pattern, beside, 4);
  return [...new Set([...(slip === undefined ? [] : [slip]), ...elsewhere])].slice(0, 3);
}

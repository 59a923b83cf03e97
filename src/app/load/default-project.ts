import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve as resolvePath, sep } from "node:path";
import { reservedProject } from "../../engine/model/project.ts";
import { plainFolders } from "../../engine/text/glob.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import { checkout } from "../../node/git/checkout.ts";
import { sha256 } from "../../node/sha256.ts";

/** What a project is called that no Project document names. */
export interface DefaultProject {
  readonly name: string;
  /** What it may have been called by earlier versions, and under which its state may still be kept. */
  readonly former: readonly string[];
}

export interface DefaultProjectOptions {
  /** Real path of the repository. */
  readonly root: string;
  readonly workingDirectory: string;
  /** Files and globs of the manifest, relative to the working directory. */
  readonly manifest: readonly string[];
  /** `owner/name` of the repository, in a workflow. */
  readonly repository: string | undefined;
}

/**
 * The name of the repository; with the folder of the manifest behind it, where that is not the top of the repository:
 * two folders of one repository are two projects.
 */
export async function defaultProject(options: DefaultProjectOptions): Promise<DefaultProject> {
  const { root, repository } = options;
  const outside = nameOf(root);
  const base = repository?.split("/")[1] || (await originName(root)) || outside;
  // Earlier versions took these, whatever the folder.
  const known = repository ? [base] : [base, outside];
  const folder = manifestFolder(options);
  const top = reservedProject(base) === undefined ? base : base.replaceAll(".", "-");
  const name = folder === "" ? top : `${base}--${folderPart(folder)}`;
  const former = known.filter((one) => one !== name);
  // What is recorded under the plain name may be of the manifest at the top.
  const foreign = folder !== "" && existsSync(join(root, "opus.yaml"));
  return { name, former: foreign ? [] : [...new Set(former)] };
}

/**
 * Relative to the repository, with `/`; empty: its top. It is where all files of the manifest are below, or the working
 * directory where that is not inside of it.
 */
function manifestFolder({ root, workingDirectory, manifest }: DefaultProjectOptions): string {
  const base = existsSync(workingDirectory) ? realpathSync(workingDirectory) : workingDirectory;
  const folders = manifest.map((pattern) => {
    return resolvePath(base, plainFolders(pattern).join("/") || (pattern.startsWith("/") ? "/" : "."));
  });
  const common = folders.reduce((one, other) => commonFolder(one, other), folders[0] ?? base);
  const inside = isWithin(base, common) ? common : base;
  return isWithin(root, inside) ? relative(root, inside).split(sep).join("/") : "";
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (!isWithin(folder, other) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Folders of this form need no checksum: `--` between them is then always a slash. */
const plain = /^(?!-)(?!.*--)[A-Za-z0-9._-]+(?<!-)$/;
const longest = 100;

/** `a/b` is `a--b`. What would be the same as another folder, or is no name, is told apart by a checksum behind `---`. */
export function folderPart(folder: string): string {
  const segments = folder.split("/");
  const joined = segments.join("--");
  if (joined.length <= longest && segments.every((segment) => plain.test(segment))) return joined;
  const sum = sha256(folder).slice(0, 16);
  const legible = joined.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, longest - 20);
  return `${withoutEnd(legible, "-")}---${sum}`;
}

/** `shop` of `https://github.com/octo/shop.git`, as the workflow calls it. */
async function originName(root: string): Promise<string | undefined> {
  if (!existsSync(join(root, ".git"))) return undefined;
  const origin = await checkout.origin(root);
  if (!origin.ok) return undefined;
  const last = withoutCredentials(origin.value)
    .split(/[\\/:]/)
    .filter(Boolean)
    .at(-1);
  const name = last?.replace(/\.git$/, "");
  return name === undefined || name === "" ? undefined : name.replaceAll(illegal, "-");
}

function nameOf(path: string): string {
  const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
  return name.replaceAll(illegal, "-").replace(/^[^A-Za-z0-9]+/, "") || "project";
}

const illegal = /[^A-Za-z0-9._-]/g;

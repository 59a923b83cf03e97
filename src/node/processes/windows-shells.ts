import { existsSync } from "node:fs";
import { win32 } from "node:path";

type Environment = { readonly [name: string]: string | undefined };
type Exists = (path: string) => boolean;

/**
 * Finds Git's bash on Windows: beside the `git` on the PATH, elsewhere on the PATH, or where Git's setup puts it. The
 * `bash` of Windows itself starts Linux, in which paths are others, so it never counts.
 * @param environment of the script; names in any case
 * @param exists is there a file? For tests.
 * @returns absolute path
 */
export function findBash(environment: Environment, exists: Exists = existsSync): string | undefined {
  const folders = pathFolders(environment);
  const besideGit = folders
    .filter((folder) => exists(win32.join(folder, "git.exe")))
    .flatMap((folder) => ["..", "..\\.."].map((up) => win32.join(folder, up, "bin")));
  const own = /\\(?:system32|sysnative|windowsapps)\\?$/i;
  const placed = ["ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"].map((name) => variable(environment, name));
  const local = variable(environment, "LocalAppData");
  const installed = [...placed, local && win32.join(local, "Programs")].flatMap((folder) =>
    folder ? [win32.join(folder, "Git\\bin")] : [],
  );
  return first([...besideGit, ...folders.filter((folder) => !own.test(folder)), ...installed], "bash.exe", exists);
}

/** Finds PowerShell 7 on Windows. */
export function findPwsh(environment: Environment, exists: Exists = existsSync): string | undefined {
  const installed = variable(environment, "ProgramFiles");
  const places = installed ? [win32.join(installed, "PowerShell\\7")] : [];
  return first([...pathFolders(environment), ...places], "pwsh.exe", exists);
}

function first(folders: readonly string[], program: string, exists: Exists): string | undefined {
  return folders.map((folder) => win32.join(folder, program)).find(exists);
}

function pathFolders(environment: Environment): readonly string[] {
  const path = variable(environment, "Path") ?? "";
  return path.split(";").flatMap((folder) => {
    const plain = folder.trim().replace(/^"(.*)"$/, "$1");
    return win32.isAbsolute(plain) ? [plain] : [];
  });
}

function variable(environment: Environment, name: string): string | undefined {
  const key = Object.keys(environment).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : environment[key] || undefined;
}

/** Program and arguments of a shell, and the ending that its files have. */
interface Shell {
  readonly shell: readonly string[];
  readonly extension: string;
}

/**
 * The shell that a script is run with on Windows.
 * @param wanted what it asks for
 * @param otherwise what it is content with where there is no bash; undefined: it has asked for bash by name
 * @returns a system error's code, or `ENOSHELL`, where there is none
 */
export function windowsShell(
  wanted: Shell,
  otherwise: Shell | undefined,
  environment: Environment,
  exists?: Exists,
): Shell | string {
  const [program = "", ...args] = wanted.shell;
  if (!/^bash(?:\.exe)?$/i.test(program)) return wanted;
  const bash = findBash(environment, exists);
  if (bash !== undefined) return { ...wanted, shell: [bash, ...args] };
  if (otherwise === undefined) return "ENOENT";
  const pwsh = findPwsh(environment, exists);
  return pwsh === undefined ? "ENOSHELL" : { ...otherwise, shell: [pwsh, ...otherwise.shell.slice(1)] };
}

/** A script as its shell wants it: `cmd` looks for labels in lines that end as they do on Windows. */
export function windowsScript(script: string, extension: string): string {
  return extension === ".cmd" ? script.replace(/\r?\n/g, "\r\n") : script;
}

/** A path as a shell takes it: a backslash would hide the next sign from bash. */
export function windowsPath(path: string, [program = ""]: readonly string[]): string {
  return /(?:^|[\\/])(?:ba|da|z)?sh(?:\.exe)?$/i.test(program) ? path.replaceAll("\\", "/") : path;
}

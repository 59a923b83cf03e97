import type { FileProblem } from "../../ports/workspace-files.ts";

/** What stands for bytes that are no UTF-8 in a name that the system gave: by such a name nothing is found again. */
const replaced = "\uFFFD";
const notUtf8 =
  "it is not there, or its real name has bytes that are not UTF-8 where � is shown, so nothing can open it";

const meanings: { readonly [code: string]: readonly [text: string, code: FileProblem["code"], hint?: string] } = {
  ENOENT: ["does not exist", "missing"],
  ENOTDIR: ["does not exist: a part of the path is not a folder", "missing"],
  EEXIST: ["exists already", "exists"],
  EISDIR: ["is a folder", "wrong-type"],
  ENOTEMPTY: ["is a folder", "wrong-type"],
  ELOOP: ["is a symlink", "wrong-type"],
  ENXIO: ["is a socket or a device", "wrong-type"],
  EACCES: ["permission denied", "failed", "Check the owner and the mode of the file and of the folders above it."],
  EPERM: ["operation not permitted", "failed", "Check the owner of the file and of its folder."],
  ENOSPC: ["no space left on the disk", "failed", "Free some space and run again."],
  EDQUOT: ["the disk quota is used up", "failed", "Free some space and run again."],
  EROFS: ["the file system is read-only", "failed"],
  ENAMETOOLONG: ["the name is too long for the file system", "failed"],
  EMFILE: ["too many open files", "failed", "Lower `parallelism`, or raise the limit with `ulimit -n`."],
  ENFILE: ["too many open files on this machine", "failed"],
  ERR_ACCESS_DENIED: [
    "Node's `--permission` does not allow it",
    "failed",
    "Node was started with `--permission`: start it without.",
  ],
  EBUSY: ["the file is in use", "failed"],
  ENOTSUP: ["its file system does not keep this mode", "failed", "Leave out `mode`, or put the file on another disk."],
};

/** On Windows these also say that another program has the file open. */
const onWindows: typeof meanings = Object.fromEntries(
  ["EACCES", "EPERM", "EBUSY"].map((code) => [
    code,
    [
      "Windows refuses it: another program has the file open, or it may not be written",
      "failed",
      "Close the program that has it open, and check the permissions of the file and of its folder.",
    ],
  ]),
);

/**
 * A system error in plain words. Never the system's own text: it names paths that the user has not written.
 * @param path as the user knows it
 */
export function fileProblem(path: string, error: unknown): FileProblem {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const [text, kind, hint] = (process.platform === "win32" ? onWindows[code] : undefined) ??
    meanings[code] ?? ["the system refused", "failed" as const];
  const separator = text.startsWith("is ") || text.startsWith("does ") || text.startsWith("exists") ? " " : ": ";
  const shown = kind === "missing" || kind === "exists" || kind === "wrong-type" ? "" : ` (${code})`;
  const unreadable = kind === "missing" && path.includes(replaced);
  if (unreadable) return { code: kind, message: `\`${path}\`: ${notUtf8}`, hint: "Rename it." };
  const message = `\`${path}\`${separator}${text}${shown}`;
  return hint === undefined ? { code: kind, message } : { code: kind, message, hint };
}

/**
 * `ENOENT` and the like, Node's own refusal under `--permission`, and `UNKNOWN` where Node does not know what the system
 * says; undefined for anything that is not a system error.
 */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return /^(?:E[A-Z0-9]+|ERR_ACCESS_DENIED|UNKNOWN)$/.test(error.code) ? error.code : undefined;
}

/** What keeps opus from working that is no fault of its own. */
export interface MachineTrouble {
  /** A sentence without its full stop. */
  readonly message: string;
  readonly suggestion: string;
}

/**
 * Finds out whether an error that nobody expected comes from how this process was started.
 * @returns undefined for anything else: that may be a bug
 */
export function machineTrouble(thrown: unknown): MachineTrouble | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code, syscall, message } = thrown as NodeJS.ErrnoException;
  if (code === "ERR_ACCESS_DENIED")
    return {
      message: `Node was started with \`--permission\`, which keeps opus from its work (${message.replace(/\.$/, "")})`,
      suggestion: "Start it without: what a job may do, its `permissions` and the user that it runs as decide.",
    };
  if (code === "EMFILE" || code === "ENFILE")
    return {
      message: `too many files are open (${code})`,
      suggestion: "Raise the limit with `ulimit -n`, or end what has opened them.",
    };
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return {
      message: `there is no room to write (${message})`,
      suggestion: "Free some space, or raise the limit (`df`, `quota`, `ulimit -f`), and run again.",
    };
  if (syscall === "uv_cwd")
    return {
      message: "the folder that opus was started in is not there any more",
      suggestion: "Change into one that is there, and run again.",
    };
  return undefined;
}

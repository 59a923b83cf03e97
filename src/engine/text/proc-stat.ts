/** What Linux tells of a process in `/proc/<pid>/stat`. */
export interface ProcStat {
  /** One letter; `Z` and `X` have ended. */
  readonly state: string;
  readonly group: number;
  /** In the kernel's clock ticks since the machine started. */
  readonly startTime: string;
}

/**
 * Reads the text of `/proc/<pid>/stat`. The name in its second field may hold anything.
 * @returns undefined: it is no such text
 */
export function parseProcStat(text: string): ProcStat | undefined {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, , group] = fields;
  const startTime = fields[19];
  if (state === undefined || group === undefined || startTime === undefined) return undefined;
  return { state, group: Number(group), startTime };
}

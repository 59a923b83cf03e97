/**
 * Milliseconds that this thread has worked so far. What others do on the machine counts for little here, so that a limit
 * tells of the code and not of the neighbours.
 */
export function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

import { heldFileMs, heldFilePollMs } from "../../model/timing.ts";

/** How Windows says, among other things, that another program has a file open. */
const heldOpen = new Set(["EACCES", "EBUSY", "EPERM"]);

/**
 * Does something to a file, on Windows again while another program has the file open: nobody may rename or remove it then,
 * and scanners open each new file for a moment. Blocks, for at most `heldFileMs`. Throws what the last try has thrown.
 * @param platform as Node names it
 * @param pause blocks for so many milliseconds; for tests
 */
export function insist(platform: string, act: () => void, pause: (ms: number) => void = block): void {
  for (let waited = 0; ; waited += heldFilePollMs) {
    try {
      act();
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (platform !== "win32" || !heldOpen.has(code) || waited >= heldFileMs) throw error;
      pause(heldFilePollMs);
    }
  }
}

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

import { closeSync } from "node:fs";
import { isatty } from "node:tty";

interface Files {
  isatty(file: number): boolean;
  closeSync(file: number): void;
}

/**
 * Lets the process end with its own status where its terminal was closed meanwhile. Node 20 gives each standard stream
 * the settings back that its terminal had, and aborts where the terminal takes none; it leaves alone what is closed.
 */
export function outliveTerminal(
  process: Pick<NodeJS.Process, "on">,
  { isatty: isTerminal, closeSync: close }: Files = { isatty, closeSync },
): void {
  const terminals = [0, 1, 2].filter((file) => isTerminal(file));
  if (terminals.length === 0) return;
  process.on("exit", () => {
    for (const file of terminals) if (!isTerminal(file)) close(file);
  });
}

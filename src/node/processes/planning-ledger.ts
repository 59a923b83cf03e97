import { rmdirSync } from "node:fs";
import { abandonedIn, makePrivateFolder } from "../files/private-folders.ts";
import { endOrphanProcesses, type OrphanProcess } from "./orphan-processes.ts";
import type { ProcessGroups } from "./process-groups.ts";
import { ProcessLedger } from "./process-ledger.ts";

/**
 * Keeps a ledger of what a run starts that holds no lock, so that many may run at once: each has a folder of its own,
 * whose name tells which process it is of. Nothing is written before a program is started, and nothing is left at the end.
 * @param parent absolute; made when something is started
 * @returns ends the ledger. Never throws
 */
export function keepPlanningLedger(groups: ProcessGroups, parent: string): () => void {
  let folder: string | undefined;
  groups.keepLedgerOnceStarted(() => {
    folder = makePrivateFolder([parent], "plan");
    return new ProcessLedger(folder, "plan");
  });
  return () => {
    attempt(() => groups.dropLedgers());
    removeEmpty(folder);
  };
}

/**
 * Ends what runs that held no lock have left, of those whose own process is proven to be gone: nobody else's. What can't
 * be ended or looked at stays, for whoever comes next.
 * @returns what was ended. Never rejects
 */
export async function endOrphansOfPlans(parent: string): Promise<readonly OrphanProcess[]> {
  const all = await Promise.all(
    abandonedIn(parent).map(async (folder) => {
      try {
        return (await endOrphanProcesses(folder)).ended;
      } catch {
        return [];
      } finally {
        removeEmpty(folder);
      }
    }),
  );
  return all.flat();
}

/** A ledger of what still runs keeps its folder. */
function removeEmpty(folder: string | undefined): void {
  if (folder !== undefined) attempt(() => rmdirSync(folder));
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Nice to have only.
  }
}

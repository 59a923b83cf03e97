import { ok } from "../../../engine/diagnostics/diagnostic.ts";
import type { Journal } from "../../../engine/ports/journal.ts";
import type { FileJournal } from "../../journal/file-journal.ts";

/**
 * The journal of a run whose lock goes with its last write: from then on the file may be the next run's, and is ended
 * instead of cleared.
 */
export function untilHandedOver(journal: FileJournal, isHandedOver: () => boolean): Journal {
  return {
    read: (lineage, serial) => journal.read(lineage, serial),
    start: (lineage, serial, records) => journal.start(lineage, serial, records),
    append: (record) => journal.append(record),
    unended: () => journal.unended(),
    clear: () => {
      if (!isHandedOver()) return journal.clear();
      journal.end();
      return ok(undefined);
    },
  };
}

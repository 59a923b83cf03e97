import type { StateSession } from "../../../state/session/session.ts";
import type { Host } from "../../host.ts";

/**
 * After SIGTERM, and after a second signal, a kill may follow at any moment: what there is is stored at once.
 * @returns ends that
 */
export function saveOnSignals(session: StateSession, { signal, urgent }: Pick<Host, "signal" | "urgent">): () => void {
  // What fails stays in the session, and closing it tells.
  const save = (): void => void session.saveNow().catch(() => undefined);
  const onAbort = (): void => {
    if (signal.reason === "SIGTERM") save();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  urgent.addEventListener("abort", save, { once: true });
  return () => {
    signal.removeEventListener("abort", onAbort);
    urgent.removeEventListener("abort", save);
  };
}

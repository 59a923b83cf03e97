import type { KnownRun } from "../known-run.ts";
import type { SecretRegistry } from "../secrets/secret-registry.ts";
import type { WebhookRequest } from "./webhook-session.ts";

/** The hook that tells others of a run. Its code is loaded only where the project names somebody. */
export function webhooksOf(
  request: Omit<WebhookRequest, "warn" | "conceal">,
  secrets: Pick<SecretRegistry, "add">,
): NonNullable<KnownRun["webhooks"]> {
  return async (warn) => {
    const named = request.loaded.manifest.project?.hooks.some(({ use }) => use === "webhook");
    if (!named) return undefined;
    const { openWebhooks } = await import("./webhook-session.ts");
    return openWebhooks({ ...request, warn, conceal: (text, what) => secrets.add(text, what) });
  };
}

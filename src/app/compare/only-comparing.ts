import type { TaskProcessor } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Capabilities } from "../authorize/capabilities.ts";

const refuse = async (): Promise<never> => {
  throw new TaskFailure("specs are only compared here, so nothing is run", { untouched: true });
};

/** What of a run's powers is left where specs are only compared with what is recorded: no script, server or live resource. */
export function onlyComparing(capabilities: Capabilities): Capabilities {
  return {
    ...capabilities,
    runScript: refuse,
    startProcess: refuse,
    limit: (processor) => unasked(capabilities.limit(processor)),
    http: undefined,
    mayRequest: false,
    planSigningKey: undefined,
  };
}

/** Without what asks programs and servers: `validate`, `plan` and `open`. */
function unasked({ validate: _validate, plan: _plan, open: _open, ...processor }: TaskProcessor): TaskProcessor {
  return { ...processor, observe: async () => ({ state: "unobservable", why: "not looked at" }) };
}

import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { isObject } from "../../engine/json/json.ts";
import type { Backend } from "../../state/backend.ts";
import type { SavedEvent, StateSession } from "../../state/session/session.ts";
import type { ContextServices } from "../context/context-services.ts";

/** What advice on state goes by. */
type AdviceServices = Pick<ContextServices, "sealing" | "loaded" | "settings" | "command" | "emit">;

/** Warns at the start of a run when state could be sealed and is not, and tells what else its backend asks of people. */
export function adviseOnState(
  services: AdviceServices,
  backend: Backend,
  session: StateSession,
  context: string,
): void {
  const { settings, sealing, command, emit } = services;
  if (sealing && settings.initialize && session.stored.foundSealed) emit({ type: "diagnostic", diagnostic: leftOn });
  if (command.writes && session.stored.serial > 0 && isPublic(services, backend))
    emit({
      type: "progress",
      text: `This state is not sealed, and everybody can read the ${backend.noun} that it is on.`,
    });
  const told = backend.advise?.({
    project: services.loaded.project,
    context,
    writes: command.writes,
    initialize: settings.initialize,
    serial: session.stored.serial,
    sealed: sealing !== undefined && session.stored.foundSealed,
  });
  for (const one of told ?? [])
    emit(typeof one === "string" ? { type: "progress", text: one } : { type: "diagnostic", diagnostic: one });
}

/** Tells of a write that it has sealed state which was not, or with another key. */
export function warnUnopened({ emit }: Pick<AdviceServices, "emit">, { sealedOver }: SavedEvent): void {
  if (sealedOver === "plain") emit({ type: "diagnostic", diagnostic: sealedNow });
  if (sealedOver === "former")
    emit({
      type: "progress",
      text: "The state is sealed with the new key from now on: the first line of `encryption-key`.",
    });
}

/** Warns, once in the life of a state, that everybody can read it. */
export function warnOfPublicState({ emit, ...services }: AdviceServices, backend: Backend, context: string): void {
  if (!isPublic(services, backend)) return;
  const message = `the state of "${context}" is not sealed, and everybody can read the ${backend.noun} that it is on, as the repository is public`;
  const suggestion = "Seal it with `encryption-key`: `opus state keygen` makes one.";
  emit({ type: "diagnostic", diagnostic: { severity: "warning", code: "state-public", message, suggestion } });
}

const sealedNow: Diagnostic = {
  severity: "notice",
  code: "state-sealed",
  message: "the state is sealed from now on",
  suggestion: "Take `initialize` out.",
};

const leftOn: Diagnostic = {
  severity: "notice",
  code: "initialize-left-on",
  message: "the state is sealed, and `initialize` is still on, which lets in state that is not, and may be forged",
  suggestion: "Take `initialize` out.",
};

/** Only a workflow knows: its event says so. */
function isPublic(
  { sealing, loaded }: Pick<AdviceServices, "sealing" | "loaded">,
  { readableWithRepository = false }: Backend,
): boolean {
  const repository = loaded.github.event?.repository;
  if (sealing || !readableWithRepository || !isObject(repository)) return false;
  return repository.visibility === "public" || repository.private === false;
}

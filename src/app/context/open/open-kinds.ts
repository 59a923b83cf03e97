import { err, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../../engine/json/json.ts";
import { type Lookup, lookupWith } from "../../../engine/references/found.ts";
import { environmentLookup, findSecret } from "../../../engine/references/lookup.ts";
import { missingOf, resolve } from "../../../engine/references/resolve.ts";
import { OpenedKinds } from "../../extensions/opened-kinds.ts";
import type { ContextFrame } from "../context-frame.ts";

/** The kinds of a context, which are opened before they are asked and have to be closed. */
export function openedKinds(frame: ContextFrame): OpenedKinds {
  const { services, io, tell } = frame;
  const { extensions, signal } = services;
  return new OpenedKinds({
    processors: extensions.processors,
    signal,
    io,
    configurationOf: (module) => configurationOf(module, frame),
    missingFor: (module) => {
      const configuration = extensions.configurations.get(module ?? "");
      return configuration ? missingOf(resolve(configuration.template, lookupIn(frame))) : [];
    },
    startProcess: extensions.startProcess,
    warn: (message) => tell("warning", "kind-not-closed", message),
  });
}

/** What the Project says of the kinds of a module, with its references filled in. */
function configurationOf(module: string | undefined, frame: ContextFrame): Result<JsonObject, string> {
  const configuration = frame.services.extensions.configurations.get(module ?? "");
  if (!configuration) return ok({});
  const { value, problems } = resolve(configuration.template, lookupIn(frame));
  const [problem] = problems;
  return problem ? err(`${configuration.place}${problem.pointer} of the Project: ${problem.message}`) : ok(value);
}

function lookupIn({ values, referenceEnvironment }: ContextFrame): Lookup {
  const around = environmentLookup(referenceEnvironment);
  return lookupWith(around.filtered, (reference) => {
    if (reference.source === "VALUE") return values.get(reference.name);
    if (reference.source === "SECRET") return findSecret(referenceEnvironment, reference.name);
    return around(reference);
  });
}

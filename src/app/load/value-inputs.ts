import type { Settings } from "../../action/inputs.ts";
import { type Diagnostic, err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { GivenValue } from "../../engine/references/values.ts";
import { readMapping } from "../../manifest/yaml/yaml-mapping.ts";
import type { Workspace } from "../../node/workspace/workspace.ts";

/**
 * Values from the input and the file; the input wins.
 * @param warn hears what is wrong with the file where the run needs of what files say the Project alone
 */
export function givenValues(
  settings: Settings,
  { workspace, projectAlone }: { readonly workspace: Workspace; readonly projectAlone: boolean },
  sources: Map<string, string>,
  warn: (diagnostic: Diagnostic) => void,
): Result<ReadonlyMap<string, GivenValue>, Failure> {
  const given = new Map<string, GivenValue>();
  const diagnostics: Diagnostic[] = [];
  const take = (text: string, shown: string, origin: string, located: boolean): void => {
    const mapping = readMapping(text, shown);
    if (!mapping.ok) {
      diagnostics.push(
        ...mapping.error.map((one) =>
          located ? one : { ...one, message: `${origin}, line ${one.location?.line ?? 1}: ${one.message}` },
        ),
      );
      return;
    }
    const lines = text.trim().includes("\n");
    for (const [name, { value, location, spelling }] of mapping.value) {
      const place = located || !lines ? origin : `${origin}, line ${location.line}`;
      const written = spelling === undefined ? {} : { spelling };
      given.set(name, { value, origin: place, ...(located ? { location } : {}), ...written });
    }
  };
  if (settings.valuesFile !== undefined) {
    const shown = workspace.display(settings.valuesFile);
    const read = workspace.read(settings.valuesFile, 4 * 1024 * 1024);
    if (read.ok) {
      const text = new TextDecoder().decode(read.value);
      sources.set(shown, text);
      take(text, shown, shown, true);
    } else {
      const message = `the values file ${settings.valuesFile} could not be read: ${read.error.message}`;
      diagnostics.push({ severity: "error", code: "invalid-input", message });
    }
  }
  if (projectAlone) for (const problem of diagnostics.splice(0)) warn({ ...problem, severity: "warning" });
  if (settings.values !== undefined) take(settings.values.text, settings.values.origin, settings.values.origin, false);
  const [first] = diagnostics;
  if (!first) return ok(given);
  return err(
    failure(
      "invalid-input",
      first.message,
      diagnostics.map((one) => withoutInputPlace(one, settings)),
    ),
  );
}

/** An input is no file that could be annotated. */
function withoutInputPlace(diagnostic: Diagnostic, settings: Settings): Diagnostic {
  if (diagnostic.location?.file !== settings.values?.origin) return diagnostic;
  const { location: _, ...rest } = diagnostic;
  return rest;
}

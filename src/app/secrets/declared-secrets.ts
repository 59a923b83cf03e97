import type { Diagnostic, Location } from "../../engine/diagnostics/diagnostic.ts";
import type { Loaded } from "../load/load-project.ts";

/** A declared secret in one of the variables that may hold it. */
export interface DeclaredSecret {
  readonly name: string;
  readonly variable: string;
  readonly value: string;
}

/**
 * Names that a manifest or a workflow says openly: of the project, its tasks, kinds, contexts and commands. State, its
 * folders and the report have them as they are, so none of them is hidden, whatever a secret holds.
 * @param chosen contexts of this run
 */
export function openNames(
  { manifest, project }: Pick<Loaded, "manifest" | "project">,
  chosen: readonly string[],
): ReadonlySet<string> {
  const { tasks, declaredNames, values, secrets } = manifest;
  const { contexts: rules = [], commands = {} } = manifest.project ?? {};
  const ruled = rules.flatMap(({ input, context, contexts, inherits }) => [
    ...(Array.isArray(input) ? (input as readonly string[]) : []),
    ...[context ?? [], contexts ?? [], inherits ?? []].flat(),
  ]);
  return new Set([
    project,
    ...declaredNames,
    ...tasks.flatMap(({ kind, formerNames }) => [kind, ...formerNames]),
    ...ruled,
    ...[...values, ...secrets].flatMap(({ contexts }) => Object.keys(contexts)),
    ...Object.keys(commands),
    ...chosen,
  ]);
}

/** Shorter ones stand in other words everywhere. */
const shortest = 4;
/** Shorter ones stand in a manifest by chance. */
const shortestLiteral = 8;

/** The secrets of a manifest that are set, whatever the context; none in an untrusted run, which must not learn of them. */
export function declaredSecrets(
  { manifest, trust }: Pick<Loaded, "manifest" | "trust">,
  environment: { readonly [name: string]: string | undefined },
): readonly DeclaredSecret[] {
  if (!trust.trusted) return [];
  return manifest.secrets.flatMap(({ name, env, contexts }) =>
    [...new Set([env, ...Object.values(contexts)])].flatMap((variable) => {
      const value = environment[variable];
      return value ? [{ name, variable, value }] : [];
    }),
  );
}

/**
 * What somebody should know of the values of secrets: each is told once, by name.
 * @param sources text of each file of the manifest, by shown path
 * @param open names that are no secrets
 */
export function secretWarnings(
  declared: readonly DeclaredSecret[],
  sources: ReadonlyMap<string, string>,
  open: ReadonlySet<string> = new Set(),
): readonly Diagnostic[] {
  const warnings = declared.flatMap(({ name, value }): Diagnostic[] => {
    // Without a place, and without saying which name it is: that would be its value.
    if (open.has(value.trim())) return [guessable(name)];
    if (value.trim().length < shortest) return [tooShort(name)];
    const location = value.trim().length < shortestLiteral ? undefined : placeOf(value.trim(), sources);
    return location ? [inManifest(name, location)] : [];
  });
  return [...new Map(warnings.map((one) => [one.message, one])).values()];
}

function guessable(name: string): Diagnostic {
  return {
    severity: "warning",
    code: "guessable-secret",
    message: `what the secret "${name}" holds is also a name that stands openly in the manifest or the workflow (of a task, a kind, a context, a command or the project): it can be guessed, and is not hidden`,
    suggestion: "Choose a long random one, or make it a value if it is none.",
  };
}

function tooShort(name: string): Diagnostic {
  return {
    severity: "warning",
    code: "short-secret",
    message: `the secret "${name}" has fewer than ${shortest} characters, so all that reads like it is hidden, and its encoded forms are not`,
    suggestion: "Choose a longer one, or make it a value if it is none.",
  };
}

function inManifest(name: string, location: Location): Diagnostic {
  return {
    severity: "warning",
    code: "secret-in-manifest",
    message: `what the secret "${name}" holds stands here for all who can read the repository; texts and names of a manifest are stored as they are`,
    location,
    suggestion: `Write \${SECRET:${name}} and change the secret, or make it a value if it is none.`,
  };
}

function placeOf(value: string, sources: ReadonlyMap<string, string>): Location | undefined {
  for (const [file, text] of sources) {
    const at = text.indexOf(value);
    if (at === -1) continue;
    const before = text.slice(0, at).split("\n");
    return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  }
  return undefined;
}

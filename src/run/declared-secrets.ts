import type { Diagnostic, Location } from "../engine/diagnostic.ts";
import type { Loaded } from "./load.ts";

/** A declared secret in one of the variables that may hold it. */
export interface DeclaredSecret {
  readonly name: string;
  readonly variable: string;
  readonly value: string;
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
 */
export function secretWarnings(
  declared: readonly DeclaredSecret[],
  sources: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const warnings = declared.flatMap(({ name, value }): Diagnostic[] => {
    if (value.trim().length < shortest) return [tooShort(name)];
    const location = value.trim().length < shortestLiteral ? undefined : placeOf(value.trim(), sources);
    return location ? [inManifest(name, location)] : [];
  });
  return [...new Map(warnings.map((one) => [one.message, one])).values()];
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

import type { Capabilities } from "../authorize/capabilities.ts";
import type { Loaded } from "../load/load-project.ts";
import type { RunFrame } from "../run-frame.ts";
import { type DeclaredSecret, declaredSecrets, openNames } from "./declared-secrets.ts";

/** The secrets of a manifest that are set, and the names that are none although a secret may be spelled like one. */
export interface HiddenSecrets {
  readonly declared: readonly DeclaredSecret[];
  readonly open: ReadonlySet<string>;
}

/**
 * Masks every declared secret that is set, before anything is printed.
 * @param chosen contexts of the run
 */
export function hideDeclared(
  loaded: Loaded,
  { environment }: Pick<Capabilities, "environment">,
  chosen: readonly string[],
  { secrets, host }: Pick<RunFrame, "secrets" | "host">,
): HiddenSecrets {
  const declared = declaredSecrets(loaded, environment);
  const open = openNames(loaded, chosen);
  secrets.spare(open);
  for (const { name, value } of declared) secrets.add(value, `secret "${name}"`);
  const hidden = declared.filter(({ value }) => !open.has(value.trim()));
  host.handover.keepSecret(hidden.map(({ variable }) => variable));
  return { declared, open };
}

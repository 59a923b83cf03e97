import { randomBytes } from "node:crypto";
import type { Settings, SureSettings } from "../../action/inputs.ts";
import { type Diagnostic, err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { type KeyProblem, secretLines, shortestPassphrase } from "../../state/seal/key-lines.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import type { SessionOptions } from "../../state/session/session.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import { inputFailure } from "../authorize/invalid-manifest.ts";
import type { Host } from "../host.ts";

/**
 * Makes what seals the states of a run. Before any store is opened: nothing is loaded later on, when a run may be about
 * to end.
 * @param warn told of passphrases that may be guessed
 * @returns undefined when no key was given; every line of the key that can't be used otherwise
 */
export async function openSealing(
  { encryptionKey, initialize }: Pick<Capabilities, "encryptionKey"> & Pick<Settings, "initialize">,
  { terminal, environment }: Pick<Host, "terminal" | "environment">,
  warn: (diagnostic: Diagnostic) => void,
): Promise<Result<Sealing | undefined, Failure>> {
  if (encryptionKey === undefined) return ok(undefined);
  const fromEnvironment = encryptionKey.trim() === environment.OPUS_ENCRYPTION_KEY?.trim();
  const flag = fromEnvironment ? "OPUS_ENCRYPTION_KEY" : "--encryption-key";
  const input = terminal ? flag : 'input "encryption-key"';
  const { ageSeal } = await import("../../state/seal/age-seal.ts");
  const made = await ageSeal(encryptionKey);
  if (!made.ok) return err(inputFailure(made.error.map((problem) => told(problem, input))));
  const { seal, weak } = made.value;
  if (weak.length > 0) warn(weakPassphrase(weak, input));
  return ok({ seal, takesPlain: initialize });
}

/** What a session does with it. */
export function sessionSeal(sealing: Sealing | undefined): SessionOptions["sealed"] {
  return sealing && { seal: sealing.seal, newFingerprintKey: () => randomBytes(32).toString("hex") };
}

/** What must not be shown of settings, with what each of it is, for people. A key's lines are secrets one by one. */
export function secretSettings({
  token,
  encryptionKey,
  planSigningKey,
}: SureSettings): readonly (readonly [secret: string, what: string])[] {
  const inputs = [
    ["token", token ? [token] : []],
    ["encryption-key", encryptionKey ? secretLines(encryptionKey) : []],
    ["plan-signing-key", planSigningKey ? [planSigningKey] : []],
  ] as const;
  return inputs.flatMap(([name, secrets]) => secrets.map((secret) => [secret, `input \`${name}\``] as const));
}

function told({ line, message, suggestion }: KeyProblem, input: string): Diagnostic {
  const subject = line === undefined ? input : `line ${line} of ${input}`;
  return { severity: "error", code: "invalid-input", message: `${subject} ${message}`, suggestion };
}

function weakPassphrase(lines: readonly number[], input: string): Diagnostic {
  const which = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(", ")}`;
  const message = `${which} of ${input} has a passphrase of fewer than ${shortestPassphrase} characters, which who has the state may find by trying`;
  const suggestion = "Make an identity with `opus state keygen`, put it first, and keep this one as a further line.";
  return { severity: "warning", code: "weak-passphrase", message, suggestion };
}

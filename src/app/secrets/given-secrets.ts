import { readSureSettings } from "../../action/inputs.ts";
import type { RawInputs } from "../../action/raw-inputs.ts";
import { secretSettings } from "../state/open-seal.ts";
import { passwordsInAddresses } from "./address-secrets.ts";

/** Variables whose values are secrets, whether a run takes them or not. */
const variables = [
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "OPUS_ENCRYPTION_KEY",
];

/** What inputs and the environment hold that must not be shown, however wrong other inputs are. */
export function givenSecrets(
  raw: RawInputs,
  environment: { readonly [name: string]: string | undefined },
): readonly string[] {
  const inherited = { "encryption-key": environment.OPUS_ENCRYPTION_KEY };
  const ofSettings = [raw, inherited].flatMap((one) => secretSettings(readSureSettings(one)).map(([secret]) => secret));
  const ofVariables = variables.flatMap((name) => environment[name] || []);
  return [...ofSettings, ...ofVariables, ...passwordsInAddresses(environment).map(([password]) => password)];
}

import { metadata } from "./metadata.generated.ts";

/** What an input or flag is called. */
export type InputName = (typeof metadata.inputs)[number]["name"];

/** Inputs as they were given: undefined and empty mean the default, but for `plan-digest`. */
export type RawInputs = { readonly [name in InputName]?: string | undefined };

/**
 * The inputs of an action's step, from `INPUT_*`. The only place that reads them.
 * @param env the environment of the process
 */
export function readRawInputs(env: { readonly [name: string]: string | undefined }): RawInputs {
  const raw: { [name in InputName]?: string } = {};
  for (const { name } of metadata.inputs) {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
    // The indentation of YAML's first line counts, so only empty lines are taken from its beginning.
    if (value !== undefined)
      raw[name] = name === "values" ? value.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd() : value.trim();
  }
  return raw;
}

/** What a terminal takes from its environment, as arguments are seen by everybody on the machine. They go before it. */
export function withEnvironment(raw: RawInputs, env: { readonly [name: string]: string | undefined }): RawInputs {
  const { OPUS_ENCRYPTION_KEY: key } = env;
  return key === undefined || raw["encryption-key"] !== undefined ? raw : { ...raw, "encryption-key": key };
}

/** What a program in a job of GitHub Actions takes from its environment to read the repository. A flag goes before it. */
export function withJobToken(raw: RawInputs, env: { readonly [name: string]: string | undefined }): RawInputs {
  const { GITHUB_TOKEN: token } = env;
  const inJob = env.GITHUB_ACTIONS === "true" && token !== undefined && token !== "";
  return !inJob || raw.token !== undefined ? raw : { ...raw, token };
}

/**
 * Writes src/action/metadata.generated.ts from action.yml and package.json, so that the action and the terminal
 * program know the inputs without reading a file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { builtInBackends } from "../src/state/backends.ts";
import { readAction, root } from "./action-file.ts";

const action = readAction();
const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };
const inputs = Object.entries(action.inputs).map(([name, { description, default: value }]) => {
  if (typeof value !== "string") throw new Error(`action.yml: the default of "${name}" must be a string`);
  return `    { name: ${JSON.stringify(name)}, description: ${JSON.stringify(description)}, default: ${JSON.stringify(value)} },`;
});
const outputs = Object.entries(action.outputs).map(
  ([name, { description }]) => `    { name: ${JSON.stringify(name)}, description: ${JSON.stringify(description)} },`,
);
const text = `// Generated from action.yml and package.json by scripts/generate-action.ts. Do not edit.

export const metadata = {
  name: ${JSON.stringify(action.name)},
  description: ${JSON.stringify(action.description)},
  version: ${JSON.stringify(version)},
  inputs: [
${inputs.join("\n")}
  ],
  outputs: [
${outputs.join("\n")}
  ],
  stateBackends: ${JSON.stringify(builtInBackends.map(({ name }) => name).sort())},
} as const;
`;
const target = `${root}/src/action/metadata.generated.ts`;
if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);

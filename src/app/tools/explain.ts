import { codes, reasons } from "../../engine/diagnostics/codes.ts";
import { nearest } from "../../engine/references/references.ts";
import { type FieldRow, fieldsOf } from "../../schema/fields.generated.ts";
import { pageText, wrapped } from "./page-text.ts";

/** What `opus explain` prints, or what is wrong with what was asked. */
export type Explained = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

/**
 * Tells what a kind, a field or a code means.
 * @param asked `File`, `File.spec.path`, `unknown-task`; undefined: what there is
 * @param pageOf the page of a code in docs/codes/, Markdown; undefined: it does not lie beside this program
 */
export function explain(
  asked: string | undefined,
  pageOf: (code: string) => string | undefined = () => undefined,
): Explained {
  if (asked === undefined) return { ok: true, text: overview() };
  const code = codeNamed(asked, pageOf);
  if (code) return { ok: true, text: code };
  const [kind = "", ...path] = asked.split(".");
  const found = kindNamed(kind);
  if (found === undefined) return { ok: false, error: unknown(asked) };
  const { about, fields } = fieldsOf[found] as (typeof fieldsOf)[string];
  const at = placeOf(path, fields);
  if (at === undefined) {
    const names = fields.map((field) => `${found}.${field.path}`);
    const near = nearest(asked, names);
    const hint = near === undefined ? `See \`opus explain ${found}\`.` : `Did you mean ${near}?`;
    return { ok: false, error: `${found} has no field "${path.join(".")}". ${hint}` };
  }
  return { ok: true, text: at === "" ? kindText(found, about, fields) : fieldText(found, at, fields) };
}

function overview(): string {
  const kinds = Object.entries(fieldsOf).map(([kind, { about }]) => `  ${kind.padEnd(14)}${firstSentence(about)}`);
  return [
    "Kinds:",
    ...kinds,
    "",
    "`opus explain KIND` lists the fields of one, `opus explain KIND.field` tells of a field,",
    "and `opus explain CODE` what the code of a message means.",
  ].join("\n");
}

function kindNamed(name: string): string | undefined {
  return Object.keys(fieldsOf).find((kind) => kind.toLowerCase() === name.toLowerCase());
}

/** The path in full: `path` is `spec.path`; empty: the kind itself. Undefined: there is no such field. */
function placeOf(path: readonly string[], fields: readonly FieldRow[]): string | undefined {
  if (path.length === 0) return "";
  const asked = path.join(".").replaceAll("[]", "");
  const plain = (field: FieldRow): string => field.path.replaceAll("[]", "");
  return fields.find((field) => [asked, `spec.${asked}`, `metadata.${asked}`].includes(plain(field)))?.path;
}

function kindText(kind: string, about: string, fields: readonly FieldRow[]): string {
  const top = fields.filter(({ path }) => path.split(".").length <= 2 && path !== "apiVersion" && path !== "kind");
  return [`${kind}: ${about}`, "", ...top.map(row), "", `\`opus explain ${kind}.FIELD\` tells more of one.`].join("\n");
}

function fieldText(kind: string, path: string, fields: readonly FieldRow[]): string {
  const field = fields.find((one) => one.path === path) as FieldRow;
  const below = fields.filter((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[].`));
  const facts = [
    `type: ${field.type}${field.required ? ", required" : ""}`,
    ...(field.values === undefined ? [] : [`one of: ${field.values.join(", ")}`]),
    ...(field.default === undefined ? [] : [`default: ${field.default}`]),
  ];
  return [
    `${kind}.${path}`,
    "",
    ...wrapped(field.about === "" ? "(nothing more is known of it)" : field.about, "  "),
    "",
    ...facts.map((fact) => `  ${fact}`),
    ...(below.length === 0 ? [] : ["", "Below it:", ...below.map(row)]),
  ].join("\n");
}

function row({ path, required, about }: FieldRow): string {
  const lines = wrapped(firstSentence(about), "");
  const head = `  ${path}${required ? " *" : ""}`;
  return [head, ...lines.filter((line) => line !== "").map((line) => `      ${line}`)].join("\n");
}

function codeNamed(code: string, pageOf: (code: string) => string | undefined): string | undefined {
  for (const [heading, rows] of [...Object.entries(codes), ["why a run failed", reasons] as const]) {
    // Not what every object has, such as `constructor`.
    const found = new Map<string, { readonly means: string; readonly fix: string }>(Object.entries(rows)).get(code);
    if (!found) continue;
    const page = pageOf(code);
    return page === undefined ? codeText(code, heading, found) : `${code} (${heading})\n\n${pageText(page)}`;
  }
  return undefined;
}

function codeText(
  code: string,
  heading: string,
  { means, fix }: { readonly means: string; readonly fix: string },
): string {
  return [
    `${code} (${heading})`,
    "",
    ...wrapped(`It means: ${means}.`, "  "),
    ...wrapped(`What to do: ${fix}.`, "  "),
  ].join("\n");
}

function unknown(asked: string): string {
  const all = [
    ...Object.keys(fieldsOf),
    ...Object.values(codes).flatMap((rows) => Object.keys(rows)),
    ...Object.keys(reasons),
  ];
  const near = nearest(asked, all);
  return `there is no kind and no code "${asked}". ${near === undefined ? "`opus explain` lists the kinds." : `Did you mean ${near}?`}`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

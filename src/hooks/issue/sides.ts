import { isObject, type Json, type JsonObject, pointerPath } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { anotherValue, waitingFor } from "../../engine/model/run-events.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { cutPair } from "../rendering/cut.ts";
import { diffField } from "../rendering/field-diff.ts";
import { plural } from "../rendering/labels.ts";
import {
  code,
  codeHtml,
  details,
  fenced,
  inlineHtml,
  joined,
  link,
  type Markdown,
  md,
  table,
} from "../rendering/markdown.ts";

/** Fields of one task that are shown; nobody reads on. */
const mostFields = 30;
/** Characters of a value in the table: a phone shows about so many of three columns. */
const width = 48;
const blockLimits = { lines: 30, width: 200 };
const absent = md`–`;

/** Texts of a field on each side; undefined: it is not there. */
interface Sides {
  readonly manifest: string | undefined;
  readonly recorded: string | undefined;
  readonly live: string | undefined;
}

/**
 * One task that drifted, folded: its fields as they are, as the manifest wants them, and as they are recorded: the
 * first columns are what a phone shows.
 * @param recorded the spec with which it is recorded
 * @param place where its document is; undefined: no link
 */
export function sidesFold(task: TaskReport, recorded: JsonObject | undefined, place: string | undefined): Markdown {
  const fields = task.fields.slice(0, mostFields);
  const parts: Markdown[] = [];
  if (fields.length > 0)
    parts.push(
      table(
        [md`Field`, md`Live`, md`Manifest`, md`Recorded`],
        fields.map((one) => row(one, task, recorded)),
      ),
    );
  const blocks = fields.filter(isLong).flatMap((field) => diffField(field, blockLimits, "drift"));
  if (blocks.length > 0)
    parts.push(
      fenced(
        ["--- wanted", "+++ live", ...blocks.map(({ sign, text }) => `${sign === "~" ? "!" : sign} ${text}`)],
        "diff",
      ),
    );
  const more = task.fields.length - fields.length;
  if (more > 0) parts.push(md`… and ${plural(more, "more field") as `${number} fields`}`);
  const { location } = task;
  if (location && place !== undefined)
    parts.push(md`<sub>${link(code(`${location.file}:${location.line}`, 200), place)}</sub>`);
  const title = md`${codeHtml(task.name, 100)} ${inlineHtml(task.kind, 60)}`;
  return details(title, parts.length === 0 ? md`The resource is not there.` : joined(parts, "\n\n"));
}

function row(field: FieldDiff, { compared, drift }: TaskReport, spec: JsonObject | undefined): readonly Markdown[] {
  const { manifest, recorded, live } = sidesOf(field, compared === "live", drift === "missing" ? spec : undefined);
  // What differs stands in the middle of what is shown.
  const [wanted, there] = cutPair(manifest ?? recorded ?? "", live ?? "", width);
  const [left] = cutPair(recorded ?? "", live ?? "", width);
  const cells: readonly (readonly [string | undefined, string])[] = [
    [live, there],
    [manifest, manifest === undefined ? "" : wanted],
    [recorded, left],
  ];
  const name = code(field.path.slice(1).replaceAll("/", ".") || "(everything)", 80);
  return [name, ...cells.map(([text, shown]) => (text === undefined ? absent : code(shown, 4 * width)))];
}

/**
 * @param isSeen `before` of a field that did not drift is what is there
 * @param spec the recorded one, of a resource that is not there
 */
function sidesOf(field: FieldDiff, isSeen: boolean, spec: JsonObject | undefined): Sides {
  const { before, after, drifted, left, sensitive, otherValues, knownAfter } = field;
  const shown = (value: Json | undefined): string | undefined => {
    if (value === undefined) return undefined;
    return sensitive ? "(sensitive)" : cellText(value);
  };
  const manifest = knownAfter ? waitingFor(knownAfter) : otherValues ? anotherValue(otherValues) : shown(after);
  if (spec) return { manifest, recorded: shown(valueAt(spec, pointerPath(field.path))), live: undefined };
  if (drifted) return { manifest, recorded: shown(left ?? after), live: shown(before) };
  return { manifest, recorded: shown(before), live: isSeen ? shown(before) : undefined };
}

/** A value on one line; a text without quotes, with a sign for the end of each line. */
function cellText(value: Json): string {
  const isPlain = typeof value === "string" && value.trim() !== "";
  return oneLine(isPlain ? value.replaceAll(/\r?\n/g, "↵") : JSON.stringify(value));
}

function valueAt(spec: JsonObject, path: readonly string[]): Json | undefined {
  let at: Json | undefined = spec;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

/** True when a side has several lines, which a table can't show. */
function isLong({ before, after, sensitive, otherValues }: FieldDiff): boolean {
  if (sensitive || otherValues) return false;
  return [before, after].some((value) => typeof value === "string" && value.trimEnd().includes("\n"));
}

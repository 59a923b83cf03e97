import { planWords, plural } from "../rendering/labels.ts";
import { code, codeHtml, joined, link, type Markdown, md, ours, table } from "../rendering/markdown.ts";
import { beginningOf, digestOf, end } from "./boundaries.ts";
import { numberLeft } from "./contexts-without-room.ts";
import { footer, type Links, outdatedNote, outdatedTitle, planCells, shownContext } from "./footer.ts";
import { renderMarker } from "./marker.ts";
import { type Left, outdatedParts, type Part, type Preview, type Several } from "./model.ts";
import { isNothing, verdict } from "./verdict.ts";

/** Folds of so many projects are open: there is little to look for. */
const mostOpen = 2;
/** Characters for the names of what has nothing to do. */
const mostForQuiet = 4_000;
/** So many projects are named in the first line, more are counted. */
const mostNamed = 3;

/**
 * The comment of several projects: the verdict, a row for each context that has something to tell, one line for all that have
 * not, what must be seen, and a fold for each project with changes.
 */
export function renderSeveral({ parts: given, left }: Preview, several: Several, links: Links): Markdown {
  const parts = given.map(withoutIdleCommands);
  const outdated = outdatedParts(parts);
  const facts = parts.map((part) => part.facts);
  const lines = [
    renderMarker({ project: "", parts: facts, left, digests: parts.map(({ texts }) => digestOf(texts)), several }),
  ];
  lines.push(titleOf(parts, left, several, outdated));
  lines.push(...overview(parts, left, outdated, links), ...alikeLines(parts, several));
  parts.forEach((part, index) => {
    const there = (["callouts", "result"] as const).filter((name) => part.texts[name] !== "");
    if (there.length > 0 && outdated.has(part)) lines.push(md``, end, md``, outdatedNote(part.facts, links));
    for (const name of there) lines.push(md``, beginningOf(name, index), md``, part.texts[name]);
  });
  lines.push(md``, end);
  for (const line of folds(parts, outdated)) lines.push(line);
  if (parts.length > 0) lines.push(md``, footer(parts, outdated, links));
  return joined(lines, "\n");
}

/** Nobody looks in a terminal for what has nothing to show. */
function withoutIdleCommands(part: Part): Part {
  return part.texts.changes === "" ? { ...part, texts: { ...part.texts, terminal: md`` } } : part;
}

function titleOf(parts: readonly Part[], left: Left, { alike }: Several, outdated: ReadonlySet<Part>): Markdown {
  if (parts.length === 0 && numberLeft(left) === 0) {
    const none = alike.projects === 0 ? "no project is" : `none of ${plural(alike.projects, "project")} is`;
    return md`## ✅ Plan: nothing to do, ${ours(none)} other than recorded`;
  }
  return verdict(whose(parts, left), parts, left, outdated);
}

function whose(parts: readonly Part[], { named, unnamed }: Left): Markdown {
  const all = new Set([...parts.map(({ facts }) => facts.project ?? ""), ...named.map(({ project = "" }) => project)]);
  all.delete("");
  if (unnamed.number > 0) return ours(`${plural(all.size, "project")} and more`);
  if (all.size === 0) return md`a project that can't be told`;
  if (all.size > mostNamed) return ours(plural(all.size, "project"));
  return joined(
    [...all].sort().map((project) => code(project, 60)),
    ", ",
  );
}

function overview(parts: readonly Part[], left: Left, outdated: ReadonlySet<Part>, links: Links): readonly Markdown[] {
  const lines: Markdown[] = [];
  const quiet = parts.filter((part) => isQuiet(part, outdated));
  const loud = parts.filter((part) => !isQuiet(part, outdated));
  const rows = loud.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
  if (rows.length > 0) lines.push(md``, table([md`Project and context`, md`Plan`, md`Status`], rows));
  if (quiet.length > 0) lines.push(md``, quietLine(quiet));
  const more = numberLeft(left);
  if (more === 0) return lines;
  const last = parts.at(-1)?.facts;
  const where = last ? link(md`job summary`, links.run(last.planned)) : md`job summary`;
  lines.push(md``, md`… and ${ours(plural(more, "more context"))} that had no room here: see the ${where}.`);
  return lines;
}

/** Nothing is to be said of it but that it was planned. */
function isQuiet(part: Part, outdated: ReadonlySet<Part>): boolean {
  const { facts, texts } = part;
  const { callouts, result, changes } = texts;
  if (outdated.has(part) || facts.failure !== null || callouts + result + changes !== "") return false;
  return isNothing(facts.counts) && (facts.phase === "planned" || facts.phase === "applied");
}

/** `Nothing to do in cart (prod, test), shop (test).` */
function quietLine(quiet: readonly Part[]): Markdown {
  const shown: Markdown[] = [];
  let room = mostForQuiet;
  let told = 0;
  for (const [project, some] of byProject(quiet)) {
    const contexts = some.map(({ facts }) => code(facts.context, 60));
    const text = md`${code(project, 60)} (${joined(contexts, ", ")})`;
    room -= text.length + 2;
    if (room < 0) break;
    shown.push(text);
    told += some.length;
  }
  const more = told === quiet.length ? md`` : ours(` and ${quiet.length - told} more`);
  return md`Nothing to do in ${joined(shown, ", ")}${more}.`;
}

function alikeLines(parts: readonly Part[], { alike, commit }: Several): readonly Markdown[] {
  const isOfNow = parts.every(({ facts }) => facts.planned.commit === commit);
  if (alike.contexts === 0 || parts.length === 0 || !isOfNow) return [];
  const words = `${plural(alike.contexts, "more context")} of ${plural(alike.projects, "project")}`;
  return [md``, ours(`Not planned, as they are as recorded: ${words}.`)];
}

function byProject(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  const all = new Map<string, Part[]>();
  for (const part of parts) {
    const { project = "" } = part.facts;
    const known = all.get(project);
    if (known) known.push(part);
    else all.set(project, [part]);
  }
  return all;
}

function folds(parts: readonly Part[], outdated: ReadonlySet<Part>): readonly Markdown[] {
  const told = [...byProject(parts.filter(({ texts }) => texts.changes !== ""))];
  const places = new Map(parts.map((part, index) => [part, index]));
  return told.flatMap(([project, some]) => {
    const words = some.map(({ facts }) => md`${codeHtml(facts.context, 60)} ${ours(planWords(facts.counts))}`);
    const open = told.length <= mostOpen ? " open" : "";
    const title = md`<summary>${codeHtml(project, 60)}: ${joined(words.slice(0, 4), ", ")}${words.length > 4 ? ", …" : ""}</summary>`;
    const lines = [md``, md`<details${ours(open)}>${title}`];
    for (const part of some) {
      if (some.length > 1) lines.push(md``, md`### ${code(part.facts.context, 100)}`);
      const index = places.get(part) ?? 0;
      const folded = outdated.has(part);
      if (folded) lines.push(md``, md`<details><summary>${outdatedTitle(part.facts)}</summary>`);
      lines.push(md``, beginningOf("changes", index), md``, part.texts.changes);
      if (part.texts.terminal !== "") lines.push(md``, beginningOf("terminal", index), md``, part.texts.terminal);
      lines.push(md``, end);
      if (folded) lines.push(md``, md`</details>`);
    }
    return [...lines, md``, md`</details>`];
  });
}

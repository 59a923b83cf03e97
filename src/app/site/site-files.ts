import { folderName } from "../../state/backends/file/state-folder.ts";
import { badge } from "./badge.ts";
import { contextPage } from "./context-page.ts";
import type { SiteContext, SiteModel } from "./model.ts";
import { overviewPage, type Placed } from "./overview-page.ts";
import { allStatusFile, statusFile } from "./status-file.ts";

/** Names in the top folder, in lower case: no project is called so. */
const taken = ["index.html", "status.json"];

/** All files of a site, by path with `/`. */
export function siteFiles(model: SiteModel): ReadonlyMap<string, string> {
  const folders = foldersOf(model.contexts);
  const files = new Map<string, string>();
  const placed = model.contexts.map((context, index): Placed => [context, address(folders[index] ?? "")]);
  files.set("index.html", overviewPage(model, placed));
  files.set("status.json", json(allStatusFile(model)));
  for (const [index, context] of model.contexts.entries()) {
    const folder = folders[index] ?? "";
    files.set(`${folder}index.html`, contextPage(context, "../../", model));
    files.set(`${folder}status.json`, json(statusFile(context, model.madeAt)));
    files.set(`${folder}badge.svg`, badge(context, model.madeAt));
  }
  return files;
}

/** `<project>/<context>/`, as in the place of state; each another one, also where a disk takes `A` for `a`. */
function foldersOf(contexts: readonly Pick<SiteContext, "project" | "context">[]): readonly string[] {
  const projects = distinct(
    contexts.map(({ project }) => project),
    taken,
  );
  const used = new Map<string, string[]>();
  return contexts.map(({ project, context }) => {
    const first = projects.get(project) ?? "";
    const others = used.get(first) ?? [];
    const second = free(folderName(context), others);
    used.set(first, [...others, second.toLowerCase()]);
    return `${first}/${second}/`;
  });
}

function distinct(names: readonly string[], others: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const used = [...others];
  for (const name of names) {
    if (found.has(name)) continue;
    const folder = free(folderName(name), used);
    used.push(folder.toLowerCase());
    found.set(name, folder);
  }
  return found;
}

/** No name of a folder ends with `~` and a number otherwise. */
function free(name: string, used: readonly string[]): string {
  let found = name === "" ? "~" : name;
  for (let number = 2; used.includes(found.toLowerCase()); number++) found = `${name}~${number}`;
  return found;
}

/** A path as part of an address: folders have signs of addresses in their names. */
function address(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

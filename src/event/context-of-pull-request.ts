import type { JsonObject } from "../engine/json/json.ts";
import type { Project } from "../engine/model/project.ts";
import type { Lookup } from "../engine/references/found.ts";
import { resolve } from "../engine/references/resolve.ts";
import { member } from "./github-context.ts";

/**
 * Is a context the one of the pull request that an event is about? A rule that makes its name of the event says so, whatever
 * labels and branches it asks for besides; where the name is an input, it has to hold the number of the pull request, or be
 * its branch.
 * @param lookup of the event
 */
export function isOfPullRequest(
  name: string,
  project: Project | undefined,
  event: JsonObject | undefined,
  lookup: Lookup,
): boolean {
  const named = (project?.contexts ?? []).flatMap(({ context, contexts = [] }) =>
    [...(context === undefined ? contexts : [context])].filter((template) => template.includes("${")),
  );
  if (named.some((template) => resolve(template, lookup).value === name)) return true;
  const isInput = project?.contexts.some(({ input }) => input !== undefined) ?? true;
  return isInput && isNamedAfter(name, event);
}

function isNamedAfter(name: string, event: JsonObject | undefined): boolean {
  const number = member(event, "number") ?? member(event, "pull_request", "number");
  if (typeof number === "number" && name.split(/\D+/).includes(String(number))) return true;
  const branch = member(event, "pull_request", "head", "ref");
  return typeof branch === "string" && branch !== "" && [branch, branch.replaceAll("/", "-")].includes(name);
}

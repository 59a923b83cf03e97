import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import type { ApiTrouble, Asked } from "../ports/pull-requests.ts";
import type { GitHubRepository } from "./repository.ts";

/** As GitHub gives it to a label that an issue is the first to name. */
const color = "#ededed";

/**
 * The numbers of labels, by which Gitea and Forgejo want them named. What the repository does not have is made, as GitHub
 * does by itself.
 */
export async function labelNumbers(
  repository: GitHubRepository,
  names: readonly string[],
  signal: AbortSignal,
): Asked<readonly number[]> {
  if (names.length === 0) return ok([]);
  const listed = await repository.pages("GET /repos/{owner}/{repo}/labels", {}, readLabel, signal);
  if (!listed.ok) return listed;
  const known = new Map(listed.value);
  const numbers: number[] = [];
  for (const name of names) {
    const number = known.get(name);
    const one = number === undefined ? await make(repository, name, signal) : ok(number);
    if (!one.ok) return one;
    numbers.push(one.value);
  }
  return ok(numbers);
}

async function make(repository: GitHubRepository, name: string, signal: AbortSignal): Asked<number> {
  const route = "POST /repos/{owner}/{repo}/labels";
  const made = await repository.ask(route, { name, color }, { signal, once: true });
  if (!made.ok) return made;
  const label = readLabel(made.value.data);
  if (label !== undefined) return ok(label[1]);
  const said = `${repository.on.called} answered with something that is no label`;
  return err<ApiTrouble>({ kind: "unreachable", said, unclear: true });
}

function readLabel(value: unknown): readonly [name: string, number: number] | undefined {
  return isObject(value) && typeof value.name === "string" && typeof value.id === "number"
    ? [value.name, value.id]
    : undefined;
}

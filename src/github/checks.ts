import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import type {
  CheckAnnotation,
  CheckChange,
  CheckIdentity,
  CheckOutput,
  CheckRuns,
  FoundCheck,
  ListedCheck,
  NewCheck,
} from "../ports/checks.ts";
import type { ApiTrouble, Asked } from "../ports/pull-requests.ts";
import type { Parameters } from "./api/client.ts";
import { GitHubRepository, type RepositoryOptions } from "./repository.ts";

/** Check runs of one repository. Only the token of an app may write them, as that of a job is. */
export class Checks implements CheckRuns {
  readonly #repository: GitHubRepository;

  constructor(options: RepositoryOptions) {
    this.#repository = new GitHubRepository(options);
  }

  async create(check: NewCheck, signal: AbortSignal): Asked<FoundCheck> {
    const { name, sha, mark, startedAt, conclusion, detailsUrl, output } = check;
    const sent = {
      name,
      head_sha: sha,
      external_id: mark,
      started_at: startedAt,
      ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
      ...stateOf(conclusion),
      ...outputOf(output),
    };
    const answer = await this.#repository.ask("POST /repos/{owner}/{repo}/check-runs", sent, { signal, once: true });
    if (!answer.ok) return answer;
    const made = readCheck(answer.value.data);
    if (made) return ok(made);
    const said = "GitHub answered with something that is no check";
    return err<ApiTrouble>({ kind: "unreachable", said, unclear: true });
  }

  async change(id: number, { conclusion, output }: CheckChange, signal: AbortSignal): Asked<void> {
    const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
    const sent = { check_run_id: id, ...(conclusion ? stateOf(conclusion) : {}), ...outputOf(output) };
    const once = (output?.annotations ?? []).length > 0;
    const answer = await this.#repository.ask(route, sent, { signal, once });
    return answer.ok ? ok(undefined) : answer;
  }

  async find({ name, sha, mark }: CheckIdentity, signal: AbortSignal): Asked<FoundCheck | undefined> {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    // Not only the latest one: another run may have made one of the same name since.
    const asked = { ref: sha, check_name: name, filter: "all", per_page: 100 };
    const answer = await this.#repository.ask(route, asked, { signal });
    if (!answer.ok) return answer;
    const { data } = answer.value;
    const listed = isObject(data) && Array.isArray(data.check_runs) ? (data.check_runs as readonly unknown[]) : [];
    const found = listed.find((one) => isObject(one) && one.external_id === mark);
    return ok(readCheck(found));
  }

  list(sha: string, signal: AbortSignal): Asked<readonly ListedCheck[]> {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    return this.#repository.pages(route, { ref: sha, filter: "latest" }, readListed, signal);
  }

  /** Ends all connections. */
  dispose(): Promise<void> {
    return this.#repository.dispose();
  }
}

function stateOf(conclusion: NewCheck["conclusion"]): Parameters {
  return conclusion === undefined ? { status: "in_progress" } : { status: "completed", conclusion };
}

function outputOf(output: CheckOutput | undefined): Parameters {
  if (output === undefined) return {};
  const { title, summary, annotations = [] } = output;
  const notes = annotations.length === 0 ? {} : { annotations: annotations.map(annotationOf) };
  return { output: { title, summary, ...notes } };
}

function annotationOf(annotation: CheckAnnotation): Parameters {
  const { path, startLine, endLine, startColumn, endColumn, level, message, title } = annotation;
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn === undefined ? {} : { start_column: startColumn }),
    ...(endColumn === undefined ? {} : { end_column: endColumn }),
    annotation_level: level,
    message,
    title,
  };
}

function readCheck(value: unknown): FoundCheck | undefined {
  if (!isObject(value) || typeof value.id !== "number") return undefined;
  const { id, status, output } = value;
  const annotations = isObject(output) && typeof output.annotations_count === "number" ? output.annotations_count : 0;
  return { id, completed: status === "completed", annotations };
}

function readListed(value: unknown): ListedCheck | undefined {
  const found = readCheck(value);
  if (found === undefined || !isObject(value) || typeof value.name !== "string") return undefined;
  const { name, external_id: mark, conclusion } = value;
  const text = (one: unknown): string => (typeof one === "string" ? one : "");
  return { ...found, name, mark: text(mark), conclusion: text(conclusion) };
}

import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  GitHubRepository
} from "./chunk-LE5VM7PI.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/github/checks.ts
var Checks = class {
  #repository;
  constructor(options) {
    this.#repository = new GitHubRepository(options);
  }
  async create(check, signal) {
    const { name, sha, mark, startedAt, conclusion, detailsUrl, output } = check;
    const sent = {
      name,
      head_sha: sha,
      external_id: mark,
      started_at: startedAt,
      ...detailsUrl === void 0 ? {} : { details_url: detailsUrl },
      ...stateOf(conclusion),
      ...outputOf(output)
    };
    const answer = await this.#repository.ask("POST /repos/{owner}/{repo}/check-runs", sent, { signal, once: true });
    if (!answer.ok) return answer;
    const made = readCheck(answer.value.data);
    if (made) return ok(made);
    const said = "GitHub answered with something that is no check";
    return err({ kind: "unreachable", said, unclear: true });
  }
  async change(id, { conclusion, output }, signal) {
    const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
    const sent = { check_run_id: id, ...conclusion ? stateOf(conclusion) : {}, ...outputOf(output) };
    const once = (output?.annotations ?? []).length > 0;
    const answer = await this.#repository.ask(route, sent, { signal, once });
    return answer.ok ? ok(void 0) : answer;
  }
  async find({ name, sha, mark }, signal) {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const asked = { ref: sha, check_name: name, filter: "all", per_page: 100 };
    const answer = await this.#repository.ask(route, asked, { signal });
    if (!answer.ok) return answer;
    const { data } = answer.value;
    const listed = isObject(data) && Array.isArray(data.check_runs) ? data.check_runs : [];
    const found = listed.find((one) => isObject(one) && one.external_id === mark);
    return ok(readCheck(found));
  }
  list(sha, signal) {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    return this.#repository.pages(route, { ref: sha, filter: "latest" }, readListed, signal);
  }
  /** Ends all connections. */
  dispose() {
    return this.#repository.dispose();
  }
};
function stateOf(conclusion) {
  return conclusion === void 0 ? { status: "in_progress" } : { status: "completed", conclusion };
}
function outputOf(output) {
  if (output === void 0) return {};
  const { title, summary, annotations = [] } = output;
  const notes = annotations.length === 0 ? {} : { annotations: annotations.map(annotationOf) };
  return { output: { title, summary, ...notes } };
}
function annotationOf(annotation) {
  const { path, startLine, endLine, startColumn, endColumn, level, message, title } = annotation;
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...startColumn === void 0 ? {} : { start_column: startColumn },
    ...endColumn === void 0 ? {} : { end_column: endColumn },
    annotation_level: level,
    message,
    title
  };
}
function readCheck(value) {
  if (!isObject(value) || typeof value.id !== "number") return void 0;
  const { id, status, output } = value;
  const annotations = isObject(output) && typeof output.annotations_count === "number" ? output.annotations_count : 0;
  return { id, completed: status === "completed", annotations };
}
function readListed(value) {
  const found = readCheck(value);
  if (found === void 0 || !isObject(value) || typeof value.name !== "string") return void 0;
  const { name, external_id: mark, conclusion } = value;
  const text = (one) => typeof one === "string" ? one : "";
  return { ...found, name, mark: text(mark), conclusion: text(conclusion) };
}
export {
  Checks
};

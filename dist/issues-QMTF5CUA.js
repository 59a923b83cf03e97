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

// src/github/numbered-labels.ts
var color = "#ededed";
async function labelNumbers(repository, names, signal) {
  if (names.length === 0) return ok([]);
  const listed = await repository.pages("GET /repos/{owner}/{repo}/labels", {}, readLabel, signal);
  if (!listed.ok) return listed;
  const known = new Map(listed.value);
  const numbers = [];
  for (const name of names) {
    const number = known.get(name);
    const one2 = number === void 0 ? await make(repository, name, signal) : ok(number);
    if (!one2.ok) return one2;
    numbers.push(one2.value);
  }
  return ok(numbers);
}
async function make(repository, name, signal) {
  const route = "POST /repos/{owner}/{repo}/labels";
  const made = await repository.ask(route, { name, color }, { signal, once: true });
  if (!made.ok) return made;
  const label = readLabel(made.value.data);
  if (label !== void 0) return ok(label[1]);
  const said = `${repository.on.called} answered with something that is no label`;
  return err({ kind: "unreachable", said, unclear: true });
}
function readLabel(value) {
  return isObject(value) && typeof value.name === "string" && typeof value.id === "number" ? [value.name, value.id] : void 0;
}

// src/github/issues.ts
var list = "GET /repos/{owner}/{repo}/issues";
var one = "/repos/{owner}/{repo}/issues/{issue_number}";
var Issues = class {
  #repository;
  constructor(options) {
    this.#repository = new GitHubRepository(options);
  }
  login(signal) {
    return this.#repository.login(signal);
  }
  open(author, signal) {
    const order = { state: "open", sort: "created", direction: "asc" };
    return this.#listed(author, order, signal);
  }
  closed(author, among, signal) {
    const order = { state: "closed", sort: "updated", direction: "desc" };
    return this.#listed(author, order, signal, among);
  }
  async read(number, signal) {
    const answer = await this.#repository.ask(`GET ${one}`, { issue_number: number }, { signal });
    if (answer.ok) return ok(readIssue(answer.value.data));
    return answer.error.kind === "missing" ? ok(void 0) : answer;
  }
  async create({ title, body, labels, assignees }, signal) {
    const named = await this.#named(labels, signal);
    if (!named.ok) return named;
    const sent = { title, body, labels: named.value, ...assignees.length === 0 ? {} : { assignees } };
    return this.#write("POST /repos/{owner}/{repo}/issues", sent, signal);
  }
  async change(number, { stateReason, labels, ...change }, signal) {
    const atOnce = labels !== void 0 && !this.#repository.on.numbersLabels ? { labels } : {};
    const sent = { issue_number: number, ...change, ...atOnce, ...stateReason && { state_reason: stateReason } };
    const changed = await this.#write(`PATCH ${one}`, sent, signal);
    if (!changed.ok || labels === void 0 || "labels" in atOnce) return changed;
    const named = await this.#named(labels, signal);
    if (!named.ok) return named;
    const put = { issue_number: number, labels: named.value };
    const answer = await this.#repository.ask(`PUT ${one}/labels`, put, { signal });
    return answer.ok ? ok({ ...changed.value, labels }) : answer;
  }
  async comment(number, body, signal) {
    const answer = await this.#repository.ask(
      `POST ${one}/comments`,
      { issue_number: number, body },
      { signal, once: true }
    );
    return answer.ok ? ok(void 0) : answer;
  }
  /** Ends all connections. */
  dispose() {
    return this.#repository.dispose();
  }
  #listed(author, order, signal, among) {
    const own = (value) => {
      const issue = readIssue(value);
      return issue?.author === author ? issue : void 0;
    };
    const parameters = { ...this.#repository.on.issuesOf(author), ...order };
    return this.#repository.pages(list, parameters, own, signal, among);
  }
  /** Labels as the server wants them in an issue. */
  async #named(labels, signal) {
    return this.#repository.on.numbersLabels ? labelNumbers(this.#repository, labels, signal) : ok(labels);
  }
  async #write(route, parameters, signal) {
    const answer = await this.#repository.ask(route, parameters, { signal, once: true });
    return answer.ok ? issueIn(answer.value) : answer;
  }
};
function issueIn({ data }) {
  const issue = readIssue(data);
  if (issue) return ok(issue);
  return err({
    kind: "unreachable",
    said: "GitHub answered with something that is no issue",
    unclear: true
  });
}
function readIssue(value) {
  if (!isObject(value) || typeof value.number !== "number" || isObject(value.pull_request)) return void 0;
  const text = (one2) => typeof one2 === "string" ? one2 : "";
  const labels = Array.isArray(value.labels) ? value.labels : [];
  return {
    number: value.number,
    title: text(value.title),
    body: text(value.body),
    author: isObject(value.user) ? text(value.user.login) : "",
    state: value.state === "open" ? "open" : "closed",
    labels: labels.flatMap((label) => isObject(label) ? text(label.name) : text(label)).filter((name) => name !== "")
  };
}
export {
  Issues
};

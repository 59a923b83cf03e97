import { expect, test } from "vitest";
import { type Diagnostic, err, ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import { createIssue, type IssueOptions } from "../../../src/hooks/issue/issue.ts";
import { renderMarker } from "../../../src/hooks/issue/marker.ts";
import type { ApiTrouble } from "../../../src/ports/pull-requests.ts";
import { report } from "../samples.ts";
import { bodyOptions, knowledge, looked, night } from "./samples.ts";

/** A hook whose GitHub has no issue, and opens none; `create` says why. */
function hook(create: () => ApiTrouble, given: Partial<IssueOptions> = {}) {
  const told: Diagnostic[] = [];
  const nothing = async () => ok([]);
  const asked = { login: 0 };
  const tracker = async () => ({
    login: async () => {
      asked.login++;
      return ok("github-actions[bot]");
    },
    open: nothing,
    closed: nothing,
    read: async () => ok(undefined),
    create: async () => err(create()),
    change: async () => err(create()),
    comment: async () => err(create()),
  });
  const options: IssueOptions = {
    ...bodyOptions,
    does: "looks",
    tracker,
    labels: { drift: [], failure: [] },
    assignees: [],
    maxIssues: 10,
    whole: true,
    moment: () => bodyOptions.moment,
    about: () => knowledge(["a"]),
    isGone: () => false,
    cancelled: new AbortController().signal,
    warn: (diagnostic) => told.push(diagnostic),
    redact: (text) => text.replaceAll("hunter2-hunter2", "***"),
    sleep: async () => {},
    ...given,
  };
  return { finish: createIssue(options).finish, told, asked };
}

const contexts = ["prod", "test", "dev"].map((name) => ({ ...looked({ a: "missing" }), name }));
const lost: ApiTrouble = { kind: "unreachable", said: "http://127.0.0.1:9 can't be reached", unclear: true };

test("once there is no time left, the rest is told of in one warning", async () => {
  const bound = new AbortController();
  const { finish, told } = hook(() => {
    bound.abort();
    return lost;
  });
  await finish?.(report(contexts), bound.signal);
  expect(told.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'warning the issue for drift of the context "prod" was not kept up to date: it took too long',
    'warning issues were not kept for drift of "test", "dev": it took too long',
  ]);
});

test("an issue that was moved to another repository is not written where it is now", async () => {
  const made: string[] = [];
  const facts = renderMarker({
    project: "storefront",
    context: "prod",
    open: true,
    failure: null,
    since: night(1),
    tasks: new Map(),
    more: 0,
    digest: "",
  });
  const issue = {
    number: 1,
    title: "",
    body: facts,
    author: "github-actions[bot]",
    state: "open",
    labels: [],
  } as const;
  const { finish, told } = hook(() => lost, {
    tracker: async () => ({
      login: async () => ok(issue.author),
      open: async () => ok(made.length === 0 ? [issue] : [{ ...issue, number: 2 }]),
      closed: async () => ok([]),
      read: async () => ok({ ...issue, number: 77 }),
      create: async () => {
        made.push("created");
        return ok({ ...issue, number: 2 });
      },
      change: async (number) => {
        made.push(`changed ${number}`);
        return err(lost);
      },
      comment: async () => err(lost),
    }),
  });
  await finish?.(report([looked({ a: "missing" })]), new AbortController().signal);
  expect([made, told]).toEqual([["created"], []]);
});

test("a run that was cancelled, and one without a context, ask nothing", async () => {
  const { finish, told, asked } = hook(() => lost);
  const signal = new AbortController().signal;
  await finish?.(report(contexts, { result: "cancelled" }), signal);
  await finish?.(report([]), signal);
  expect([told, asked.login]).toEqual([[], 0]);
});

test("names in warnings hold no secret", async () => {
  const { finish, told } = hook(() => lost);
  await finish?.(report([{ ...looked({ a: "missing" }), name: "hunter2-hunter2" }]), new AbortController().signal);
  expect(told.map(({ message }) => message)).toEqual([
    `the issue for drift of the context "***" was not kept up to date: ${lost.said}`,
  ]);
});

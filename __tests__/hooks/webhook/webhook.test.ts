import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../../src/engine/model/report.ts";
import type { WebhookEvent, WebhookFormat } from "../../../src/engine/model/webhook.ts";
import { noticeOf } from "../../../src/hooks/webhook/notice.ts";
import { type Body, renderBody, renderJson } from "../../../src/hooks/webhook/render.ts";
import { renderSlack } from "../../../src/hooks/webhook/slack.ts";
import { renderTeams } from "../../../src/hooks/webhook/teams.ts";
import { createWebhooks, type Destination, type Within } from "../../../src/hooks/webhook/webhook.ts";
import { noticeText } from "../../../src/hooks/webhook/words.ts";
import { context, report, task } from "../samples.ts";
import { slackProblems, teamsProblems } from "./rules.ts";

const run = {
  id: "4711",
  attempt: 1,
  url: "https://github.com/octo/storefront/actions/runs/4711/attempts/1",
  repository: "octo/storefront",
  ref: "refs/heads/main",
  commit: "0123456789012345678901234567890123456789",
  actor: "mona",
};
const apply = { does: "apply", writes: true, run, at: "2026-11-30T03:17:00Z" };
const drift = { ...apply, does: "drift", writes: false };

const nasty =
  "</script> <!channel> *bold* `x` <https://evil.example|click> [a](https://evil.example) @everyone & \u202e\nnext";

const failed = report(
  [
    context(
      "prod",
      [
        task("one", { change: "create", status: "done" }),
        task("two", { change: "update", status: "tainted", error: { message: nasty } }),
      ],
      { failureReason: "task-failed" },
    ),
  ],
  { command: "apply", result: "failure", failureReason: "task-failed" },
);

/** A run of many contexts with many tasks, all of which failed with much to say. */
function huge(contexts: number, tasks: number, character = "<"): RunReport {
  const message = character.repeat(5_000);
  const all = Array.from({ length: tasks }, (_, index) =>
    task(`task-${index}-${"n".repeat(80)}`, { change: "create", status: "failed", error: { message } }),
  );
  const every = Array.from({ length: contexts }, (_, index) =>
    context(`context-${index}`, all, { failureReason: "task-failed" }),
  );
  return report(every, { command: "apply", result: "failure", failureReason: "task-failed" });
}

const sizes: readonly [number, number, string][] = [
  [0, 0, "x"],
  [1, 0, "x"],
  [1, 1, "<"],
  [1, 500, "<"],
  [3, 40, "ä"],
  [60, 0, "&"],
  [60, 200, "&"],
];

describe("a message", () => {
  it("for Slack is as Slack takes it, and others' texts mean nothing in it", () => {
    const message = renderSlack(noticeOf(failed, failed.contexts, apply));
    expect(slackProblems(message)).toEqual([]);
    expect(message).toEqual({
      text: "❌ storefront: apply failed in prod (1 done, 1 failed)",
      blocks: [
        { type: "header", text: { type: "plain_text", text: "❌ storefront: apply failed in prod", emoji: false } },
        {
          type: "section",
          text: {
            type: "mrkdwn",
            verbatim: true,
            text: [
              "*`prod`* 1 done, 1 failed",
              "• `two` `update failed, rollback failed too: tainted`: `&lt;/script&gt; &lt;!channel&gt; *bold* 'x' &lt;https://evil.example|click&gt; [a](https://evil.example) @everyone &amp; &lt;U+202E&gt; ⏎ next`",
              "• `one` `created`",
            ].join("\n"),
          },
        },
        {
          type: "context",
          elements: [
            {
              type: "mrkdwn",
              verbatim: true,
              text: `<${run.url}|The run>  \`octo/storefront\`  \`main\`  \`commit 0123456\`  \`by mona\`  \`2026-11-30T03:17:00Z\``,
            },
          ],
        },
      ],
    });
  });

  it("for Teams is a card in which others' texts stand as they are", () => {
    const message = renderTeams(noticeOf(failed, failed.contexts, apply));
    expect(teamsProblems(message)).toEqual([]);
    const text = JSON.stringify(message);
    expect(text).toContain('"style":"attention"');
    expect(text).toContain('{"type":"TextRun","text":"two","fontType":"Monospace"}');
    expect(text).toContain(`"actions":[{"type":"Action.OpenUrl","title":"Open the run","url":"${run.url}"}]`);
  });

  it.each(sizes)("of %i contexts with %i tasks is never too large", (contexts, tasks, character) => {
    const large = huge(contexts, tasks, character);
    const notice = noticeOf(large, large.contexts, apply);
    const [slack, teams, json] = [renderSlack(notice), renderTeams(notice), renderJson(notice)];
    expect([slackProblems(slack), teamsProblems(teams)]).toEqual([[], []]);
    expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThanOrEqual(256 * 1024);
    expect(noticeText(notice).length).toBeLessThanOrEqual(1_800);
    // Nothing is left out without a word.
    const missing = (text: string, one: string, number: number): boolean =>
      Array.from({ length: number }).every((_, index) => text.includes(`${one}-${index}`));
    for (const form of [slack, teams]) {
      const text = JSON.stringify(form);
      const whole = missing(text, "context", contexts) && (contexts === 0 || missing(text, "task", tasks));
      if (!whole) expect(text).toMatch(/… and \d+ more (?:task|context)|…/);
    }
    const told = json as { moreContexts: number; contexts: { tasks: unknown[]; moreTasks: number }[] };
    expect(told.contexts.length + told.moreContexts).toBe(contexts);
    for (const one of told.contexts) expect(one.tasks.length + one.moreTasks).toBe(tasks);
  });

  it("links to nothing that is no address", () => {
    const odd = { ...apply, run: { ...run, url: "https://x.example/|<!channel>" } };
    const notice = noticeOf(failed, failed.contexts, odd);
    expect(JSON.stringify([renderSlack(notice), renderTeams(notice)])).not.toContain("x.example");
  });

  it("tells of sealed contexts names alone", () => {
    const fields = [{ path: "/content", before: "a", after: "b", drifted: true }];
    const sealed = { state: { backend: "branch", sealed: true, lineage: null, serial: 1, revision: null } };
    const tasks = [
      task("one", { status: "observed", drift: "resource-changed", fields }),
      task("two", { status: "failed", error: { message: "what was said" } }),
    ];
    const whats = (given: object) =>
      noticeOf(report([]), [context("prod", tasks, given)], drift).contexts[0]?.tasks.map(({ what, error }) => [
        what,
        error,
      ]);
    expect(whats({})).toEqual([
      ["failed", "what was said"],
      ["was changed outside of opus: content", null],
    ]);
    expect(whats(sealed)).toEqual([
      ["failed", null],
      ["was changed outside of opus", null],
    ]);
  });

  it("says why a template can't be filled in", () => {
    const notice = noticeOf(failed, failed.contexts, apply);
    const form = { format: "template", template: { text: "${ENV:NOBODY}" }, templateType: "application/json" } as const;
    const nothing = () => ({ type: "missing", code: "unset-variable", message: "it is not set" }) as const;
    expect(renderBody(notice, form, nothing)).toBe("it is not set");
  });
});

interface Sent {
  readonly to: Destination;
  readonly body: Body;
  readonly within: Within;
}

/** What a run with this report sends. */
async function sent(
  whole: RunReport,
  {
    events = ["failure", "drift", "applied"] as readonly WebhookEvent[],
    format = "json" as WebhookFormat,
    destination = (_: string): Destination | string => ({
      url: "https://hooks.example/x",
      host: "hooks.example",
      headers: {},
      lookup: () => ({ type: "value", value: "" }) as const,
    }),
    cancelled = false,
    does = apply as { readonly does: string; readonly writes: boolean },
  } = {},
): Promise<{ readonly sent: readonly Sent[]; readonly warned: readonly Diagnostic[] }> {
  const all: Sent[] = [];
  const warned: Diagnostic[] = [];
  const location = { file: "opus.yaml", line: 7, column: 3 };
  const hook = createWebhooks({
    webhooks: [{ events, format, template: null, templateType: "application/json", location, destination }],
    does: () => does,
    run,
    now: () => apply.at,
    send: async (to, body, within) => {
      all.push({ to, body, within });
      return undefined;
    },
    cancelled: cancelled ? AbortSignal.abort("SIGTERM") : new AbortController().signal,
    warn: (one) => void warned.push(one),
    redact: (text) => text,
  });
  await hook.finish?.(whole, new AbortController().signal);
  return { sent: all, warned };
}

describe("the hook", () => {
  it("tells of a run that was cancelled in one quick try", async () => {
    const tasks = [
      task("one", { change: "create", status: "done" }),
      task("two", { change: "create", status: "cancelled" }),
    ];
    const stopped = report([context("prod", tasks, { failureReason: "cancelled" })], {
      command: "apply",
      result: "cancelled",
      failureReason: "cancelled",
    });
    const { sent: all } = await sent(stopped, { cancelled: true });
    expect(all.map(({ within }) => [within.ms, within.once])).toEqual([[4_000, true]]);
    const { title, events, contexts } = JSON.parse(all[0]?.body.text ?? "");
    expect([title, events]).toEqual(["storefront: apply was cancelled in prod", ["failure"]]);
    expect(contexts[0].tasks.map(({ what }: { what: string }) => what)).toEqual(["created", "create cancelled"]);
  });

  it("takes what somebody asked to fail for, as drift, for no failure", async () => {
    const drifted = (reason: "drift-detected" | null) =>
      report([context("prod", [task("one", { status: "observed", drift: "missing" })], { failureReason: reason })], {
        command: "drift",
        result: reason === null ? "success" : "failure",
        failureReason: reason,
      });
    for (const reason of ["drift-detected", null] as const) {
      const { sent: all } = await sent(drifted(reason), { does: drift });
      expect(all.map(({ body }) => JSON.parse(body.text).events)).toEqual([["drift"]]);
      expect((await sent(drifted(reason), { does: drift, events: ["failure", "applied"] })).sent).toEqual([]);
    }
  });

  it("tells of a context that failed and of drift in another one, each where it is wanted", async () => {
    const both = report(
      [
        context("prod", [task("one", { status: "observed", drift: "missing" })]),
        context("test", [], { failureReason: "state-unavailable" }),
      ],
      { command: "drift", result: "failure", failureReason: "state-unavailable" },
    );
    const titles = async (events: readonly WebhookEvent[]) =>
      (await sent(both, { does: drift, events })).sent.map(({ body }) => {
        const { title, contexts } = JSON.parse(body.text);
        return [title, contexts.map(({ name }: { name: string }) => name)];
      });
    expect(await titles(["failure", "drift"])).toEqual([["storefront: drift failed in test", ["prod", "test"]]]);
    expect(await titles(["drift"])).toEqual([["storefront: drift in prod", ["prod"]]]);
    expect(await titles(["failure"])).toEqual([["storefront: drift failed in test", ["test"]]]);
    expect(await titles(["applied"])).toEqual([]);
  });

  it("warns of contexts that have no address, and tells of the others", async () => {
    const done = report(
      ["a", "b", "c"].map((name) => context(name, [task("one", { change: "create", status: "done" })])),
    );
    const to = {
      url: "https://hooks.example/x",
      host: "hooks.example",
      headers: {},
      lookup: () => ({ type: "value", value: "" }) as const,
    };
    const { sent: all, warned } = await sent(done, { destination: (name) => (name === "b" ? to : "nobody knows it") });
    expect(all.map(({ body }) => JSON.parse(body.text).title)).toEqual(["storefront: plan done in b"]);
    expect(warned.map(({ message, location }) => [message, location?.line])).toEqual([
      ['no message was sent by this webhook for "a" and "c": nobody knows it', 7],
    ]);
  });
});

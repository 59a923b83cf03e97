import { expect, test } from "vitest";
import type { WriteOptions } from "../../../../src/engine/ports/state-store.ts";
import {
  lockMessage,
  parseMessage,
  stateMessage,
  unlockMessage,
  withoutSecrets,
} from "../../../../src/state/backends/branch/commit-message.ts";
import { folderName } from "../../../../src/state/backends/file/state-folder.ts";
import { holder, intent, run, snapshot, writeOptions } from "../../fixtures.ts";

const folder = "storefront/prod";

function subject(pending: number, options: Partial<WriteOptions>): string {
  const intents = Array.from({ length: pending }, (_, index) => intent(`task-${index}`));
  const next = snapshot(42, { body: { ...snapshot(42).body, pending: intents } });
  return stateMessage(folder, next, { ...writeOptions(), ...options }).split("\n")[0] ?? "";
}

test("subjects read as a history of the environment", () => {
  expect(subject(40, {})).toBe("storefront/prod: apply begins, 40 tasks to change [skip ci]");
  expect(subject(1, {})).toBe("storefront/prod: apply begins, 1 task to change [skip ci]");
  expect(subject(28, { changes: { create: 10, update: 2, noop: 5 } })).toBe(
    "storefront/prod: apply, 12 of 40 done [skip ci]",
  );
  expect(subject(0, { runEnded: true, changes: { create: 3, update: 1, noop: 9 } })).toBe(
    "storefront/prod: apply created 3, updated 1 [skip ci]",
  );
  expect(subject(2, { runEnded: true, changes: { delete: 1, replace: 1, adopt: 2, forget: 1 } })).toBe(
    "storefront/prod: apply replaced 1, deleted 1, adopted 2, forgot 1, 2 unfinished [skip ci]",
  );
  expect(subject(0, { runEnded: true })).toBe("storefront/prod: apply changed no task [skip ci]");
  expect(subject(0, { command: "forget", changes: { forget: 1 } })).toBe(
    "storefront/prod: forget, forgot 1 so far [skip ci]",
  );
  const move = { command: "state mv", changes: { forget: 1, adopt: 1, update: 2 } };
  expect(subject(0, { ...move, runEnded: true })).toBe("storefront/prod: state mv renamed 1, updated 2 [skip ci]");
  expect(subject(0, { ...move, changes: { forget: 1 } })).toBe("storefront/prod: state mv [skip ci]");
  expect(subject(0, { command: "state push" })).toBe("storefront/prod: state push [skip ci]");
});

test("a message has the run's link and what the store reads back", () => {
  const options = { ...writeOptions(true), changes: { create: 3 } };
  const message = stateMessage(folder, snapshot(42), options);
  expect(message.replace(/[0-9a-f-]{36}/, "(id)")).toBe(
    `storefront/prod: apply created 3 [skip ci]

Run: https://ci.example/run-1

Opus-State: storefront/prod
Opus-Serial: 42
Opus-Run-Ended: true
Opus-Run: run-1/1
Opus-Id: (id)
`,
  );
  expect(parseMessage(message)).toEqual({ folder, serial: 42, runEnded: true, what: "apply created 3", url: run.url });
  expect(stateMessage(folder, snapshot(42), options)).not.toBe(message);
});

test("locks are told as well, and hold no state", () => {
  const taken = lockMessage(folder, holder("a"), undefined);
  expect(taken).toMatch(/^storefront\/prod: locked for apply \[skip ci\]\n\nRun: https:\/\/ci.example\/run-1\n/);
  expect(parseMessage(taken)).toMatchObject({ serial: undefined, runEnded: false });
  expect(unlockMessage(folder, holder("a"), true)).toMatch(/^storefront\/prod: lock a of apply released by hand \[/);
  const nobody = { ...holder("a"), run: { id: "", attempt: 0, sha: "", url: "" } };
  expect(unlockMessage(folder, nobody, false).replace(/[0-9a-f-]{36}/, "(id)")).toBe(
    "storefront/prod: unlocked after apply [skip ci]\n\nOpus-State: storefront/prod\nOpus-Id: (id)\n",
  );
});

test("names that come from outside end no line and forge no trailer", () => {
  const evil = "apply\nOpus-State: other/prod\r\n\u2028Opus-Serial: 1\u0000";
  const outside = { id: evil, attempt: 1, sha: "", url: `https://x/${evil}` };
  const project = folderName("a/b\nOpus-Serial: 9");
  const message = stateMessage(`${project}/prod`, snapshot(42), { ...writeOptions(), command: evil, run: outside });
  expect(parseMessage(message)).toMatchObject({ folder: `${project}/prod`, serial: 42, runEnded: false });
  expect(message.split(/[\r\n\u2028]/)).toHaveLength(9);
  expect(parseMessage(lockMessage(folder, { ...holder("a"), command: evil, run: outside }, evil))).toMatchObject({
    folder,
    serial: undefined,
  });
  expect(stateMessage(folder, snapshot(42), { ...writeOptions(), command: "x".repeat(5_000) }).length).toBeLessThan(
    500,
  );
});

test("a commit by hand is none of the store's", () => {
  expect(parseMessage("Mend it by hand\n")).toBeUndefined();
});

test("words for people hold no secret, and what programs read stays as it is", () => {
  const secret = /storefront|apply|actions|Run|ci|Opus/g;
  const message = stateMessage(folder, snapshot(42), { ...writeOptions(true), changes: { create: 3 } });
  const shown = withoutSecrets(message, (words) => words.replaceAll(secret, "***"));
  const [subject, , link] = shown.split("\n");
  expect(subject).toBe("***/prod: *** created 3 [skip ci]");
  expect(link).toMatch(/^Run: https:.*\*\*\*/);
  const { url: _, what, ...facts } = parseMessage(message) ?? expect.unreachable();
  expect(parseMessage(shown)).toMatchObject({ ...facts, what: what.replace("apply", "***") });
});

import { expect, test } from "vitest";
import { createContextList } from "../../src/cli/print-contexts.ts";
import { context, report } from "../hooks/samples.ts";

const signal = AbortSignal.timeout(1000);

test("the contexts are one line of JSON, when they are known", async () => {
  const written: string[] = [];
  const hook = createContextList((text) => written.push(text));
  expect(hook.commands).toEqual(["contexts"]);
  await hook.finish?.(report([context("test", []), context("prod", [])], { command: "contexts" }), signal);
  await hook.finish?.(report([], { command: "contexts", result: "failure", failureReason: "no-context" }), signal);
  expect(written).toEqual(['["test","prod"]\n']);
});

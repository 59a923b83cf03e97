import fc from "fast-check";
import { expect, it } from "vitest";
import type { ContextReport } from "../../src/engine/model/report.ts";
import { storeDeadline, times } from "../faults/scale.ts";
import { files, manifest, schedule, script, secret } from "./changed.manifest.ts";
import { QuickRig } from "./quick-rig.ts";

/** What somebody may do between two commits, or to what is really there: some of it changes what is wanted, some does not. */
const edits: { readonly [what: string]: (rig: QuickRig, text: string) => string } = {
  "a value of prod": (_, text) => text.replace('prod: "of prod"', 'prod: "changed"'),
  "a default that nobody takes": (_, text) => text.replace('default: "none"', 'default: "other"'),
  "a comment": (_, text) => `# a comment\n${text}`,
  "the order of fields": (_, text) =>
    text.replace(
      '{path: "copy-${OPUS:context}.txt", source: source.txt}',
      '{source: source.txt, path: "copy-${OPUS:context}.txt"}',
    ),
  "a source": (rig, text) => after(rig.write("source.txt", "changed"), text),
  "an input of a script": (rig, text) => after(rig.write("inputs/two.txt", "two"), text),
  "a script": (_, text) => text.replace("echo made", "echo changed"),
  "a lifecycle": (_, text) => text.replace("{name: stage}", "{name: stage, lifecycle: {onRemove: forget}}"),
  "a dependency": (_, text) => text.replace("[{tasks: [stage]}]", "[]"),
  "a scope": (_, text) => text.replace("{name: copy,", "{name: copy, processingScope: [{contexts: [test]}],"),
  "a name": (_, text) => text.replace("{name: script}", "{name: program, formerNames: [script]}"),
  "a task that is gone": (_, text) => text.replace(script, ""),
  "another task": (_, text) => `${text}${script.replaceAll("script", "second")}`,
  "the variable of a secret": (_, text) => text.replace("env: DEMO_TOKEN", "env: OTHER_TOKEN"),
  "what is there": (rig, text) => after(rig.remove("stage-test.txt"), text),
};

/** The text, once something was done beside it. */
function after(_done: unknown, text: string): string {
  return text;
}

function hasNothing({ counts, tasks, failureReason }: ContextReport): boolean {
  const { noop, gate, ...others } = counts;
  const isStill = tasks.every(({ change, metadata = [] }) => change === "noop" && metadata.length === 0);
  return failureReason === null && isStill && Object.values(others).every((count) => count === 0) && noop + gate > 0;
}

it("what `contexts` with `changed` leaves out has nothing to do in a plan that does not look either", {
  timeout: storeDeadline,
}, async () => {
  using rig = new QuickRig(files);
  for (const context of ["test", "prod"])
    expect((await rig.step({ command: "apply", context }, { env: secret })).exitCode).toBe(0);
  const told = { leftOut: 0, listed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.subarray(Object.keys(edits), { maxLength: 2 }), async (some) => {
      for (const [path, text] of Object.entries(files)) rig.write(path, text);
      rig.remove("inputs/two.txt");
      rig.write(
        "opus.yaml",
        some.reduce((text, one) => edits[one]?.(rig, text) ?? text, manifest),
      );
      const listing = await rig.step({ command: "contexts", changed: "true" }, { event: schedule });
      const listed: readonly string[] = JSON.parse(listing.outputs.contexts ?? "");
      const env = { ...secret, OTHER_TOKEN: secret.DEMO_TOKEN };
      const plan = await rig.step({ command: "plan", refresh: "none" }, { event: schedule, env });
      const contexts: readonly ContextReport[] = plan.report.contexts;
      expect(contexts.map(({ name }) => name)).toEqual(["test", "prod"]);
      for (const context of contexts) {
        const isListed = listed.includes(context.name);
        told[isListed ? "listed" : "leftOut"]++;
        if (!isListed) expect([some, context.name, hasNothing(context)]).toEqual([some, context.name, true]);
      }
    }),
    { numRuns: times(300, 15) },
  );
  expect(told.leftOut).toBeGreaterThan(3);
  expect(told.listed).toBeGreaterThan(3);
});

import { describe, expect, it } from "vitest";
import type { TaskProcessor } from "../../src/engine/ports.ts";
import { vouchedFor } from "../../src/engine/vouching.ts";
import { Stage, thing } from "./stage.ts";

const doubt = "plain state in a place that everybody can write";
const unseen = `what would run to look at it stands only in ${doubt}`;
/** Specs of a kind of a module reach the repository's code. */
const module: Partial<TaskProcessor> = { module: "kinds/thing.mjs" };

function stage(more: Partial<TaskProcessor>) {
  const staged = new Stage();
  staged.recordedAs("gone");
  staged.recordedAs("kept");
  const seen: unknown[] = [];
  const processor = staged.world.processor(more);
  const observe: TaskProcessor["observe"] = (spec, io) => {
    seen.push(spec.path);
    return processor.observe(spec, io);
  };
  const options = { doubt, kinds: [{ ...processor, observe }] };
  return { staged, seen, options, plan: () => staged.plan([thing("kept", "old")], options) };
}

describe("an entry of a kind of a module, in state that may be anybody's", () => {
  it("is not looked at when the manifest has no task for it, and its deletion is guarded", async () => {
    const { seen, plan } = stage(module);
    const planned = await plan();
    expect(seen).toEqual(["kept"]);
    const gone = planned.plan.tasks.find(({ name }) => name === "gone");
    expect(gone?.decision).toMatchObject({ change: "delete", reason: `left the manifest; not looked at: ${unseen}` });
    expect(planned.plan.guards.map(({ code, message }) => [code, message])).toEqual([
      [
        "unreviewed-script",
        `the plan would run what stands only in ${doubt}, and not in the manifest: "gone" (read, delete, rollback)`,
      ],
    ]);
  });

  it("fails when it is to be deleted all the same, unless somebody agreed to the plan", async () => {
    const refused = stage(module);
    const tasks = [thing("kept", "old")];
    const first = await refused.staged.run(tasks, refused.options);
    expect(first.reports.find(({ name }) => name === "gone")).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("the manifest does not have, and the state may be anybody's") },
    });
    expect(refused.staged.world.things.has("gone")).toBe(true);
    const agreed = stage(module);
    const between = (plan: object): void => void Object.assign(plan, vouchedFor(plan as never));
    const second = await agreed.staged.run(tasks, { ...agreed.options, between });
    expect(second.reports.find(({ name }) => name === "gone")?.status).toBe("done");
    expect(agreed.staged.world.things.has("gone")).toBe(false);
  });

  it("is like any other where the kind is built in and runs nothing", async () => {
    const { plan, seen } = stage({});
    expect((await plan()).plan.guards).toEqual([]);
    expect(seen).toEqual(["kept", "gone"]);
  });
});

import { describe, expect, it } from "vitest";
import { vouchedFor } from "../../../../src/engine/plan/guards/vouching.ts";
import type { TaskProcessor } from "../../../../src/engine/ports/processor.ts";
import { Stage, type StageOptions, thing } from "../../stage.ts";

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

  it("is not handed to `predict`, neither to be hidden nor for others", async () => {
    const predicted: unknown[] = [];
    const more: Partial<TaskProcessor> = {
      ...module,
      known: {
        predict: (spec) => {
          predicted.push(spec.path);
          return [{ name: "KEY", value: `key of ${String(spec.path)}`, sensitive: true }];
        },
      },
    };
    const { staged, options } = stage(more);
    for (const name of ["gone", "kept"])
      staged.recordedAs(name, { sensitiveOutputs: ["KEY"], spec: { path: name, content: "${SECRET:token}" } });
    const all = { ...options, environment: { TOKEN: "t0ken" } };
    const tasks = [thing("kept", "old")];
    const remade = (doubted: object) => {
      const references = staged.references({ ...all, ...doubted, kinds: options.kinds }, tasks);
      const { tasks: entries } = staged.recorder;
      return [
        references.secrets(entries).map(({ task }) => task),
        ...["gone", "kept"].map((name) => references.output(name, "KEY", entries).type),
      ];
    };
    expect(remade({})).toEqual([["kept"], "missing", "sensitive"]);
    await staged.plan(tasks, all);
    expect(predicted).not.toContain("gone");
    expect(remade({ doubt: undefined })).toEqual([["gone", "kept"], "sensitive", "sensitive"]);
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

describe("a secret of a recorded spec, in state that may be anybody's", () => {
  const spec = { path: "gone", content: "${SECRET:token}", more: "${SECRET:zz}" };
  const plan = async (secrets: { readonly [name: string]: string }, options: StageOptions) => {
    const { staged, options: kinds } = stage({ known: { addressFields: ["path", "content", "more"] } });
    staged.recordedAs("gone", { spec, secrets });
    const environment = { TOKEN: "t0ken", OTHER: "0ther" };
    const planned = await staged.plan([thing("kept", "old")], { kinds: kinds.kinds, environment, ...options });
    const gone = planned.plan.tasks.find(({ name }) => name === "gone");
    return { filled: gone?.recorded?.value, error: gone?.decision.error, digest: planned.plan.digest };
  };

  it("that the manifest does not declare is never filled in, whatever variable state names", async () => {
    for (const secrets of [{}, { zz: "TOKEN" }, { zz: "OTHER" }, { zz: "GITHUB_TOKEN" }]) {
      const { filled, error } = await plan(secrets, { doubt });
      expect(filled).toBeUndefined();
      expect(error?.message).toBe(
        'its recorded spec needs a value at /more that is not known any more: the manifest declares no secret "zz", and the state may be anybody\'s; declare it until what uses it is gone',
      );
    }
    expect((await plan({ zz: "OTHER" }, {})).filled).toEqual({ path: "gone", content: "t0ken", more: "0ther" });
  });

  it("comes from another variable only in another plan", async () => {
    const digests = await Promise.all(["TOKEN", "OTHER", "TOKEN"].map(async (zz) => (await plan({ zz }, {})).digest));
    expect(digests[0]).toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[1]);
  });
});

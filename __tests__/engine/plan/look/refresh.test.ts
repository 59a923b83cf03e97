import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../src/engine/json/json.ts";
import { equalJson } from "../../../../src/engine/json/json-diff.ts";
import type { Observation } from "../../../../src/engine/model/observation.ts";
import type { TaskState } from "../../../../src/engine/model/state-body.ts";
import { absent, entry, plain, present, task, unobservable } from "../../samples.ts";
import { Stage } from "../../stage.ts";

describe("facts that are compared with recorded ones", () => {
  const looks: string[] = [];
  let found: Observation = absent;
  const kind = plain({
    compare: {
      factFields: ["read"],
      recordOnly: () => ["/read", "/delete"],
      differs: (facts, _, observed) => (equalJson(facts, observed ?? {}) ? [] : [{ path: "/observed" }]),
    },

    observe: async (spec) => {
      looks.push(String(spec.read));
      return spec.read === "old" ? present({ old: 1 }) : spec.read === undefined ? unobservable : found;
    },
  });

  async function refreshed(before: TaskState, spec: JsonObject, options: Parameters<Stage["run"]>[1] = {}) {
    const stage = new Stage();
    stage.redactor.add("s3cr3t");
    stage.recorder.tasks.set("a", before);
    looks.length = 0;
    const { reports } = await stage.run([task("a", { spec })], { ...options, kinds: [kind] });
    expect(reports).toMatchObject([{ status: "done", change: "noop" }]);
    const [result] = stage.recorder.results;
    return { looks: [...looks], recorded: result, entry: stage.recorder.tasks.get("a") };
  }
  const old = entry({ spec: { read: "old" }, observed: { old: 1 } });

  it("are recorded anew with what finds them, redacted", async () => {
    found = present({ new: "is s3cr3t" });
    const after = await refreshed(old, { read: "new" });
    expect(after.looks).toEqual(["old", "new"]);
    expect(after.recorded).toMatchObject({ task: "a", undo: null });
    expect(after.entry).toEqual({ ...old, spec: { read: "new" }, observed: { new: "is ***" } });
    expect((await refreshed(entry({ spec: {} }), { read: "new" })).entry?.observed).toEqual({ new: "is ***" });
  });

  it.each([
    ["nothing is found", absent],
    ["looking fails", { state: "failed", error: { message: "401" } }],
  ] as const)("are recorded as unknown when %s", async (_, observation) => {
    found = observation;
    const after = await refreshed(old, { read: "new" });
    expect(after.entry).toEqual({ ...entry({ spec: { read: "new" } }) });
  });

  it("are recorded as unknown when there is no looking any more", async () => {
    expect((await refreshed(old, {})).entry).toEqual(entry({ spec: {} }));
  });

  it("stay when something else is only recorded, looked at or not", async () => {
    for (const refresh of ["all", "none"] as const) {
      const after = await refreshed(old, { read: "old", delete: "x" }, { refresh });
      expect(after.looks).toEqual(refresh === "all" ? ["old"] : []);
      expect(after.entry).toEqual({ ...old, spec: { read: "old", delete: "x" } });
    }
  });

  it("are recorded when they were unknown, and then left alone", async () => {
    const unknown = entry({ spec: { read: "old" } });
    expect((await refreshed(unknown, { read: "old" })).entry).toEqual(old);
    expect((await refreshed(old, { read: "old" })).recorded).toBeUndefined();
  });

  it("are not recorded when the run is cancelled meanwhile", async () => {
    const stage = new Stage();
    stage.recorder.tasks.set("a", old);
    const cancelling = {
      ...kind,
      observe: async (spec: JsonObject) => {
        if (spec.read === "old") return present({ old: 1 });
        stage.controller.abort("SIGINT");
        throw new Error("stopped");
      },
    };
    const { reports } = await stage.run([task("a", { spec: { read: "new" } })], { kinds: [cancelling] });
    expect(reports).toMatchObject([{ change: "noop" }]);
    expect(stage.recorder.tasks.get("a")).toEqual(old);
  });
});

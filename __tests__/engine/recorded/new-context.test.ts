import { describe, expect, it } from "vitest";
import { withNewContext } from "../../../src/engine/recorded/new-context.ts";
import { entry, intent } from "../../state/fixtures.ts";

const scope = [{ commands: ["apply"], contexts: ["prod", "pr-*"] }, { contexts: ["test"] }];
const body = {
  tasks: {
    a: entry("a", {
      scope,
      lifecycle: { preventDestroy: ["prod", "stage"] },
      outputs: { URL: "u", ":prod:URL": "v", "apply:prod:ID": "w", ":test:URL": "x" },
      sensitiveOutputs: [":prod:KEY"],
    }),
    b: entry("b", { scope: [], lifecycle: { preventDestroy: true } }),
  },
  undo: [{ task: "a", change: "update", before: entry("a") }] as const,
  pending: [intent("c")],
};

describe("what is recorded of a context that has another name now", () => {
  it("names it as it is called today, in scopes, protections and bound outputs", () => {
    const { tasks, undo, pending } = withNewContext(body, "prod", "live");
    expect(tasks.a).toMatchObject({
      scope: [{ commands: ["apply"], contexts: ["live", "pr-*"] }, { contexts: ["test"] }],
      lifecycle: { preventDestroy: ["live", "stage"] },
      outputs: { URL: "u", ":live:URL": "v", "apply:live:ID": "w", ":test:URL": "x" },
      sensitiveOutputs: [":live:KEY"],
    });
    expect(tasks.b).toBe(body.tasks.b);
    expect(undo[0]?.before?.scope).toEqual([{ commands: ["apply"], contexts: ["live"] }]);
    expect(pending[0]?.lifecycle).toEqual({ preventDestroy: ["live"] });
  });

  it("is the same object when nothing names it, so that the serial stays", () => {
    expect(withNewContext(body, "stage-2", "live")).toBe(body);
    expect(withNewContext(body, "prod", "prod")).toBe(body);
  });
});

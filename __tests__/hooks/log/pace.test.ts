import { expect, it } from "vitest";
import type { Change } from "../../../src/engine/model/change.ts";
import { Pace } from "../../../src/hooks/log/pace.ts";
import { task } from "../samples.ts";

const of = (index: number, kind: string, change: Change) => task(`${kind}-${index}`, { kind, change });

function paced(pace: Pace, more: { requests?: number; waiting?: number; perSecond?: number } = {}): string[] {
  const told: string[] = [];
  const event = { type: "paced", context: "test", task: "HttpResource-0", host: "api.example", perSecond: 10 } as const;
  pace.paced({ ...event, requests: 1, waiting: 1, ...more }, (text) => void told.push(text));
  return told;
}

it("reckons by the tasks of the kind that will still do something, and tells once", () => {
  const pace = new Pace();
  pace.planned([
    ...Array.from({ length: 500 }, (_, index) => of(index, "HttpResource", "create")),
    ...Array.from({ length: 500 }, (_, index) => of(500 + index, "HttpResource", "noop")),
    ...Array.from({ length: 500 }, (_, index) => of(index, "File", "create")),
  ]);
  expect(pace.with("[0/1500]")).toBe("[0/1500]");
  expect(paced(pace)).toEqual(["Requests wait for their turn: 10 requests a second to api.example: about 50 s"]);
  for (let index = 0; index < 100; index++) {
    pace.started(`HttpResource-${index}`);
    pace.finished(of(index, "HttpResource", "create"));
    pace.finished(of(index, "File", "create"));
  }
  // Two for each of them.
  expect(paced(pace, { requests: 200 })).toEqual([]);
  expect(pace.with("[100/1500]")).toBe("[100/1500] · 10 requests a second to api.example: about 80 s");
});

it("reckons by what is to be looked at while nothing is planned, and begins anew with the plan", () => {
  const pace = new Pace();
  pace.observing(10, 1_010);
  expect(paced(pace)).toEqual(["Requests wait for their turn: 10 requests a second to api.example: about 100 s"]);
  expect(pace.with("Looking")).toContain("about 100 s");
  pace.observing(1_010, 1_010);
  expect(pace.with("Looking")).toBe("Looking");
  pace.planned([of(0, "HttpResource", "create")]);
  expect(paced(pace)).toEqual([]);
});

it("is silent where nobody waits for long, and takes what one task asks at once into account", () => {
  const pace = new Pace();
  pace.planned([of(0, "HttpResource", "create")]);
  expect(paced(pace, { waiting: 49 })).toEqual([]);
  expect(paced(pace, { waiting: 80 })).toEqual([
    "Requests wait for their turn: 10 requests a second to api.example: about 8 s",
  ]);
});

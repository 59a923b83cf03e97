import { describe, expect, it } from "vitest";
import { examples, ownWorkflows, type Source } from "./sources.ts";
import { zizmor, zizmorFindings } from "./zizmor.ts";

if (zizmor === undefined) console.warn("SKIPPED: the examples are not held against zizmor, which is not installed");

describe.skipIf(zizmor === undefined)("zizmor", () => {
  const findings = (sources: readonly Source[]) => zizmorFindings(zizmor ?? "", sources);

  it("finds nothing in the examples", () => {
    expect(findings(examples)).toEqual([]);
  });

  it("finds nothing in our own workflows", () => {
    expect(findings(ownWorkflows)).toEqual([]);
  });

  it("would find what is wrong", () => {
    const text =
      "name: a\non: { workflow_run: { workflows: [b] } }\npermissions: {}\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n";
    expect(findings([{ name: "wrong.yml", text }]).map((finding) => finding.split(": ")[1])).toEqual(
      expect.arrayContaining(["unpinned-uses", "dangerous-triggers", "anonymous-definition"]),
    );
  });
});

it("whatever it is told to pass over, says why", () => {
  const ignored = [...examples, ...ownWorkflows].flatMap(({ name, text }) =>
    text.split("\n").flatMap((line) => (line.includes("zizmor:") ? [`${name}: ${line.trim()}`] : [])),
  );
  expect(ignored.length).toBeGreaterThan(0);
  expect(ignored.filter((line) => !/# zizmor: ignore\[[a-z-]+\] \w+( \S+){3,}$/.test(line))).toEqual([]);
});

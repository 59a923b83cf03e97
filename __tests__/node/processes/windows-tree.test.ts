import { describe, expect, it } from "vitest";
import { parseProcessTable, treeOf } from "../../../src/node/processes/windows-tree.ts";

describe("parseProcessTable", () => {
  it("reads what wmic prints, in two bytes for each sign too", () => {
    const text =
      "\ufeffParentProcessId  ProcessId  \r\r\n0                4          \r\r\n4                88         \r\r\n\r\r\n";
    const table = [
      { parent: 0, pid: 4 },
      { parent: 4, pid: 88 },
    ];
    expect(parseProcessTable(text)).toEqual(table);
    expect(parseProcessTable(Buffer.from(text, "utf16le").toString("latin1"))).toEqual(table);
  });

  it("reads when a process was started, in the time zone that stands there", () => {
    const startedAt = Date.UTC(2026, 10, 30, 6, 20, 33);
    const wmic =
      "CreationDate               ParentProcessId  ProcessId\r\n20261130072033.123456+060  4                88\r\n";
    expect(parseProcessTable(wmic)).toEqual([{ parent: 4, pid: 88, startedAt }]);
    expect(parseProcessTable(`${startedAt} 4 88\r\n`)).toEqual([{ parent: 4, pid: 88, startedAt }]);
  });

  it("finds nothing in what is no table", () => {
    expect(parseProcessTable("Node - HOST\r\nERROR:\r\nDescription = Invalid query 12 of 13 14 15\r\n")).toEqual([]);
  });
});

describe("treeOf", () => {
  const known = new Set([10]);

  it("finds all that a process has started, also where it is gone itself", () => {
    const table = [
      { parent: 1, pid: 5 },
      { parent: 10, pid: 11 },
      { parent: 11, pid: 12 },
      { parent: 5, pid: 13 },
    ];
    expect(treeOf(table, known, 0)).toEqual([11, 12]);
    expect(treeOf([{ parent: 1, pid: 10 }, ...table], known, 0)).toEqual([10, 11, 12]);
  });

  it("leaves alone what was started before, by another process with that number", () => {
    const table = [
      { parent: 10, pid: 11, startedAt: 900 },
      { parent: 10, pid: 12, startedAt: 1_100 },
      { parent: 11, pid: 13, startedAt: 1_200 },
    ];
    expect(treeOf(table, known, 1_000)).toEqual([12]);
  });

  it("does not follow circles for ever, and never finds this process", () => {
    const table = [
      { parent: 11, pid: 10 },
      { parent: 10, pid: 11 },
      { parent: 11, pid: process.pid },
    ];
    expect(treeOf(table, known, 0)).toEqual([10, 11]);
  });
});

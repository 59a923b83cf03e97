import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { outliveTerminal } from "../../src/node/closed-terminal.ts";

/** Which files are closed at the end, of a process that began with these terminals and has these left. */
function closed(before: readonly number[], after: readonly number[]): readonly number[] {
  const process = new EventEmitter() as EventEmitter & Pick<NodeJS.Process, "on">;
  let terminals = before;
  const files: number[] = [];
  outliveTerminal(process, { isatty: (file) => terminals.includes(file), closeSync: (file) => files.push(file) });
  terminals = after;
  process.emit("exit", 0);
  return files;
}

it("closes at the end what was a terminal and is none any more, and nothing else", () => {
  expect(closed([0, 1, 2], [])).toEqual([0, 1, 2]);
  expect(closed([0, 2], [0])).toEqual([2]);
  expect(closed([0, 1, 2], [0, 1, 2])).toEqual([]);
  expect(closed([], [])).toEqual([]);
});

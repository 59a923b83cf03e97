import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { standardStream } from "../../src/node/standard-stream.ts";

class FakeStream extends EventEmitter {
  readonly written: string[] = [];
  columns: number | undefined;
  isTTY: boolean | undefined;
  full = false;

  write(text: string): boolean {
    if (this.full) throw new Error("ENOSPC");
    this.written.push(text);
    return true;
  }
}

function make() {
  const stream = new FakeStream();
  return { stream, printed: standardStream(stream as FakeStream & { isTTY: boolean; columns: number }) };
}

describe("standardStream", () => {
  it("hands on what is written, and what the terminal is right now", () => {
    const { stream, printed } = make();
    printed.write("a");
    expect(stream.written).toEqual(["a"]);
    expect([printed.isTTY, printed.columns]).toEqual([false, undefined]);
    stream.isTTY = true;
    stream.columns = 80;
    expect([printed.isTTY, printed.columns]).toEqual([true, 80]);
  });

  it("falls silent after an error, and takes every further one", () => {
    const { stream, printed } = make();
    for (let time = 0; time < 2; time++) expect(() => stream.emit("error", new Error("EPIPE"))).not.toThrow();
    printed.write("a");
    expect(stream.written).toEqual([]);
  });

  it("falls silent when a write throws", () => {
    const { stream, printed } = make();
    stream.full = true;
    expect(() => printed.write("a")).not.toThrow();
    stream.full = false;
    printed.write("b");
    expect(stream.written).toEqual([]);
  });
});

import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { harmlessText } from "../../src/action/harmless.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { printableText } from "../../src/engine/text/printable.ts";
import { guardOutput, guardWarnings } from "../../src/node/output-guard.ts";

/** A standard stream that keeps what arrives at its end. */
class Sink extends EventEmitter {
  readonly columns = 100;
  writableNeedDrain = false;
  readonly written: (string | Uint8Array)[] = [];

  fails = false;

  write = (chunk: string | Uint8Array): boolean => {
    if (this.fails) throw new Error("broken");
    this.written.push(chunk);
    return true;
  };
  end = (): void => {
    throw new Error("ended");
  };
}

describe("what opus prints", () => {
  it("is written together, in order with what others print there", async () => {
    const { stream, own, text } = guarded();
    own.write("one\n");
    own.write("two\n");
    expect(text()).toBe("");
    stream.write("theirs\n");
    expect(stream.written).toEqual(["one\ntwo\n", "theirs\n"]);
    own.write("three\n");
    await Promise.resolve();
    expect(text()).toBe("one\ntwo\ntheirs\nthree\n");
  });

  it("comes before what is printed later on the other stream", () => {
    const one = guarded();
    const other = guarded();
    one.own.write("first\n");
    other.own.write("second\n");
    expect(one.text()).toBe("first\n");
    other.exit();
    expect(other.text()).toBe("second\n");
  });

  it("does not grow without end", () => {
    const { own, stream } = guarded();
    for (let line = 0; line < 3_000; line++) own.write(`${"x".repeat(99)}\n`);
    expect(stream.written.length).toBeGreaterThan(3);
  });

  it("is written before bytes, and before who waits for the end of a write", () => {
    const { own, stream } = guarded();
    own.write("log\n");
    own.write(Buffer.from("data"));
    own.write("more\n");
    own.write("last\n", () => {});
    expect(stream.written.map(String)).toEqual(["log\n", "data", "more\n", "last\n"]);
  });

  it("does not wait for anything once the process is about to end", () => {
    const { own, text, exit } = guarded();
    own.write("waits\n");
    exit();
    expect(text()).toBe("waits\n");
    own.write("a trace that was held\n");
    expect(text()).toBe("waits\na trace that was held\n");
  });

  it("tells of a stream that can't be written with the next text", async () => {
    const { own, stream } = guarded();
    stream.fails = true;
    own.write("lost\n");
    await Promise.resolve();
    expect(() => own.write("next\n")).toThrow("broken");
  });
});

function guarded(shown = (text: string): string => text) {
  const redactor = createRedactor();
  redactor.add("s3cr3t-ü");
  const stream = new Sink();
  const exits: (() => void)[] = [];
  const own = guardOutput(stream, { redaction: redactor, shown, onExit: (flush) => exits.push(flush) });
  return { stream, own, text: () => stream.written.join(""), exit: () => exits.pop()?.() };
}

describe("what others in the process print", () => {
  it("goes on in whole lines, without secrets, whatever it is cut into", () => {
    const { stream, text, exit } = guarded();
    stream.write("a s3c");
    stream.write("r3t-");
    expect(text()).toBe("");
    stream.write("ü b\nc");
    expect(text()).toBe("a *** b\n");
    exit();
    expect(text()).toBe("a *** b\nc");
  });

  it("may come as bytes, in the middle of a character, and in encodings", () => {
    const { stream, text, exit } = guarded();
    const bytes = Buffer.from("x s3cr3t-ü y\n");
    stream.write(bytes.subarray(0, 10));
    stream.write(new Uint8Array(bytes.subarray(10)));
    (stream.write as (...args: unknown[]) => boolean)(Buffer.from("s3cr3t-ü\n").toString("hex"), "hex");
    stream.write(Buffer.from("ü").subarray(0, 1));
    exit();
    expect(text()).toBe("x *** y\n***\n\ufffd");
  });

  it("is made harmless: in a step no line is a command, and only colours stay", () => {
    const { stream, text, exit } = guarded(harmlessText);
    const write = stream.write as (...args: unknown[]) => boolean;
    for (const piece of [":", ":save-state name=x::y\n", "a\r::stop-", "commands::t\r\n", "##[error]x\n"]) write(piece);
    write(Buffer.from("::add-mat").subarray(0, 5));
    write(new Uint8Array(Buffer.from("-matcher::m\n")));
    write("3a3a64656275673a3a780a", "hex");
    write("\u001b[31m::\u001b[0merror::\u001b]0;t\u0007x\u001b[2J\n");
    (stream.end as (...args: unknown[]) => unknown)("::group::g\n");
    write("::error::s3cr3t-");
    write("\u001b[Kü");
    exit();
    expect(text()).toBe(
      [
        ...["\\::save-state name=x::y", "a", "\\::stop-commands::t", "## [error]x", "\\::add-matcher::m"],
        ...["\\::debug::x", "\u001b[31m::\u001b[0merror::x\u001b[0m", "\\::group::g", "\\::error::***", ""],
      ].join("\n"),
    );
  });

  it("never ends a line of opus, however long it is", async () => {
    const { stream, own, text } = guarded(harmlessText);
    stream.write("x".repeat(100_000));
    own.write("::add-mask::y\n");
    await Promise.resolve();
    expect(text()).toMatch(/^x+\n::add-mask::y\n$/);
  });

  it("in a terminal keeps its colours, and its open end", () => {
    const { stream, text, exit } = guarded(printableText);
    stream.write("\u001b[31mred\u001b[0m \u001b]0;t\u0007::debug::\u009b2Jx\nopen\u202e");
    exit();
    expect(text()).toBe("\u001b[31mred\u001b[0m ::debug::x\u001b[0m\nopen");
  });

  it("can't be ended by others", async () => {
    const { stream, text } = guarded();
    await new Promise<void>((done) => (stream.end as (done: () => void) => unknown)(done));
    await new Promise<void>((done) => (stream.end as (text: string, done: () => void) => unknown)("last\n", done));
    expect(text()).toBe("last\n");
  });

  it("is told when it is written, and when to wait", async () => {
    const { stream } = guarded();
    const write = stream.write as (...args: unknown[]) => boolean;
    await new Promise<void>((resolve) => expect(write("one", () => resolve())).toBe(true));
    await new Promise<void>((resolve) => expect(write("two", "utf8", () => resolve())).toBe(true));
    stream.writableNeedDrain = true;
    expect(write("three\n")).toBe(false);
  });

  it("does not hold up what opus prints itself, which passes as it is", () => {
    const { stream, own, text } = guarded();
    stream.write("unfinished ");
    own.write("::add-mask::s3cr3t-ü\n");
    stream.write("s3cr3t-ü\n");
    expect(text()).toBe("::add-mask::s3cr3t-ü\nunfinished ***\n");
    expect([own.isTTY, own.columns]).toEqual([false, 100]);
    let closed = false;
    own.on("error", () => {
      closed = true;
    });
    stream.emit("error", new Error("EPIPE"));
    expect(closed).toBe(true);
  });
});

describe("warnings of Node", () => {
  it("are printed the way of all others, unless nobody wants them", () => {
    const { stream, text } = guarded();
    const process = Object.assign(new EventEmitter(), { pid: 7, stderr: stream });
    const past: unknown[] = [];
    guardWarnings(process as unknown as NodeJS.Process);
    process.emit("warning", { name: "Warning", message: "nobody sees it: s3cr3t-ü" });
    expect(text()).toBe("");
    process.on("warning", (warning) => past.push(warning));
    guardWarnings(process as unknown as NodeJS.Process);
    process.emit("warning", { name: "DeprecationWarning", message: "s3cr3t-ü is old" });
    expect([past, text()]).toEqual([[], "(node:7) DeprecationWarning: *** is old\n"]);
  });
});

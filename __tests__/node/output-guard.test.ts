import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../src/engine/redactor.ts";
import { guardOutput, guardWarnings } from "../../src/node/output-guard.ts";

/** A standard stream that keeps what arrives at its end. */
class Sink extends EventEmitter {
  readonly columns = 100;
  writableNeedDrain = false;
  readonly written: (string | Uint8Array)[] = [];

  write = (chunk: string | Uint8Array): boolean => {
    this.written.push(chunk);
    return true;
  };
}

function guarded() {
  const redactor = createRedactor();
  redactor.add("s3cr3t-ü");
  const stream = new Sink();
  const exits: (() => void)[] = [];
  const own = guardOutput(stream, redactor, (flush) => exits.push(flush));
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

import { afterEach, describe, expect, it } from "vitest";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { isTraced, listen, trace } from "../../src/trace/trace.ts";
import { openTraceLog } from "../../src/trace/trace-log.ts";

let end: (() => void) | undefined;
afterEach(() => end?.());

/** A log whose clock stands still at 12.3 ms. */
function log() {
  const lines: string[] = [];
  const redactor = createRedactor();
  let now = 100;
  const opened = openTraceLog({
    redact: (text) => redactor.text(text),
    print: (line) => lines.push(line),
    now: () => now,
  });
  end = opened.end;
  now = 112.3;
  return { lines, redactor, open: opened.open };
}

describe("trace", () => {
  it("makes nothing when nobody listens", () => {
    let made = 0;
    trace(() => `${++made}`);
    expect(isTraced()).toBe(false);
    expect(made).toBe(0);
  });

  it("says every line to who listens, until he has enough", () => {
    const heard: string[] = [];
    end = listen((line) => heard.push(line));
    trace(() => "one");
    expect(isTraced()).toBe(true);
    end();
    trace(() => "two");
    expect(heard).toEqual(["one"]);
  });
});

describe("the log of a trace", () => {
  it("shows when something was", () => {
    const { lines, open } = log();
    open();
    trace(() => "git fetch: exit 0 in 3 ms");
    expect(lines).toEqual(["[   12 ms] git fetch: exit 0 in 3 ms"]);
  });

  it("holds lines until secrets are known", () => {
    const { lines, open, redactor } = log();
    trace(() => "git fetch https://host/hunter2hunter2: exit 0");
    expect(lines).toEqual([]);
    redactor.add("hunter2hunter2");
    open();
    trace(() => "GET https://host/hunter2hunter2");
    expect(lines).toEqual(["[   12 ms] git fetch https://host/***: exit 0", "[   12 ms] GET https://host/***"]);
    open();
    expect(lines).toHaveLength(2);
  });

  it("takes credentials out of addresses", () => {
    const { lines, open } = log();
    open();
    trace(() => "git push https://me:p@ss@host/x.git ssh://git@host/y http://h/a@b https://me:p'q\"r@host/z");
    expect(lines).toEqual(["[   12 ms] git push https://host/x.git ssh://host/y http://h/a@b https://host/z"]);
  });

  it("is one line of harmless text, whatever others have put into it", () => {
    const { lines, open, redactor } = log();
    redactor.add("first\nsecond");
    open();
    trace(() => "git said: a\r\n::error::b\u001b[31m\u0000 first\nsecond");
    trace(() => "x".repeat(5_000));
    expect(lines[0]).toBe("[   12 ms] git said: a ⏎ ::error::b ***");
    expect(lines[1]).toHaveLength("[   12 ms] ".length + 1_000);
    expect(lines[1]?.endsWith("x…")).toBe(true);
  });
});

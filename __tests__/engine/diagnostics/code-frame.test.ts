import { describe, expect, it } from "vitest";
import { codeFrame, renderDiagnostic } from "../../../src/engine/diagnostics/code-frame.ts";
import type { DiagnosticCode } from "../../../src/engine/diagnostics/codes.ts";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";

const at = (line: number, column: number, endColumn?: number): Diagnostic => ({
  severity: "error",
  code: "some-code" as DiagnosticCode,
  message: "it is wrong",
  location: { file: "a.yaml", line, column, ...(endColumn !== undefined && { endColumn }) },
});
const frame = (text: string, diagnostic: Diagnostic, color = false) =>
  codeFrame(diagnostic, new Map([["a.yaml", text]]), { color });

describe("codeFrame", () => {
  it("shows the line before and the line after", () => {
    expect(frame("one\ntwo three\nfour\nfive\n", at(2, 5, 10))).toBe(
      ["  1 | one", "> 2 | two three", "    |     ^^^^^", "  3 | four"].join("\n"),
    );
  });

  it("at the first and the last line", () => {
    expect(frame("one\ntwo\n", at(1, 1))).toBe(["> 1 | one", "    | ^", "  2 | two"].join("\n"));
    expect(frame("one\ntwo\n", at(2, 4))).toBe(["  1 | one", "> 2 | two", "    |    ^"].join("\n"));
    expect(frame("one\ntwo", at(2, 1))).toBe(["  1 | one", "> 2 | two", "    | ^"].join("\n"));
  });

  it("hides secrets before it cuts a line, so that no half of one is left", () => {
    const redact = (line: string): string => line.replaceAll("s3cr3t-s3cr3t", "***");
    const text = `a: s3cr3t-s3cr3t\n${"x".repeat(95)}s3cr3t-s3cr3t\nb: s3cr3t-s3cr3t`;
    const shown = renderDiagnostic(at(2, 99, 102), new Map([["a.yaml", text]]), { redact });
    expect(shown).toContain("1 | a: ***");
    expect(shown).toContain(`> 2 | ${"x".repeat(95)}***`);
    expect(shown).not.toContain("s3c");
  });

  it("aligns numbers", () => {
    const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join("\n");
    expect(frame(text, at(10, 1))).toBe(["   9 | line 9", "> 10 | line 10", "     | ^", "  11 | line 11"].join("\n"));
  });

  it("cuts long lines around the mark", () => {
    const shown = frame(`${"a".repeat(300)}HERE${"b".repeat(300)}`, at(1, 301, 305));
    const [line = "", carets = ""] = shown.split("\n");
    expect(line).toBe(`> 1 | …${"a".repeat(50)}HERE${"b".repeat(46)}…`);
    expect(carets.indexOf("^")).toBe(line.indexOf("HERE"));
    expect(carets.endsWith(" ^^^^")).toBe(true);
  });

  it("keeps marks aligned after tabs and control characters", () => {
    const shown = frame("\ta\u0007b: \u202ex\r\n", at(1, 7, 8)).split("\n");
    expect(shown[0]).toBe("> 1 |   a\\x{07}b: \\x{202e}x");
    expect(shown[1]).toBe(`    | ${" ".repeat("  a\\x{07}b: ".length)}${"^".repeat(8)}`);
  });

  it("is empty without a place or a text", () => {
    expect(frame("one", { severity: "error", code: "a" as DiagnosticCode, message: "b" })).toBe("");
    expect(codeFrame(at(1, 1), new Map())).toBe("");
    expect(frame("one", at(7, 1))).toBe("");
  });

  it("has colours when asked", () => {
    expect(frame("one", at(1, 1), true)).toContain("\u001b[31m^\u001b[39m");
  });
});

describe("renderDiagnostic", () => {
  it("gives place, severity, code, message, frame, suggestion and related places", () => {
    const diagnostic: Diagnostic = {
      ...at(2, 1, 4),
      suggestion: "Do this.",
      related: [{ message: "the first one", location: { file: "b.yaml", line: 3, column: 4 } }],
    };
    expect(renderDiagnostic(diagnostic, new Map([["a.yaml", "one\ntwo\n"]]))).toBe(
      [
        "a.yaml:2:1: error some-code: it is wrong",
        "    1 | one",
        "  > 2 | two",
        "      | ^^^",
        "  Do this.",
        "  b.yaml:3:4: the first one",
      ].join("\n"),
    );
  });

  it("lets no text steer a terminal", () => {
    const text = renderDiagnostic(
      { severity: "warning", code: "a" as DiagnosticCode, message: "x\u001b[31m\ny" },
      new Map(),
    );
    expect(text).toBe("warning a: x\\x{1b}[31m y");
  });
});

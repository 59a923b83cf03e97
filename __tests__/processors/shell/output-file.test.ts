import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOutputFile } from "../../../src/processors/shell/output-file.ts";

describe("parseOutputFile", () => {
  it("reads single lines, several lines, and bound keys; later ones win", () => {
    const text =
      "A=1\n\nB=x=y<<z\nC<<EOF\nline 1\nA=no\n\nEOF\nA=2\ndeploy:prod:D=3\n:prod:D=4\ndeploy::D<<E\nE\nE-1=\n";
    expect(parseOutputFile(text)).toEqual({
      ok: true,
      value: [
        { name: "A", value: "2" },
        { name: "B", value: "x=y<<z" },
        { name: "C", value: "line 1\nA=no\n" },
        { name: "D", value: "3", command: "deploy", context: "prod" },
        { name: "D", value: "4", context: "prod" },
        { name: "D", value: "", command: "deploy" },
        { name: "E-1", value: "" },
      ],
    });
    expect(parseOutputFile("")).toEqual({ ok: true, value: [] });
    expect(parseOutputFile("\ufeffA=1")).toEqual({ ok: true, value: [{ name: "A", value: "1" }] });
    expect(parseOutputFile("A=1\r\n")).toEqual({ ok: true, value: [{ name: "A", value: "1\r" }] });
    expect(parseOutputFile("A=1\r\nB<<E\r\nx\r\nE\r\n", true)).toEqual({
      ok: true,
      value: [
        { name: "A", value: "1" },
        { name: "B", value: "x" },
      ],
    });
  });

  it.each([
    ["A=1\nnonsense", 2, "it is neither `KEY=value` nor `KEY<<DELIMITER`"],
    ["1A=x", 1, "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`"],
    ["=x", 1, "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`"],
    ["a:b=x", 1, "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`"],
    ["A=1\n__proto__=x", 2, "no output can have the name `__proto__`"],
    ["__proto__<<EOF\nEOF", 1, "no output can have the name `__proto__`"],
    [":prod:__proto__=x", 1, "no output can have the name `__proto__`"],
    [`A=1\n:prod:${"n".repeat(1_001)}=x`, 2, "the name of the output is longer than 1,000 characters"],
    ["A <<EOF\nEOF", 1, "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`"],
    ["A<<\nx", 1, "`<<` has no delimiter after it"],
    ["A=1\nB<<EOF\nx\n EOF\n", 2, "the delimiter after its `<<` never comes on a line of its own"],
  ])("refuses %j", (text, line, message) => {
    expect(parseOutputFile(text)).toEqual({ ok: false, error: { line, message } });
  });

  it("takes a name of 1,000 characters", () => {
    expect(parseOutputFile(`:prod:${"n".repeat(1_000)}=x`)).toMatchObject({ ok: true, value: [{ context: "prod" }] });
  });

  it("gives back what was written", () => {
    const value = fc.string({ unit: fc.constantFrom("a", "=", "<", "\n", "\r", "E", " ", "€") });
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const text = values.map((one, index) => `K${index}<<__END__\n${one}\n__END__\n`).join("");
        const parsed = parseOutputFile(text);
        expect(parsed.ok && parsed.value.map((output) => output.value)).toEqual(values);
      }),
    );
  });
});

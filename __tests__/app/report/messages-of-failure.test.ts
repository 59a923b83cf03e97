import { expect, it } from "vitest";
import { messagesOf } from "../../../src/app/report/messages-of-failure.ts";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";
import { failure } from "../../../src/engine/diagnostics/diagnostic.ts";

const warning: Diagnostic = { severity: "warning", code: "invalid-input", message: "odd" };
const error: Diagnostic = { severity: "error", code: "invalid-input", message: "wrong" };

it("the message of a failure is told where none of its diagnostics is an error", () => {
  const told = { severity: "error", code: "invalid-input", message: "it is all wrong" };
  expect(messagesOf(failure("invalid-input", "it is all wrong", [warning]))).toEqual([warning, told]);
});

it("the message of a failure is not told a second time beside an error, nor beside the errors of tasks", () => {
  expect(messagesOf(failure("invalid-input", "it is all wrong", [warning, error]))).toEqual([warning, error]);
  expect(messagesOf(failure("task-failed", '"a" failed'))).toEqual([]);
});

// @ts-check
// Keeps a line in a file for each task that changed, with how long it took.
import { appendFileSync } from "node:fs";
import { defineHook } from "magnum-opus/sdk";

export default defineHook((/** @type {{ file: string }} */ { file }) => {
  /** @type {string[]} */
  const lines = [];
  return {
    name: "record",
    async around(step, next) {
      const began = Date.now();
      const result = await next(step);
      lines.push(`${step.context}: ${result.change} ${step.task}, ${result.status} after ${Date.now() - began} ms`);
      return result;
    },
    on(event) {
      if (event.type === "planned") lines.push(`${event.context}: ${event.counts.create} to create`);
    },
    finish({ result }) {
      appendFileSync(file, [...lines, result, ""].join("\n"));
    },
  };
});

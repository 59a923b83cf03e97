// Each sample is run, or looked up in the test that asserts it; the pages of docs/codes/ show what it says. Renewed with
// `npm run docs:messages`, and then read by a person.
import "../e2e/short-waits.ts";
import { expect, test } from "vitest";
import type { Sample, Seen } from "./sample.ts";
import { samples } from "./samples.ts";
import { see } from "./see.ts";

const sorted = Object.entries<Sample>(samples).sort(([one], [other]) => (one < other ? -1 : 1));

test("every code says what its page shows", async () => {
  const seen: { [code: string]: Seen } = {};
  for (const [code, sample] of sorted) seen[code] = await see(code, sample);
  await expect(`${JSON.stringify(seen, null, 2)}\n`).toMatchFileSnapshot("seen.generated.json");
}, 120_000);

test("a text that no test asserts any more is noticed", () => {
  const sample = { test: "codes/sample.ts", when: "x", said: "‹error› this text stands ‹there and› nowhere" };
  expect(() => see("a-code", sample)).toThrow('a-code: codes/sample.ts does not have ["this text stands","nowhere"]');
});

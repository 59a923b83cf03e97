import { expect, it } from "vitest";
import { timeWords } from "../../../src/engine/text/time-words.ts";

it.each([
  [-1, "0 ms"],
  [300.4, "300 ms"],
  [1_000, "1 s"],
  [1_540, "1.5 s"],
  [9_999, "10 s"],
  [20_400, "20 s"],
  [59_700, "1 min"],
  [90_000, "1 min 30 s"],
  [120_000, "2 min"],
  [3_600_000, "1 h"],
  [3_900_000, "1 h 5 min"],
])("%d ms are %s", (ms, words) => {
  expect(timeWords(ms)).toBe(words);
});

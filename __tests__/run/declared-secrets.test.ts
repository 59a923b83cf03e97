import { expect, it } from "vitest";
import { secretWarnings } from "../../src/run/declared-secrets.ts";

const sources = new Map([
  ["opus.yaml", "metadata: {name: storefront}\nspec:\n  content: a literal-secret b\n"],
  ["more.yaml", "x: literal-secret\n"],
]);
const secret = (name: string, value: string, variable = name.toUpperCase()) => ({ name, value, variable });

it("a secret of one to three characters is told of once, by name", () => {
  expect(
    secretWarnings([secret("pin", "123"), secret("pin", " 1 ", "OTHER"), secret("fine", "1234")], sources),
  ).toEqual([
    {
      severity: "warning",
      code: "short-secret",
      message:
        'the secret "pin" has fewer than 4 characters, so all that reads like it is hidden, and its encoded forms are not',
      suggestion: "Choose a longer one, or make it a value if it is none.",
    },
  ]);
});

it("what stands in the manifest is no secret any more: told of at its first place, unless it is a short word", () => {
  const declared = [secret("user", "name"), secret("token", "literal-secret"), secret("again", "literal-secret")];
  expect(secretWarnings(declared, sources)).toEqual(
    ["token", "again"].map((name) => ({
      severity: "warning",
      code: "secret-in-manifest",
      message: `what the secret "${name}" holds stands here for all who can read the repository; texts and names of a manifest are stored as they are`,
      location: { file: "opus.yaml", line: 3, column: 14 },
      suggestion: `Write \${SECRET:${name}} and change the secret, or make it a value if it is none.`,
    })),
  );
});

import { expect, it } from "vitest";
import { givenSecrets } from "../../../src/app/secrets/given-secrets.ts";

it("are found in inputs and variables, also where other inputs are wrong", () => {
  const raw = {
    parallelism: "none",
    token: "t-1",
    "encryption-key": "k-1\n# no key\nk-2",
    "plan-signing-key": "short",
  };
  const environment = { OPUS_ENCRYPTION_KEY: "k-3", GITHUB_TOKEN: "t-2", https_proxy: "http://u:word@proxy" };
  const found = givenSecrets(raw, environment);
  expect(found).toEqual(expect.arrayContaining(["t-1", "k-1", "k-2", "short", "k-3", "t-2", "word"]));
});

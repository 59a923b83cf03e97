import { expect, test } from "vitest";
import { createRedactor } from "../../src/engine/redactor.ts";
import { KnownSecrets } from "../../src/run/known-secrets.ts";

test("a secret is masked once, taken out, and known by all its names", () => {
  const redactor = createRedactor();
  const masked: string[] = [];
  const secrets = new KnownSecrets(redactor, (secret) => masked.push(secret));
  secrets.add("hunter2-hunter2", 'secret "password"');
  secrets.add("hunter2-hunter2", 'output PASSWORD of task "db"');
  secrets.add("s3cr3t", 'secret "token"');
  expect(masked).toEqual(["hunter2-hunter2", "s3cr3t"]);
  expect(redactor.text("hunter2-hunter2 s3cr3t")).toBe("*** ***");
  expect(secrets.within("as base64: aHVudGVyMi1odW50ZXIy")).toEqual([
    'secret "password"',
    'output PASSWORD of task "db"',
  ]);
  expect(secrets.within("s3cr3t and hunter2-hunter2")).toEqual([
    'secret "password"',
    'output PASSWORD of task "db"',
    'secret "token"',
  ]);
  expect(secrets.within("nothing of it")).toEqual([]);
});

import { expect, test } from "vitest";
import { SecretRegistry } from "../../../src/app/secrets/secret-registry.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";

test("a secret is masked once, taken out, and known by all its names", () => {
  const redactor = createRedactor();
  const masked: string[] = [];
  const secrets = new SecretRegistry(redactor, (secret) => masked.push(secret));
  secrets.add("hunter2-hunter2", 'secret "password"');
  secrets.add("hunter2-hunter2", 'output PASSWORD of task "db"');
  secrets.add("s3cr3t", 'secret "token"');
  expect(masked).toEqual(["hunter2-hunter2", "s3cr3t"]);
  expect(redactor.text("hunter2-hunter2 s3cr3t")).toBe("*** ***");
  const password = (characters: number) => [
    { what: 'secret "password"', characters },
    { what: 'output PASSWORD of task "db"', characters },
  ];
  expect(secrets.within("as base64: aHVudGVyMi1odW50ZXIy")).toEqual(password(20));
  expect(secrets.within("s3cr3t and hunter2-hunter2")).toEqual([
    ...password(15),
    { what: 'secret "token"', characters: 6 },
  ]);
  expect(secrets.within("nothing of it")).toEqual([]);
});

test("what a text holds is as long as the longest stretch that it takes, of all secrets of that name", () => {
  const secrets = new SecretRegistry(createRedactor(), () => {});
  secrets.add("line-one\nprod", 'secret "lines"');
  expect(secrets.within("in prod")).toEqual([{ what: 'secret "lines"', characters: 4 }]);
  expect(secrets.within("prod, line-one, prod")).toEqual([{ what: 'secret "lines"', characters: 8 }]);
  secrets.add("prod-eu", 'secret "lines"');
  expect(secrets.within("in prod-eu")).toEqual([{ what: 'secret "lines"', characters: 7 }]);
});

test("names that everybody knows are no secrets, nor lines of one", () => {
  const redactor = createRedactor();
  const masked: string[] = [];
  const secrets = new SecretRegistry(redactor, (secret) => masked.push(secret));
  secrets.add("prod", "input `token`");
  secrets.spare(new Set(["settings", "prod"]));
  secrets.add("settings\n", 'secret "a"');
  secrets.add("settings\nsomething long", 'secret "b"');
  expect(masked).toEqual(["prod", "something long"]);
  // What was known before stays one.
  expect(redactor.text("settings, something long, prod, c2V0dGluZ3M=")).toBe("settings, ***, ***, c2V0dGluZ3M=");
  // GitHub may know them as secrets all the same.
  expect(secrets.within("in settings").map(({ what }) => what)).toEqual(['secret "a"', 'secret "b"']);
  expect(secrets.within("nothing of it")).toEqual([]);
});

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { generated } from "../../scripts/generate-validators.ts";
import {
  containsReference,
  kindsWithSchema,
  validateProject,
  validateSpec,
  validateTask,
  validateValues,
} from "../../src/schema/validate.ts";

const root = new URL("../../", import.meta.url);

describe("generated files", () => {
  for (const [path, text] of generated()) {
    it(`${path} is up to date (npm run generate)`, () => {
      expect(readFileSync(new URL(path, root), "utf8") === text).toBe(true);
    });
  }

  it("bring nothing of ajv with them", () => {
    expect(readFileSync(new URL("src/schema/validators.generated.js", root), "utf8")).not.toMatch(
      /\brequire\(|^\s*import (?!.* from "\.\/failed\.ts";$)/m,
    );
  });
});

describe("the editors' schema", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const check = ajv.compile(JSON.parse(readFileSync(new URL("schema/opus.json", root), "utf8")));
  const task = (kind: string, spec: object, apiVersion = "opus/v1") => ({
    apiVersion,
    kind,
    metadata: { name: "a" },
    spec,
  });

  it("takes what is right", () => {
    expect(check(task("File", { path: "a", content: "b", mode: "0644" }))).toBe(true);
    expect(check(task("File", { path: "a", content: "b", mode: "${VALUE:mode}" }))).toBe(true);
    expect(check(task("Shell", { create: "x", capture: "${VALUE:x}", env: { A: 1 } }))).toBe(true);
    expect(check(task("Bucket", { anything: [1] }, "example/v1"))).toBe(true);
    expect(check({ apiVersion: "opus/v1", kind: "Project", metadata: { name: "a" } })).toBe(true);
    expect(check({ apiVersion: "opus/v1", kind: "Values", spec: { secrets: { a: { env: "B" } } } })).toBe(true);
  });

  it("refuses what is wrong", () => {
    expect(check(task("File", { path: "a", content: "b", mode: 644 }))).toBe(false);
    expect(check(task("File", { path: "a", contnt: "b" }))).toBe(false);
    expect(check(task("Shell", { create: "x", capture: "perhaps" }))).toBe(false);
    expect(check(task("Kubernetes", {}))).toBe(false);
    expect(check({ ...task("Bucket", {}, "example/v1"), metadata: {} })).toBe(false);
    expect(check({ apiVersion: "opus/v1", kind: "Project", metadata: { name: "a" }, spec: { contexts: [{}] } })).toBe(
      false,
    );
  });

  it("knows the settings of the issue hook, and leaves those of modules alone", () => {
    const using = (...hooks: readonly object[]) =>
      check({ apiVersion: "opus/v1", kind: "Project", metadata: { name: "a" }, spec: { hooks } });
    expect(using({ use: "issue", with: { labels: { drift: ["ops"] }, assignees: ["mona"] } })).toBe(true);
    expect(using({ use: "./x.mjs", with: { labels: "what the module wants" } })).toBe(true);
    expect(using({ use: "issue", with: { labels: ["ops"] } })).toBe(false);
    expect(using({ use: "issue", with: { labels: { drifts: ["ops"] } } })).toBe(false);
    expect(using({ use: "issue", with: { assignee: ["mona"] } })).toBe(false);
  });

  it("describes every field", () => {
    const bare: string[] = [];
    const look = (schema: unknown, path: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties, ...rest } = schema as {
        properties?: Record<string, { description?: string; const?: unknown }>;
      };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (!path.endsWith("/if") && field.description === undefined) bare.push(`${path}/${name}`);
        look(field, `${path}/${name}`);
      }
      for (const [key, value] of Object.entries(rest)) look(value, `${path}/${key}`);
    };
    look(JSON.parse(readFileSync(new URL("schema/opus.json", root), "utf8")).allOf.slice(0, -1), "");
    expect(bare).toEqual([]);
  });
});

describe("validateSpec", () => {
  it("knows the kinds that opus ships", () => {
    expect(kindsWithSchema("opus/v1")).toEqual(["File", "Shell", "HttpResource", "Download", "Probe", "Folder"]);
    expect(validateSpec("opus/v1", "Bucket", {})).toBeUndefined();
    expect(validateSpec("example/v1", "File", {})).toBeUndefined();
    expect(validateSpec("opus/v1", "toString", {})).toBeUndefined();
  });

  it("is strict without references, lenient with them", () => {
    const spec = { path: "a", content: "${VALUE:a}", mode: "${VALUE:mode}" };
    expect(validateSpec("opus/v1", "File", spec, { references: true })).toEqual([]);
    expect(validateSpec("opus/v1", "File", spec)).toEqual([
      {
        code: "invalid-value",
        message:
          'File.spec.mode "${VALUE:mode}" is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like "0644"',
        pointer: "/mode",
        suggestion: 'Write it in quotes: "0644". Without them it is a number and loses its meaning.',
      },
    ]);
  });

  it("escaped references are text", () => {
    const spec = { create: "x", timeout: "$${VALUE:a}" };
    expect(validateSpec("opus/v1", "Shell", spec, { references: true })?.map(({ code }) => code)).toEqual([
      "invalid-value",
    ]);
  });

  it("answers a value that is no mapping", () => {
    expect(validateSpec("opus/v1", "File", null)).toEqual([
      {
        code: "wrong-type",
        message: "File.spec has no value; it must be a mapping",
        pointer: "",
        suggestion: "Give it a value, or delete the field.",
      },
    ]);
    expect(validateSpec("opus/v1", "File", [])?.[0]?.message).toBe("File.spec must be a mapping, not a list");
  });

  it("accepts every duration that it describes, and no other", () => {
    const problems = (timeout: string) => validateSpec("opus/v1", "Shell", { create: "x", timeout })?.length;
    for (const good of ["500ms", "30s", "5m", "1h", "99h", "999999s"]) expect(problems(good), good).toBe(0);
    for (const bad of ["0s", "5", "1.5s", "-1s", "1d", "1h30m", " 1s", "100h", "1000000s", "01s"]) {
      expect(problems(bad), bad).toBe(1);
    }
  });

  it("reports at most 50 problems", () => {
    const env = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}-x`, 1]));
    expect(validateSpec("opus/v1", "Shell", { create: "x", env })?.length).toBe(50);
  });
});

describe("documents", () => {
  it("every validator starts afresh", () => {
    expect(validateProject({})).not.toEqual([]);
    expect(validateProject({ apiVersion: "opus/v1", kind: "Project", metadata: { name: "a" } })).toEqual([]);
    expect(validateValues({ apiVersion: "opus/v1", kind: "Values", spec: {} })).toEqual([]);
    expect(validateTask("Bucket", { apiVersion: "a/v1", kind: "Bucket", metadata: { name: "a" }, spec: {} })).toEqual(
      [],
    );
  });

  it("preventDestroy is true, false or a list", () => {
    const check = (preventDestroy: unknown) =>
      validateTask("File", {
        apiVersion: "opus/v1",
        kind: "File",
        metadata: { name: "a", lifecycle: { preventDestroy } },
        spec: {},
      }).map(({ message }) => message);
    expect(check(true)).toEqual([]);
    expect(check(["prod", "pr-*"])).toEqual([]);
    expect(check("prod")).toEqual([
      'File.metadata.lifecycle.preventDestroy must be true or false or a list, not the string "prod"',
    ]);
  });
});

it("containsReference", () => {
  expect(containsReference("${VALUE:a}")).toBe("whole");
  expect(containsReference("x ${VALUE:a}")).toBe("part");
  expect(containsReference("$${VALUE:a}")).toBe("no");
  expect(containsReference("${HOME}")).toBe("no");
});

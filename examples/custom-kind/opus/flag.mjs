// @ts-check
// A feature flag in a file of flags; a service behind an API is looked at and changed in the same way.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { defineProcessor, TaskFailure } from "magnum-opus/sdk";

/** @type {(file: string) => Record<string, { percent: number, tags: readonly string[] }>} */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
/** @type {(file: string, flags: object) => void} */
const write = (file, flags) => writeFileSync(file, `${JSON.stringify(flags, null, 2)}\n`);

export default defineProcessor({
  apiVersion: "example.com/v1",
  kind: "Flag",
  schema: {
    type: "object",
    properties: {
      file: { type: "string", minLength: 1, description: "The file with all flags" },
      key: {
        type: "string",
        pattern: "^[a-z][a-z0-9-]*$",
        description: "The name, of small letters, digits and dashes",
      },
      percent: { type: "integer", minimum: 0, maximum: 100, description: "How many of a hundred users have it" },
      tags: { type: "array", items: { type: "string" } },
    },
    required: ["file", "key", "percent"],
  },
  observe({ file, key }) {
    const flag = read(file)[key];
    return flag ? { state: "present", facts: { file, key, ...flag } } : { state: "absent" };
  },
  create({ file, key, percent, tags = [] }, { context }) {
    const flags = read(file);
    if (key in flags) throw new TaskFailure(`${file} has a flag ${key} already`, { untouched: true });
    write(file, { ...flags, [key]: { percent, tags } });
    return { outputs: [{ name: "URL", value: `https://flags.example.com/${context}/${key}`, context }] };
  },
  update(_before, { file, key, percent, tags = [] }) {
    write(file, { ...read(file), [key]: { percent, tags } });
  },
  delete({ file, key }) {
    const { [key]: _, ...others } = read(file);
    if (existsSync(file)) write(file, others);
  },
  fields: {
    normalize: (spec) => (Array.isArray(spec.tags) ? { ...spec, tags: [...spec.tags].sort() } : spec),
    warnings: ({ percent }) => (percent === 100 ? [{ pointer: "/percent", message: "everybody has it by now" }] : []),
  },
  compare: {
    // A flag can't be moved: with another name it is another flag.
    replaceOn: (before, after) => (before.key === after.key && before.file === after.file ? [] : ["/key", "/file"]),
  },
  known: { identity: ({ file, key }) => `${file}#${key}` },
});

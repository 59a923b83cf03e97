/** A problem, as ajv has it in the code that it generates: made, and added to the others. */
const problem =
  /const (err\d+) = \{instancePath(?::(?<at>.*?))?,schemaPath:"(?<path>[^"]*)",keyword:"(?<keyword>[^"]*)",params:(?<params>\{.*\})(?:,propertyName:(?<key>\w+))?\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;
const escaped = /"\/" \+ (\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g;
const endsInSlash = /\/" \+ (\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g;

/**
 * Checks that do the same in a third fewer characters: all runs load them.
 * @param code what ajv has made
 * @throws Error where the code is not as this function knows it
 */
export function shorterChecks(code: string): string {
  const shorter = withoutUnread(code)
    .replace(problem, (...found: unknown[]) => {
      const { at = "instancePath", path = "", keyword, params, key } = found.at(-1) as { [name: string]: string };
      if (path.slice(path.lastIndexOf("/") + 1) !== keyword) throw new Error(`${path}: ${keyword} is not its keyword`);
      return `vErrors = failed(vErrors, ${at}, "${path}", ${params}${key === undefined ? "" : `, ${key}`});`;
    })
    .replace(escaped, "below($1)")
    .replace(endsInSlash, '" + below($1)');
  if (/schemaPath:|\.replace\(\/~/.test(shorter)) throw new Error("ajv writes its checks in another way than it did");
  return `import { below, failed } from "./failed.ts";\n${shorter}`;
}

/** The schemas, cut down to what the checks read of them. */
function withoutUnread(code: string): string {
  return code.replace(/^const (schema\d+) = (\{.*\});$/gm, (line: string, name: string, text: string) => {
    const schema = JSON.parse(text) as Part;
    const kept: Part = {};
    for (const [, path = ""] of code.matchAll(new RegExp(`\\b${name}((?:\\.\\w+|\\["[^"]*"\\])+)`, "g")))
      keep(schema, kept, path);
    if (new RegExp(`\\b${name}\\b(?![.[]| = )`).test(code)) throw new Error(`${name} is read as a whole`);
    return Object.keys(kept).length === 0 ? "" : line.replace(text, () => JSON.stringify(kept));
  });
}

type Part = { [key: string]: unknown };

/** Of `properties` only the names are read, of all else the value. */
function keep(schema: Part, kept: Part, path: string): void {
  const keys = [...path.matchAll(/\.(\w+)|\["([^"]*)"\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? "");
  const last = keys.pop() ?? "";
  let [from, to] = [schema, kept];
  for (const key of keys) {
    const next = isPart(to[key]) ? to[key] : {};
    to[key] = next;
    [from, to] = [from[key] as Part, next];
  }
  const value = from[last];
  if (value === undefined) throw new Error(`there is no ${path} in the schema`);
  if (last === "properties") to[last] = { ...names(value as Part), ...(to[last] as Part | undefined) };
  else to[last] = value;
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function names(properties: Part): Part {
  return Object.fromEntries(Object.keys(properties).map((name) => [name, 0]));
}

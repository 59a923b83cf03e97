import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

/** The parts of a path and its query, by name. */
export type Parameters = { readonly [name: string]: string };

/** An operation of GitHub's API, and what its description says about a use of it. Sentences are for people. */
export interface Operation {
  /** `GET /repos/{owner}/{repo}/pulls` */
  readonly name: string;
  /** Undefined when the path is another one. */
  parametersOf(url: string): Parameters | undefined;
  /** What the description does not allow; empty when a request or an answer fits. */
  wrongIn(parameters: Parameters): string[];
  wrongInBody(body: unknown): string[];
  wrongInAnswer(status: number, body: unknown): string[];
}

interface Parameter {
  readonly name: string;
  readonly schema: object;
}

interface Content {
  readonly content?: { readonly "application/json": { readonly schema: object } };
}

interface Reference {
  readonly $ref: string;
}

interface Described {
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: Content;
  readonly responses: { readonly [status: string]: Content | Reference };
}

interface Components {
  readonly schemas: { readonly [name: string]: object };
  readonly parameters: { readonly [name: string]: Parameter };
  readonly responses: { readonly [name: string]: Content };
  readonly examples: { readonly [name: string]: { readonly value: unknown } };
}

interface Description {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } };
  readonly components: Components;
}

/** Any operation may be refused, whatever answers it lists. */
const refusal = { $ref: "#/components/schemas/basic-error" };
const file = join(import.meta.dirname, "github-openapi.generated.json");

/** GitHub's own description of the operations that the tests need (scripts/github-openapi.ts takes them out). */
export class GithubDescription {
  readonly operations: readonly Operation[];
  readonly #components: Components;
  // Formats are left out: the schemas' `uri` and `date-time` say nothing that a client here depends on.
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false });
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor() {
    const { paths, components } = JSON.parse(readFileSync(file, "utf8")) as Description;
    this.#components = components;
    this.#ajv.addSchema(
      JSON.parse(JSON.stringify({ $id: "github", components: { schemas: components.schemas } }), withNull),
    );
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => this.#operation(method.toUpperCase(), path, described)),
    );
  }

  operation(name: string): Operation {
    const operation = this.operations.find((one) => one.name === name);
    if (operation === undefined) throw new Error(`GitHub's description has no ${name} any more`);
    return operation;
  }

  /** The operation that a request is for, whether or not all of the request fits it. */
  find(method: string, url: string): { readonly operation: Operation; readonly parameters: Parameters } | undefined {
    for (const operation of this.operations) {
      const parameters = operation.name.startsWith(`${method} `) ? operation.parametersOf(url) : undefined;
      if (parameters !== undefined) return { operation, parameters };
    }
    return undefined;
  }

  /** What an answer looks like. */
  example(name: string): unknown {
    const example = this.#components.examples[name];
    if (example === undefined) throw new Error(`GitHub's description has no example ${name} any more`);
    return example.value;
  }

  #operation(method: string, path: string, { parameters, requestBody, responses }: Described): Operation {
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const known = new Map(parameters.map((one) => this.#resolve(one, "parameters")).map((one) => [one.name, one]));
    return {
      name: `${method} ${path}`,
      parametersOf: (url) => {
        const { pathname, searchParams } = new URL(url, "http://github.invalid");
        const inPath = pattern.exec(pathname);
        return inPath === null ? undefined : { ...inPath.groups, ...Object.fromEntries(searchParams) };
      },
      wrongIn: (given) =>
        Object.entries(given).flatMap(([name, text]) => {
          const schema = known.get(name)?.schema;
          if (schema === undefined) return [`it takes no ${name}`];
          const meant = /^\d+$/.test(text) ? [text, Number(text)] : [text];
          return meant.some((value) => this.#wrong(schema, value).length === 0) ? [] : [`${name} can't be ${text}`];
        }),
      wrongInBody: (body) => {
        const schema = requestBody?.content?.["application/json"].schema;
        if (schema !== undefined) return this.#wrong(schema, body).map((what) => `the body's ${what}`);
        return body === undefined ? [] : ["it takes no body"];
      },
      wrongInAnswer: (status, body) => {
        const response = responses[String(status)];
        const schema = response && this.#resolve(response, "responses").content?.["application/json"].schema;
        if (schema === undefined && status === 204) return body === undefined ? [] : ["204 has a body"];
        if (schema === undefined && status < 400) return [`no answer is ${status}`];
        return this.#wrong(schema ?? refusal, body).map((what) => `the answer's ${what}`);
      },
    };
  }

  #resolve<T>(one: T | Reference, section: "parameters" | "responses"): T {
    if (typeof one !== "object" || one === null || !("$ref" in one)) return one as T;
    const found = this.#components[section][one.$ref.split("/").at(-1) ?? ""];
    if (found === undefined) throw new Error(`GitHub's description has no ${one.$ref} any more`);
    return found as T;
  }

  #wrong(schema: object, value: unknown): string[] {
    const valid = this.#compiled.get(schema) ?? this.#ajv.compile(absolute(schema));
    this.#compiled.set(schema, valid);
    if (valid(value)) return [];
    return (valid.errors ?? []).map((one) => `${one.instancePath || "whole"}: ${one.message}`);
  }
}

/** With references that hold outside the description, and what may be null said as JSON Schema says it. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"github#/'), withNull) as object;
}

/** OpenAPI's `nullable`, which holds beside anything else that is said of a value. */
function withNull(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value)) return value;
  if (typeof value.nullable !== "boolean") return value;
  const { nullable, ...rest } = value;
  return nullable ? { anyOf: [rest, { type: "null" }] } : rest;
}

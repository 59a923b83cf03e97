import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { HttpLimits } from "../../engine/ports/http.ts";

/** What in a list does not count: its order, or where a member with a key stands. */
export type ListRule = "set" | "ordered" | { readonly key: string };

export type Normalization = "lowercase" | "trim" | "number" | "time" | "json" | "no-trailing-dot";

/** Some values at a place in an answer. */
export interface Condition {
  readonly at: string;
  readonly in: readonly (string | number | boolean)[];
}

/** How one thing is done with a resource. */
export interface Operation {
  readonly method?: string;
  readonly path?: string;
  readonly body?: JsonObject;
  readonly status?: readonly number[];
}

/** How a list goes on. */
export interface PageRule {
  readonly number?: string;
  readonly offset?: string;
  readonly cursor?: string;
  readonly size?: readonly [string, number];
  readonly next?: string;
  readonly more?: string;
  readonly total?: string;
}

export interface FindRule {
  readonly path?: string;
  readonly query?: { readonly [name: string]: string | number | boolean };
  readonly items?: string;
  readonly match?: readonly string[];
  readonly page?: "link" | PageRule;
}

export interface AuthRule {
  readonly bearer?: string;
  readonly basic?: { readonly username: string; readonly password: string };
  readonly header?: { readonly name: string; readonly value: string };
  readonly oauth2?: {
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly scope?: string;
    readonly audience?: string;
  };
  readonly itemBearer?: string;
}

/** Where an API is, and how it is asked. */
export interface ApiFields {
  readonly baseUrl: string;
  readonly path: string;
  readonly auth?: AuthRule;
  readonly headers?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string | number | boolean };
  readonly encoding?: "json" | "form";
  readonly retryOn?: readonly number[];
  readonly limits?: HttpLimits;
  readonly idempotencyKey?: string;
}

/** Where a thing is in an API, and how it is found. */
export interface PlaceFields {
  readonly id?: string | { readonly header: string } | { readonly body: string };
  readonly item?: string;
  readonly find?: FindRule | false;
  readonly request?: { readonly at: string };
  readonly response?: { readonly at: string };
  readonly absent?:
    | readonly number[]
    | { readonly status?: readonly number[]; readonly at?: string; readonly in?: readonly Json[] };
}

/** What a thing is to be, and what of it counts. */
export interface BodyFields {
  readonly aliases?: { readonly [pointer: string]: string };
  readonly body: JsonObject;
  readonly writeOnly?: readonly string[];
  readonly createOnly?: readonly string[];
  readonly replaceOn?: readonly string[];
  readonly lists?: { readonly [pointer: string]: ListRule };
  readonly normalize?: { readonly [pointer: string]: Normalization };
  readonly rotate?: string;
  readonly outputs?: { readonly [name: string]: string };
  readonly sensitiveOutputs?: readonly string[];
}

/** How things are done with it. */
export interface OperationFields {
  readonly create?: Operation;
  readonly read?: Operation;
  readonly update?: Operation & { readonly send?: "changed" | "merged" | "declared" };
  readonly delete?: Operation | false;
  readonly revision?: { readonly from: string; readonly to: string };
  readonly poll?: {
    readonly url: string;
    readonly done: Condition;
    readonly failed?: Condition;
    readonly interval?: string;
  };
  readonly settle?: string;
}

/** The spec of an HttpResource: schema/http-resource.json has what each field means. Pointers lead into `body`. */
export interface HttpFields extends ApiFields, PlaceFields, BodyFields, OperationFields {}

/** The fields of a spec that has passed `parse`, or was recorded. */
export function httpFields(spec: JsonObject): HttpFields {
  return spec as unknown as HttpFields;
}

/** All that a spec may have. */
export const httpFieldNames = [
  "baseUrl",
  "path",
  "auth",
  "headers",
  "query",
  "encoding",
  "id",
  "item",
  "find",
  "request",
  "response",
  "aliases",
  "body",
  "writeOnly",
  "createOnly",
  "replaceOn",
  "lists",
  "normalize",
  "create",
  "read",
  "update",
  "delete",
  "revision",
  "absent",
  "poll",
  "settle",
  "idempotencyKey",
  "retryOn",
  "outputs",
  "sensitiveOutputs",
  "limits",
  "rotate",
] as const;

/** Where the id is that we choose, if we do. */
export function ownIdPointer({ id }: HttpFields): string | undefined {
  return typeof id === "object" && "body" in id ? id.body : undefined;
}

/** How updates are sent. */
export function sending({ update }: HttpFields): "changed" | "merged" | "declared" {
  const method = update?.method ?? "PATCH";
  return update?.send ?? (method === "PATCH" ? "changed" : method === "PUT" ? "merged" : "declared");
}

/** The statuses and the mark that mean "not there". */
export function absence({ absent }: HttpFields): {
  readonly status: readonly number[];
  readonly at?: string;
  readonly in?: readonly Json[];
} {
  if (absent === undefined) return { status: [] };
  return isList(absent) ? { status: absent } : { status: [], ...absent };
}

function isList(value: NonNullable<HttpFields["absent"]>): value is readonly number[] {
  return Array.isArray(value);
}

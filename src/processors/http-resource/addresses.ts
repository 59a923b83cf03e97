import { withoutEnd } from "../../engine/text/line-ends.ts";
import { at } from "./pointers.ts";
import type { HttpFields } from "./resource-spec.ts";

type Query = { readonly [name: string]: string | number | boolean };

/** The address of a path below the API, with parameters. */
export function addressOf({ baseUrl, query: always = {} }: HttpFields, path: string, query: Query = {}): string {
  const url = new URL(withoutEnd(baseUrl, "/") + path);
  for (const [name, value] of Object.entries({ ...always, ...query })) url.searchParams.set(name, String(value));
  return url.href;
}

/**
 * The path of the resource itself.
 * @returns why there is none, as a sentence, if so
 */
export function itemPath(
  fields: HttpFields,
  id: string,
  template = fields.item ?? "{path}/{id}",
): string | { readonly why: string } {
  let why: string | undefined;
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (name === "path") return fields.path;
    const value = name === "id" ? id : at(fields.body, name);
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    // A browser's rules make another path of these, however they are written.
    if (text === "" || text === "." || text === "..")
      why =
        name === "id"
          ? `"${text}" can't be an id: it has a meaning of its own in a path`
          : `${name} of the body is no part of a path`;
    return encodeURIComponent(text);
  });
  return why === undefined ? path : { why };
}

/** The id that the last part of an address is. */
export function lastPart(address: string): string | undefined {
  const path = withoutEnd(URL.parse(address, "http://host/")?.pathname ?? "", "/");
  const last = path.slice(path.lastIndexOf("/") + 1);
  try {
    return last === "" ? undefined : decodeURIComponent(last);
  } catch {
    return last;
  }
}

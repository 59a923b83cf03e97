import type { Json } from "../../engine/json/json.ts";
import type { HttpHeaders } from "../../engine/ports/http.ts";
import { at } from "./pointers.ts";
import type { FindRule, PageRule } from "./resource-spec.ts";

/** A page of a list that was read. */
export interface ReadPage {
  /** Where it came from. */
  readonly url: string;
  readonly headers: HttpHeaders;
  readonly value: Json;
  /** How many entries it has. */
  readonly count: number;
  /** How many pages were read, with this one, and how many entries. */
  readonly pages: number;
  readonly entries: number;
}

type Query = { readonly [name: string]: string | number };

/** Parameters of the first page. */
export function firstPage(page: FindRule["page"]): Query {
  if (page === undefined || page === "link") return {};
  const { number, offset, size } = page;
  return {
    ...(size ? { [size[0]]: size[1] } : {}),
    ...(number === undefined ? {} : { [number]: 1 }),
    ...(offset === undefined ? {} : { [offset]: 0 }),
  };
}

/**
 * The address of the next page.
 * @returns undefined after the last one; why the list can't be read on, as half a sentence, if so
 */
export function nextPage(page: FindRule["page"], read: ReadPage): string | undefined | { readonly why: string } {
  // Who does not say how a list goes on takes a first page for all of it, and would make again what is on another.
  if (page === undefined || page === "link") return nextLink(read);
  const query = nextQuery(page, read);
  if (query === undefined) return undefined;
  const url = new URL(read.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href === read.url ? { why: "a page of it leads to itself" } : url.href;
}

function nextQuery(page: PageRule, read: ReadPage): Query | undefined {
  const { number, offset, cursor, size, next, more, total } = page;
  if (more !== undefined && !isTrue(at(read.value, more))) return undefined;
  if (total !== undefined && read.pages >= Number(at(read.value, total))) return undefined;
  if (cursor !== undefined) {
    const mark = next === undefined ? undefined : at(read.value, next);
    return mark === undefined || mark === null || mark === "" ? undefined : { [cursor]: String(mark) };
  }
  // A page of nothing is the last one, whatever it says.
  if (read.count === 0) return undefined;
  const told = more !== undefined || total !== undefined;
  if (!told && (size === undefined || read.count < size[1])) return undefined;
  if (number !== undefined) return { [number]: read.pages + 1 };
  return offset === undefined ? undefined : { [offset]: read.entries };
}

function isTrue(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== "" && value !== 0 && value !== "false";
}

function nextLink({ headers, url }: ReadPage): string | undefined | { readonly why: string } {
  const link = nextOf(headers.link ?? "");
  if (link === undefined) return undefined;
  const next = URL.parse(link, url);
  if (!next) return { why: "its link to the next page can't be read" };
  // Only the server itself gets what it is asked with.
  if (next.origin !== new URL(url).origin)
    return { why: `its link to the next page leads to another server (${next.origin})` };
  return next.href === url ? { why: "a page of it leads to itself" } : next.href;
}

/** The address with `rel="next"` in a header `Link`. */
function nextOf(header: string): string | undefined {
  for (const part of header.split("<").slice(1)) {
    const [address = "", parameters = ""] = part.split(">", 2);
    const relations = parameters.split(";").flatMap((parameter) => {
      const [name = "", value = ""] = parameter.split("=", 2);
      return name.trim().toLowerCase() === "rel" ? value.replaceAll(/["',]/g, " ").split(" ") : [];
    });
    if (relations.some((relation) => relation.trim().toLowerCase() === "next")) return address.trim();
  }
  return undefined;
}

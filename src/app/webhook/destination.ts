import type { JsonObject } from "../../engine/json/json.ts";
import type { Project } from "../../engine/model/project.ts";
import type { Lookup } from "../../engine/references/found.ts";
import { resolve } from "../../engine/references/resolve.ts";
import type { Destination } from "../../hooks/webhook/webhook.ts";
import { AllowedHosts } from "../../node/http/address-guard.ts";

/** A shorter part of an address stands in other texts as well. */
const shortestPart = 12;

/**
 * Where messages go, with the references filled in.
 * @param said the settings of the webhook
 * @param conceal hides the parts of an address that comes from a secret: each of them alone may be enough to send
 * @returns why they can go nowhere, half a sentence that holds nothing of an address
 */
export function destinationOf(
  { url: template = "", headers: templates = {} }: JsonObject,
  lookup: Lookup,
  project: Project,
  conceal: (text: string, what: string) => void,
): Destination | string {
  const resolved = resolve({ url: template, headers: templates }, lookup);
  const [problem] = resolved.problems;
  if (problem) return problem.message;
  const { url: address, headers } = resolved.value as { readonly url: unknown; readonly headers: JsonObject };
  const url = typeof address === "string" ? URL.parse(address.trim()) : null;
  const isSecret = resolved.secretPointers.has("/url");
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    return "`url` is no address that begins with https://";
  if (isSecret) for (const part of partsOf(url)) conceal(part, "an address of a webhook");
  if (url.username !== "" || url.password !== "") return "`url` has a user or a password in it: use `headers`";
  if (url.protocol === "http:" && !new AllowedHosts(project.http?.allow ?? []).has(url))
    return `\`url\` is not https, and the Project does not allow ${url.hostname} under \`spec.http.allow\``;
  const sent: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "object" || !isHeaderValue(String(value))) return `the header ${name} is no text on one line`;
    sent[name.toLowerCase()] = String(value).trim();
  }
  return { url: url.href, host: url.host, headers: sent, lookup };
}

/** As HTTP takes them: one line of Latin-1. */
function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text.trim());
}

/** What of an address is as good as all of it, in each form in which it is shown. */
function partsOf({ href, origin, pathname, search, searchParams }: URL): readonly string[] {
  const parts = [`${pathname}${search}`, pathname, ...pathname.split("/"), ...searchParams.values()];
  return [href, `${origin}${pathname}`, ...parts.filter((part) => part.length >= shortestPart)];
}

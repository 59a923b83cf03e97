const anyScheme = /^(?:[a-z][a-z0-9+.-]*::)?[a-z][a-z0-9+.-]*:\/\//i;

/**
 * `https://user:word@host/x` as `https://host/x`, `user:word@host:x` as `host:x`: addresses are shown without what only
 * their server should read. Anything else stays as it is.
 */
export function withoutCredentials(url: string): string {
  const [scheme] = anyScheme.exec(url) ?? [];
  // As ssh writes them. A user alone is no secret there.
  if (scheme === undefined) return url.replace(/^[^/\\:@]+:.*@(?=(?:\[[^\]]*\]|[^/\\:@]+):)/s, "");
  const rest = url.slice(scheme.length);
  // A port is a number: what else is in its place is a password with signs that would have to be encoded.
  const strange = /^[^/?#:@[]*:(?!\d*(?:[/?#]|$))[^/?#@]*[/?#][^@]*@/s.test(rest);
  // A password may hold an `@` of its own: the last one ends it.
  return scheme + rest.replace(strange ? /^.*@/s : /^[^/?#]*@/, "");
}

/** An address as people get to see it: without credentials, and without a query, which may hold a signature. */
export function shownAddress(address: string): string {
  const bare = withoutCredentials(address);
  return anyScheme.test(bare) ? bare.replace(/\?.*$/s, "") : bare;
}

/** A word of a command line, which may be an address or hold one at its end: `--upload=https://…`. */
export function shownArgument(word: string): string {
  if (anyScheme.test(word)) return shownAddress(word);
  const [, before, address] = /^([^:]*=)([a-z][a-z0-9+.-]*:.*)$/is.exec(word) ?? [];
  return before === undefined || address === undefined ? shownAddress(word) : before + shownAddress(address);
}

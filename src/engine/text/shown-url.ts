/** `https://user:word@host/x` as `https://host/x`: addresses are shown without what only their server should read. */
export function withoutCredentials(url: string): string {
  // A password may hold an `@` of its own: the last one ends it.
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
}

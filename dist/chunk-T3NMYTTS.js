import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/shown-url.ts
var anyScheme = /^(?:[a-z][a-z0-9+.-]*::)?[a-z][a-z0-9+.-]*:\/\//i;
function withoutCredentials(url) {
  const [scheme] = anyScheme.exec(url) ?? [];
  if (scheme === void 0) return url.replace(/^[^/\\:@]+:.*@(?=(?:\[[^\]]*\]|[^/\\:@]+):)/s, "");
  const rest = url.slice(scheme.length);
  const strange = /^[^/?#:@[]*:(?!\d*(?:[/?#]|$))[^/?#@]*[/?#][^@]*@/s.test(rest);
  return scheme + rest.replace(strange ? /^.*@/s : /^[^/?#]*@/, "");
}
function shownAddress(address) {
  const bare = withoutCredentials(address);
  return anyScheme.test(bare) ? bare.replace(/\?.*$/s, "") : bare;
}
function shownArgument(word) {
  if (anyScheme.test(word)) return shownAddress(word);
  const [, before, address] = /^([^:]*=)([a-z][a-z0-9+.-]*:.*)$/is.exec(word) ?? [];
  return before === void 0 || address === void 0 ? shownAddress(word) : before + shownAddress(address);
}

export {
  withoutCredentials,
  shownAddress,
  shownArgument
};

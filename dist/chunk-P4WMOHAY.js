import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/listed.ts
function firstOf(all, most, rest) {
  return all.length <= most ? all : [...all.slice(0, most), rest(all.length - most)];
}
function andMore(names, most, what = "more") {
  const shown = names.slice(0, most).join(", ");
  return names.length <= most ? shown : `${shown} and ${names.length - most} ${what}`;
}
function andOthers(names, most) {
  return firstOf(names, most, () => "\u2026").join(", ");
}
function inWords(parts, conjunction = "and") {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

export {
  firstOf,
  andMore,
  andOthers,
  inWords
};

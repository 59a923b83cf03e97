/**
 * The first entries of a list; where some are left out, one more entry says how many.
 * @param most how many entries of the list stay
 */
export function firstOf<T>(all: readonly T[], most: number, rest: (left: number) => T): readonly T[] {
  return all.length <= most ? all : [...all.slice(0, most), rest(all.length - most)];
}

/** `a, b and 3 more tasks`: the first names of a list, and how many others there are of `what`. */
export function andMore(names: readonly string[], most: number, what = "more"): string {
  const shown = names.slice(0, most).join(", ");
  return names.length <= most ? shown : `${shown} and ${names.length - most} ${what}`;
}

/** `a, b, …`: the first names of a list, and whether there are others. */
export function andOthers(names: readonly string[], most: number): string {
  return firstOf(names, most, () => "…").join(", ");
}

/** `a, b and c`. */
export function inWords(parts: readonly string[], conjunction: "and" | "or" = "and"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** Adds to the end of a list. A call with each of very many as an argument of its own would overflow the stack. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/**
 * A number as people read it: `1,234,567` or `1,024.5`. `toLocaleString` says the same, and loads 15 ms of tables for it.
 * @param number not negative, below 1e21
 */
export function grouped(number: number): string {
  const [whole = "", part] = String(number).split(".");
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(",") + (part === undefined ? "" : `.${part}`);
}

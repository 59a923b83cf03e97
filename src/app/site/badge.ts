import { ageWords } from "./ages.ts";
import { escaped } from "./html.ts";
import type { SiteContext, Status } from "./model.ts";

const colours: { readonly [status in Status]: string } = {
  unreadable: "#b3261e",
  unfinished: "#9a5b00",
  drifted: "#b3261e",
  unknown: "#5f6368",
  running: "#1f5fbf",
  applied: "#1f5fbf",
  "in-sync": "#1e7a34",
  empty: "#5f6368",
};

/** `in sync, 2 h ago`: as it was when the site was made. */
export function badgeText({ words, since }: Pick<SiteContext, "words" | "since">, now: number): string {
  const age = since === null ? "" : ageWords(since, now);
  return age === "" ? words : `${words}, ${age}`;
}

/** A picture for a README: `prod: in sync, 2 h ago`. */
export function badge(context: SiteContext, madeAt: string): string {
  const text = badgeText(context, Date.parse(madeAt));
  const whole = `${context.context}: ${text}`;
  const [first, second] = [widthOf(context.context), widthOf(text)];
  const width = first + second;
  const label = (at: number, size: number, words: string): string =>
    `<text x="${at + size / 2}" y="14" textLength="${size - 12}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${escaped(whole)}">
<title>${escaped(`${whole} (as of ${madeAt})`)}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${first}" height="20" fill="#3c4043"/><rect x="${first}" width="${second}" height="20" fill="${colours[context.status]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${label(0, first, context.context)}${label(first, second, text)}</g>
</svg>
`;
}

/** In pixels, with room at both sides: about what Verdana takes. */
function widthOf(text: string): number {
  const units = [...text].reduce((sum, character) => {
    if (/[ilj.,:;'!|()[\] ]/.test(character)) return sum + 4.2;
    if (/[mwMW@]/.test(character)) return sum + 9.6;
    return sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 11 : 6.8);
  }, 0);
  return Math.round(units) + 14;
}

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** HTML with values in it. Whatever is not HTML already is text, and nothing in it is markup; nothing is made of null. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, index) => `${text}${part}${shown(values[index])}`, ""));
}

function shown(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? String(value) : value.map(shown).join("");
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML or XML, in an element or in quotes. */
export function escaped(text: string): string {
  // Neither HTML nor XML has a way to write the other controls.
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? "")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

/** JSON for a `<script>` that is not run: nothing in it ends the element. */
export function jsonData(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

/** An address that somebody else has written, as a link: only of the web. */
export function link(url: string, text: Value): Html {
  if (!/^https?:\/\/[^\s]+$/i.test(url)) return html`${text}`;
  return html`<a href="${url}" rel="noreferrer noopener">${text}</a>`;
}

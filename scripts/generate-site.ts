// src/app/site/page/* → src/app/site/page.generated.ts: the bundle takes texts as modules only.
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../src/app/site/", import.meta.url);

/** The generated file. */
export function sitePage(): string {
  const text = (name: string): string => JSON.stringify(readFileSync(new URL(`page/${name}`, folder), "utf8"));
  return `// Written by scripts/generate-site.ts from src/app/site/page/. Do not edit.

export const pageStyle = ${text("page.css")};

export const pageScript = ${text("page.js")};
`;
}

/** Writes it. */
export function generateSite(): void {
  writeFileSync(new URL("page.generated.ts", folder), sitePage());
}

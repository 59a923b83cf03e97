import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  printableLines
} from "./chunk-JSSPZBFU.js";

// src/action/harmless.ts
var ignorable = "[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*";
var commandStart = new RegExp(`^[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*:${ignorable}:`, "u");
var oldCommand = new RegExp(`(#${ignorable}#)(?=${ignorable}\\[)`, "gu");
function harmless(text) {
  return printableLines(text, { colours: true }).map((line) => {
    const spaced = line.includes("#") ? line.replace(oldCommand, "$1 ") : line;
    return commandStart.test(spaced) ? spaced.replace(":", "\\:") : spaced;
  });
}
function harmlessText(text) {
  return `${harmless(text.replace(/(?:\r\n|\n|\r)$/, "")).join("\n")}
`;
}

export {
  harmless,
  harmlessText
};

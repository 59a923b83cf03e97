import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/command-line.ts
function shellWord(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function commandLine(words) {
  return words.map(shellWord).join(" ");
}

export {
  shellWord,
  commandLine
};

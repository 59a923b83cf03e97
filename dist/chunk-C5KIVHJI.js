import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  shownArgument
} from "./chunk-T3NMYTTS.js";

// src/node/git/git-words.ts
var options = /* @__PURE__ */ new Map([
  ["-c", true],
  ["-C", true],
  ["--no-replace-objects", false],
  ["--no-optional-locks", false]
]);
function gitWords(args) {
  let first = 0;
  for (let option = options.get(args[0] ?? ""); option !== void 0; option = options.get(args[first] ?? ""))
    first += option ? 2 : 1;
  return ["git", ...args.slice(first).map(shownArgument)].join(" ");
}

export {
  gitWords
};

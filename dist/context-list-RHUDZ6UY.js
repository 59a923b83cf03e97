import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/cli/context-list.ts
function createContextList(write) {
  return {
    name: "contexts",
    commands: ["contexts"],
    finish: async ({ result, contexts }) => {
      if (result === "success") await write(`${JSON.stringify(contexts.map(({ name }) => name))}
`);
    }
  };
}
export {
  createContextList
};

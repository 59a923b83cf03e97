import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/grouped.ts
function grouped(number) {
  const [whole = "", part] = String(number).split(".");
  const groups = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(",") + (part === void 0 ? "" : `.${part}`);
}

export {
  grouped
};

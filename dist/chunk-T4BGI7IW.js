import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/proc-stat.ts
function parseProcStat(text) {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, , group] = fields;
  const startTime = fields[19];
  if (state === void 0 || group === void 0 || startTime === void 0) return void 0;
  return { state, group: Number(group), startTime };
}

export {
  parseProcStat
};

import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/trace/trace.ts
import { channel } from "node:diagnostics_channel";
var lines = channel("opus:trace");
function isTraced() {
  return lines.hasSubscribers;
}
function trace(line) {
  if (lines.hasSubscribers) lines.publish(line());
}
function listen(take) {
  const subscriber = (message) => {
    if (typeof message === "string") take(message);
  };
  lines.subscribe(subscriber);
  return () => lines.unsubscribe(subscriber);
}
function stopwatch() {
  const began = process.hrtime.bigint();
  return () => `${Math.round(Number(process.hrtime.bigint() - began) / 1e6)} ms`;
}

export {
  isTraced,
  trace,
  listen,
  stopwatch
};

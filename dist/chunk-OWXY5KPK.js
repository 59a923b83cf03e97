import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/clock.ts
var systemClock = {
  // `performance` says the same, and loads much else that it can.
  now: () => {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  },
  timestamp: () => (/* @__PURE__ */ new Date()).toISOString(),
  sleep: (ms, signal) => new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  })
};

export {
  systemClock
};

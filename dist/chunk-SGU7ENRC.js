import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/sha256.ts
import * as crypto from "node:crypto";
function sha256(data) {
  const { hash } = crypto;
  return hash ? hash("sha256", data, "hex") : crypto.createHash("sha256").update(data).digest("hex");
}

export {
  sha256
};

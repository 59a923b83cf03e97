import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";

// src/engine/ports/http.ts
var HttpFailure = class extends TaskFailure {
  /** `nothing`: the server has got none of it; `unclear`: it may have acted. */
  sent;
  /** The run may not ask this address, however often it tries. */
  refused;
  constructor(message, sent, options = {}) {
    super(message, { ...options, untouched: sent === "nothing" });
    this.name = "HttpFailure";
    this.sent = sent;
    this.refused = options.refused ?? false;
  }
};

export {
  HttpFailure
};

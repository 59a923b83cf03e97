import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  metadata
} from "./chunk-3CUOGUAX.js";
import "./chunk-QHW5LFAW.js";
export {
  metadata
};

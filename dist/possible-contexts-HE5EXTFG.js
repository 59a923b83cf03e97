import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  literalContexts,
  onlyPossible,
  possibleContexts
} from "./chunk-756ZVGAZ.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-QHW5LFAW.js";
export {
  literalContexts,
  onlyPossible,
  possibleContexts
};

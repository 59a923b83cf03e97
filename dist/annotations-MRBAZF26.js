import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  createAnnotations,
  notesOf,
  renderAnnotations
} from "./chunk-4ZHNPXYS.js";
import "./chunk-JRNEFKO7.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-33HS6KZX.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";
export {
  createAnnotations,
  notesOf,
  renderAnnotations
};

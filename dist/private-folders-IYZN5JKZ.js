import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  abandonedIn,
  isGone,
  makePrivateFolder,
  ownOwner,
  ownedPrefix,
  removeAbandoned,
  removeTree
} from "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";
export {
  abandonedIn,
  isGone,
  makePrivateFolder,
  ownOwner,
  ownedPrefix,
  removeAbandoned,
  removeTree
};

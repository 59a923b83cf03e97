import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/files/owned-name.ts
var ownedName = /^opus-[a-z]+-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;

export {
  ownedName
};

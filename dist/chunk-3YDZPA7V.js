import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  declaredSecrets,
  openNames
} from "./chunk-OWGJJ7ZC.js";

// src/app/secrets/hide-declared.ts
function hideDeclared(loaded, { environment }, chosen, { secrets, host }) {
  const declared = declaredSecrets(loaded, environment);
  const open = openNames(loaded, chosen);
  secrets.spare(open);
  for (const { name, value } of declared) secrets.add(value, `secret "${name}"`);
  const hidden = declared.filter(({ value }) => !open.has(value.trim()));
  host.handover.keepSecret(hidden.map(({ variable }) => variable));
  return { declared, open };
}

export {
  hideDeclared
};

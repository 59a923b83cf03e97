import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/node/modules/hand-in-sdk.ts
import * as nodeModule from "node:module";
var sdkName = "magnum-opus/sdk";
var url = "opus:sdk";
var key = "magnum-opus.sdk";
var names = ["TaskFailure", "TaskProcessor", "defineHook", "defineProcessor"];
var source = `const sdk = await globalThis[Symbol.for(${JSON.stringify(key)})]();
${names.map((name) => `export const ${name} = sdk.${name};`).join("\n")}`;
var hooksForThread = `
export async function resolve(specifier, context, next) {
  if (specifier !== ${JSON.stringify(sdkName)}) return next(specifier, context);
  return next(specifier, context).catch(() => ({ url: ${JSON.stringify(url)}, format: "module", shortCircuit: true }));
}
export async function load(at, context, next) {
  if (at !== ${JSON.stringify(url)}) return next(at, context);
  return { format: "module", source: ${JSON.stringify(source)}, shortCircuit: true };
}`;
function handInSdk(isWanted) {
  const { registerHooks } = nodeModule;
  if (Symbol.for(key) in globalThis || registerHooks === void 0 && !isWanted()) return;
  Object.assign(globalThis, { [Symbol.for(key)]: () => import("./sdk-GG4RBYQN.js") });
  if (registerHooks === void 0) {
    nodeModule.register(`data:text/javascript,${encodeURIComponent(hooksForThread)}`);
    return;
  }
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier !== sdkName) return next(specifier, context);
      try {
        return next(specifier, context);
      } catch {
        return { url, format: "module", shortCircuit: true };
      }
    },
    load: (at, context, next) => at === url ? { format: "module", source, shortCircuit: true } : next(at, context)
  });
}

// src/node/modules/import-file.ts
function importFile(url2, wantsSdk) {
  handInSdk(wantsSdk);
  return import(
    /* webpackIgnore: true */
    url2
  );
}
export {
  importFile
};

import * as nodeModule from "node:module";

/** What modules of repositories may import although nothing of that name is installed. One that is installed comes first. */
export const sdkName = "magnum-opus/sdk";

const url = "opus:sdk";
const key = "magnum-opus.sdk";
const names = ["TaskFailure", "TaskProcessor", "defineHook", "defineProcessor"];

/** Takes what this program has loaded, so that there is one of it. */
const source = `const sdk = await globalThis[Symbol.for(${JSON.stringify(key)})]();
${names.map((name) => `export const ${name} = sdk.${name};`).join("\n")}`;

/** For a Node whose hooks run in a thread of their own. */
const hooksForThread = `
export async function resolve(specifier, context, next) {
  if (specifier !== ${JSON.stringify(sdkName)}) return next(specifier, context);
  return next(specifier, context).catch(() => ({ url: ${JSON.stringify(url)}, format: "module", shortCircuit: true }));
}
export async function load(at, context, next) {
  if (at !== ${JSON.stringify(url)}) return next(at, context);
  return { format: "module", source: ${JSON.stringify(source)}, shortCircuit: true };
}`;

/**
 * From now on modules find `sdkName`.
 * @param isWanted asked where that takes a thread: does anything that is about to be imported mention it?
 */
export function handInSdk(isWanted: () => boolean): void {
  const { registerHooks } = nodeModule;
  // Once in a process: a module in two of its parts would do it twice.
  if (Symbol.for(key) in globalThis || (registerHooks === undefined && !isWanted())) return;
  Object.assign(globalThis, { [Symbol.for(key)]: () => import("../../../sdk/index.js") });
  if (registerHooks === undefined) {
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
    load: (at, context, next) => (at === url ? { format: "module", source, shortCircuit: true } : next(at, context)),
  });
}

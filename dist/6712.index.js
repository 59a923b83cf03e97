export const id = 6712;
export const ids = [6712];
export const modules = {

/***/ 76712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  importFile: () => (/* binding */ importFile)
});

var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./src/node/modules/hand-in-sdk.ts

const sdkName = "magnum-opus/sdk";
const url = "opus:sdk";
const key = "magnum-opus.sdk";
const names = ["TaskFailure", "TaskProcessor", "defineHook", "defineProcessor"];
const source = `const sdk = await globalThis[Symbol.for(${JSON.stringify(key)})]();
${names.map((name) => `export const ${name} = sdk.${name};`).join("\n")}`;
const hooksForThread = `
export async function resolve(specifier, context, next) {
  if (specifier !== ${JSON.stringify(sdkName)}) return next(specifier, context);
  return next(specifier, context).catch(() => ({ url: ${JSON.stringify(url)}, format: "module", shortCircuit: true }));
}
export async function load(at, context, next) {
  if (at !== ${JSON.stringify(url)}) return next(at, context);
  return { format: "module", source: ${JSON.stringify(source)}, shortCircuit: true };
}`;
function handInSdk(isWanted) {
    const { registerHooks } = external_node_module_;
    if (Symbol.for(key) in globalThis || (registerHooks === undefined && !isWanted()))
        return;
    Object.assign(globalThis, { [Symbol.for(key)]: () => __webpack_require__.e(/* import() */ 1550).then(__webpack_require__.bind(__webpack_require__, 21550)) });
    if (registerHooks === undefined) {
        external_node_module_.register(`data:text/javascript,${encodeURIComponent(hooksForThread)}`);
        return;
    }
    registerHooks({
        resolve: (specifier, context, next) => {
            if (specifier !== sdkName)
                return next(specifier, context);
            try {
                return next(specifier, context);
            }
            catch {
                return { url, format: "module", shortCircuit: true };
            }
        },
        load: (at, context, next) => (at === url ? { format: "module", source, shortCircuit: true } : next(at, context)),
    });
}

;// CONCATENATED MODULE: ./src/node/modules/import-file.ts
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};

function importFile(url, wantsSdk) {
    handInSdk(wantsSdk);
    return import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ url));
}


/***/ })

};

#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const __nodeRequire = __WEBPACK_EXTERNAL_createRequire(import.meta.url);
/******/ var __webpack_modules__ = ({

/***/ 79407:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _node_compile_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(74306);

(0,_node_compile_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .keepCompiledCode */ .e)({ environment: process.env, platform: process.platform, user: process.getuid?.() });
const { runProgram } = await __nccwpck_require__.e(/* import() */ 751).then(__nccwpck_require__.bind(__nccwpck_require__, 85751));
await runProgram({ process, environment: process.env, exit: (status) => process.exit(status) });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 74306:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ keepCompiledCode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(98995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const mostVersions = 4;
function keepCompiledCode(options, node = (node_module__WEBPACK_IMPORTED_MODULE_1___default())) {
    const { enableCompileCache, getCompileCacheDir } = node;
    if (enableCompileCache === undefined || getCompileCacheDir?.() !== undefined)
        return undefined;
    try {
        const folder = cacheFolder(options);
        if (folder === undefined)
            return undefined;
        const { directory } = enableCompileCache(folder);
        if (directory !== undefined)
            removeSurplus(folder, directory, options.mostFiles ?? 4_000);
        return directory;
    }
    catch {
        return undefined;
    }
}
function cacheFolder({ environment, platform, user }) {
    const { GITHUB_ACTIONS, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = environment;
    if (GITHUB_ACTIONS === "true" || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE)
        return undefined;
    const place = userCaches(environment, platform);
    if (place === undefined || !isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place[0]), user, 0o002))
        return undefined;
    const caches = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(...place);
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(caches, "magnum-opus");
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, "compiled");
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(caches, { throwIfNoEntry: false }) === undefined)
        makeFolder(caches);
    if (!isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(caches), user, 0o002))
        return undefined;
    for (const path of [own, folder]) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
            makeFolder(path);
        if (!isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path), user, 0o022))
            return undefined;
    }
    return folder;
}
function makeFolder(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { recursive: true, mode: 0o700 });
}
function userCaches({ HOME: home, XDG_CACHE_HOME: caches, LOCALAPPDATA: local }, platform) {
    if (platform === "win32")
        return local && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(local) ? [local, ""] : undefined;
    if (caches && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(caches))
        return [caches, ""];
    if (!home || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(home))
        return undefined;
    return [home, platform === "darwin" ? "Library/Caches" : ".cache"];
}
function isOwn(stats, user, closed) {
    if (!stats.isDirectory())
        return false;
    return user === undefined || (stats.uid === user && (stats.mode & closed) === 0);
}
function removeSurplus(folder, current, mostFiles) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(current).length > mostFiles)
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(current))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, name), { force: true });
    const versions = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
    if (versions.length <= mostVersions)
        return;
    const byAge = versions.filter((path) => path !== current).sort((a, b) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(b).mtimeMs - (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(a).mtimeMs);
    for (const path of byAge.slice(mostVersions - 1))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __nodeRequire("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __nodeRequire("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __nodeRequire("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __nodeRequire("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __nodeRequire("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __nodeRequire("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __nodeRequire("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __nodeRequire("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __nodeRequire("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __nodeRequire("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __nodeRequire("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __nodeRequire("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __nodeRequire("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __nodeRequire("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __nodeRequire("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __nodeRequire("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __nodeRequire("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __nodeRequire("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __nodeRequire("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __nodeRequire("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __nodeRequire("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __nodeRequire("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __nodeRequire("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __nodeRequire("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __nodeRequire("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __nodeRequire("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __nodeRequire("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __nodeRequire("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __nodeRequire("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __nodeRequire("node:querystring");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __nodeRequire("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __nodeRequire("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __nodeRequire("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __nodeRequire("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __nodeRequire("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __nodeRequire("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __nodeRequire("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __nodeRequire("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __nodeRequire("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __nodeRequire("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __nodeRequire("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __nodeRequire("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __nodeRequire("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __nodeRequire("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __nodeRequire("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __nodeRequire("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __nodeRequire("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __nodeRequire("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __nodeRequire("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __nodeRequire("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __nodeRequire("util");

/***/ })

/******/ });
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(79407);
/******/ __webpack_exports__ = await __webpack_exports__;

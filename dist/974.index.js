export const id = 974;
export const ids = [974];
export const modules = {

/***/ 23974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createContextList: () => (/* binding */ createContextList)
/* harmony export */ });
/** Prints what the command `contexts` found as a JSON array on a line of its own, the last one, for other programs. */
function createContextList(write) {
    return {
        name: "contexts",
        commands: ["contexts"],
        finish: async ({ result, contexts }) => {
            if (result === "success")
                await write(`${JSON.stringify(contexts.map(({ name }) => name))}\n`);
        },
    };
}


/***/ })

};

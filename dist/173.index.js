export const id = 173;
export const ids = [173];
export const modules = {

/***/ 64554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createContextList: () => (/* binding */ createContextList)
/* harmony export */ });
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

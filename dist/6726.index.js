export const id = 6726;
export const ids = [6726];
export const modules = {

/***/ 6726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createQuietLog: () => (/* binding */ createQuietLog)
/* harmony export */ });
/* harmony import */ var _engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30468);
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4191);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12188);
/* harmony import */ var _log_render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42732);
/* harmony import */ var _log_tables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10205);





function createQuietLog(options) {
    const log = new QuietLog(options);
    return { name: "log", on: (event) => log.on(event) };
}
class QuietLog {
    #options;
    #action = "";
    #executed = false;
    constructor(options) {
        this.#options = options;
    }
    on(event) {
        switch (event.type) {
            case "context-started":
                this.#action = event.action;
                this.#executed = false;
                break;
            case "planned":
                if (!(0,_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyLooks */ .V8)((0,_engine_model_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandNamed */ .v)(event.action)))
                    this.#print([{ text: `${event.context}: ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .planWords */ .DO)(event.counts)}.`, tone: "heading" }]);
                break;
            case "task-started":
                this.#executed = true;
                break;
            case "context-finished": {
                const drift = this.#action === "drift" ? (0,_log_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .renderDrift */ .iI)(event.report).slice(-1) : [];
                const outcome = (0,_log_render_js__WEBPACK_IMPORTED_MODULE_3__/* .renderOutcome */ .zu)(event.report, this.#executed, event.elapsedMs);
                this.#print([...drift, ...outcome].filter(({ text }) => text !== ""));
                break;
            }
            case "context-listed":
                this.#print((0,_log_render_js__WEBPACK_IMPORTED_MODULE_3__/* .renderListed */ .If)(event));
                break;
            case "diagnostic":
                if (event.diagnostic.severity !== "notice")
                    this.#print((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(this.#options.frame(event.diagnostic)).map((text) => ({ text })));
                break;
            case "run-finished":
                if (event.report.result !== "success")
                    this.#print((0,_log_render_js__WEBPACK_IMPORTED_MODULE_3__/* .renderEnd */ .Ac)(event, this.#options.surface));
                break;
        }
    }
    #print(lines) {
        for (const { text, tone } of lines)
            this.#options.console.line(text, tone);
    }
}


/***/ })

};

export const id = 8487;
export const ids = [8487];
export const modules = {

/***/ 38487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createSummary: () => (/* binding */ createSummary)
/* harmony export */ });
/* harmony import */ var _engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93646);
/* harmony import */ var _summary_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26498);


const budgetBytes = 1_000_000;
function createSummary(target) {
    return {
        name: "summary",
        finish: async (report) => {
            const room = target.room();
            if (room <= 0)
                return;
            const markdown = (0,_summary_render_js__WEBPACK_IMPORTED_MODULE_1__/* .renderSummary */ .B)((0,_engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutNames */ .Fw)(report, target.redact), {
                budgetBytes: Math.min(budgetBytes, room - 1),
            });
            try {
                if (markdown !== "" && target.append(markdown))
                    return;
            }
            catch (error) {
                const why = error instanceof Error ? error.message : String(error);
                target.warn(`The job summary of this step could not be written: ${why}. The report has everything.`);
                return;
            }
            target.warn("The job summary of this step is full already, so nothing was added to it. The report has everything.");
        },
    };
}


/***/ })

};

export const id = 3065;
export const ids = [3065];
export const modules = {

/***/ 23065:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askPolicies: () => (/* binding */ askPolicies)
/* harmony export */ });
/* harmony import */ var _engine_execute_retry_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86614);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40432);
/* harmony import */ var _engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79712);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23283);
/* harmony import */ var _engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93646);
/* harmony import */ var _hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12188);
/* harmony import */ var _hooks_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72104);
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69808);
/* harmony import */ var _extensions_asked_about_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70362);









async function askPolicies(plan, frame) {
    const { command, extensions, signal, emit } = frame.services;
    const policies = extensions.hooks.filter((hook) => hook.review !== undefined && (0,_extensions_asked_about_js__WEBPACK_IMPORTED_MODULE_6__/* .isAskedAbout */ .Y)(hook.commands, command));
    if (policies.length === 0)
        return [];
    const shown = planForReview(plan, frame);
    const found = [];
    for (const policy of policies) {
        const took = (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_5__/* .stopwatch */ .sX)();
        const told = await problemsOf(policy, shown, signal);
        (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_5__/* .trace */ .uP)(() => `policy ${policy.name}: ${(0,_hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(told.length, "problem")} with the plan of ${plan.context}, took ${took()}`);
        const diagnostics = told.map((problem) => toldOf(problem, policy, plan));
        if (told.length === 0)
            emit({ type: "progress", text: `${named(policy)} has nothing against the plan of ${plan.context}` });
        found.push(...diagnostics.filter(({ severity }) => severity === "error"));
        for (const diagnostic of diagnostics)
            if (diagnostic.severity !== "error")
                emit({ type: "diagnostic", diagnostic });
    }
    return found;
}
function planForReview(plan, { services, context }) {
    const { command, loaded, redactor } = services;
    const { action, digest, order, counts, tasks } = plan;
    return {
        command: command.called,
        ...(command.previews ? { previews: command.scopeName } : {}),
        action,
        project: loaded.project,
        context,
        digest,
        order,
        counts: { ...counts },
        tasks: (0,_hooks_report_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTasks */ .F)(tasks.map((planned) => (0,_engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_2__/* .redactTask */ .lk)((0,_engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_7__/* .plannedReport */ .tv)(planned), redactor))),
    };
}
async function problemsOf(policy, plan, signal) {
    const late = AbortSignal.timeout(_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .policyMs */ .f0);
    try {
        return await inTime(policy.review(plan, AbortSignal.any([signal, late])), signal, late);
    }
    catch (error) {
        if (signal.aborted)
            throw new _engine_execute_retry_call_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ();
        const { message, hint, detail } = (0,_engine_execute_retry_call_js__WEBPACK_IMPORTED_MODULE_0__/* .taskError */ .iX)(error);
        const frames = error instanceof _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskFailure */ .E && detail !== undefined ? `\n${detail}` : "";
        return [{ severity: "error", unanswered: `${message}${frames}`, hint }];
    }
}
async function inTime(answer, ...signals) {
    const over = new AbortController();
    const aborted = new Promise((_, reject) => {
        for (const signal of signals) {
            const stop = () => reject(new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskFailure */ .E(`it took longer than ${_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .policyMs */ .f0 / 1_000} seconds`));
            if (signal.aborted)
                stop();
            else
                signal.addEventListener("abort", stop, { once: true, signal: over.signal });
        }
    });
    try {
        return await Promise.race([answer, aborted]);
    }
    finally {
        over.abort();
    }
}
function named({ name }) {
    return `the policy "${name}"`;
}
function toldOf(problem, policy, plan) {
    if ("unanswered" in problem) {
        return {
            severity: "error",
            code: "policy",
            message: `${named(policy)} could not be asked about the plan, so nothing is done: ${problem.unanswered}`,
            ...located(policy.location),
            suggestion: problem.hint ?? "Mend the policy: a plan is carried out only when each policy has answered.",
        };
    }
    const { severity, message, task, hint } = problem;
    const does = severity === "error" ? "forbids" : "warns of";
    const what = task === undefined ? "the plan" : `the plan of "${task}"`;
    return {
        severity,
        code: "policy",
        message: `${named(policy)} ${does} ${what}: ${message}`,
        ...located(placeOf(problem, plan) ?? policy.location),
        ...(hint === undefined ? {} : { suggestion: hint }),
    };
}
function placeOf({ task: name, pointer }, { tasks }) {
    const planned = name === undefined ? undefined : tasks.find((one) => one.name === name);
    const within = pointer?.startsWith("/") ?? false;
    return (within ? planned?.task?.locate(`/spec${pointer}`) : undefined) ?? planned?.location ?? undefined;
}
function located(location) {
    return location ? { location } : {};
}


/***/ })

};

export const id = 5842;
export const ids = [5842];
export const modules = {

/***/ 5842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  whyUnknown: () => (/* binding */ whyUnknown)
});

var diagnostic = __webpack_require__(9246);
var listed = __webpack_require__(77139);
var resolve = __webpack_require__(73961);
var github_context = __webpack_require__(47407);
;// CONCATENATED MODULE: ./src/event/context-of-pull-request.ts


function isOfPullRequest(name, project, event, lookup) {
    const named = (project?.contexts ?? []).flatMap(({ context, contexts = [] }) => [...(context === undefined ? contexts : [context])].filter((template) => template.includes("${")));
    if (named.some((template) => (0,resolve/* resolve */.hd)(template, lookup).value === name))
        return true;
    const isInput = project?.contexts.some(({ input }) => input !== undefined) ?? true;
    return isInput && isNamedAfter(name, event);
}
function isNamedAfter(name, event) {
    const number = (0,github_context/* member */.D)(event, "number") ?? (0,github_context/* member */.D)(event, "pull_request", "number");
    if (typeof number === "number" && name.split(/\D+/).includes(String(number)))
        return true;
    const branch = (0,github_context/* member */.D)(event, "pull_request", "head", "ref");
    return typeof branch === "string" && branch !== "" && [branch, branch.replaceAll("/", "-")].includes(name);
}

var state_folder = __webpack_require__(64524);
var project_lookup = __webpack_require__(89961);
var open_session = __webpack_require__(86147);
;// CONCATENATED MODULE: ./src/app/context/open/unknown-context.ts






const mostNames = 20;
const endsOfPreviews = new Set(["closed", "unlabeled"]);
async function whyUnknown(session, store, { backend }, { services, context }) {
    const { command, loaded, environment, signal, settings } = services;
    const isKnown = session.stored.lineage !== undefined || session.tasks.size > 0 || (0,open_session/* isUnfinished */.u)(session);
    if (isKnown)
        return undefined;
    const beside = await store.beside?.(signal);
    const others = beside?.ok ? beside.value : [];
    const isOwn = (project) => (0,state_folder/* folderName */.ub)(project) === (0,state_folder/* folderName */.ub)(loaded.project);
    const own = others.filter(({ project }) => isOwn(project)).map((one) => one.context);
    const { GITHUB_EVENT_NAME: event } = environment;
    const hasEnded = event === "pull_request" || event === "pull_request_target";
    const itsOwn = () => {
        const lookup = (0,project_lookup/* projectLookup */.I)({ environment }, loaded, command.scopeName, context);
        return isOfPullRequest(context, loaded.manifest.project, loaded.github.event, lookup);
    };
    if (backend.lasting && own.length > 0 && hasEnded && endsOfPreviews.has(loaded.github.event?.action) && itsOwn())
        return undefined;
    const { setting } = settings.surface;
    const known = own.length > 0
        ? `Recorded there of ${loaded.project}: ${(0,listed/* andMore */.v)(own, mostNames)}.`
        : `Of ${loaded.project} nothing is recorded there.`;
    const suggestion = `${beside?.ok ? `${known} ` : ""}Correct ${setting("context")}; or say where the state is with ${setting("state-backend")}, ${setting("state-branch")} or ${setting("state-path")}: the Project of this checkout may be older, and not say it.`;
    const message = `nothing was ever recorded of ${loaded.project}/${context} in ${store.location}, so nothing was deleted`;
    return (0,diagnostic/* explained */.to)("invalid-input", message, { code: "nothing-recorded", suggestion });
}


/***/ })

};

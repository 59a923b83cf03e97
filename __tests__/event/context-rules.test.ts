import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { ContextRule, Project } from "../../src/engine/model/project.ts";
import { environmentLookup } from "../../src/engine/references/lookup.ts";
import { chooseContexts, mayBeNamed } from "../../src/event/context-rules.ts";

const rules: readonly ContextRule[] = [
  { input: true },
  { event: ["pull_request"], label: "preview", context: "pr-${GITHUB:event.number}", inherits: "dev" },
  { event: ["pull_request"], branch: "release/*", context: "staging" },
  { event: ["pull_request"], contexts: ["test", "prod"] },
  { event: ["schedule"], contexts: ["test", "prod"] },
  { tag: "v*", context: "prod" },
  { branch: "main", context: "test" },
  { branch: "feature/**", context: "dev", inherits: "test" },
];

function project(contexts: readonly ContextRule[]): Project {
  const locate = (pointer: string) => ({ file: `opus.yaml${pointer}`, line: 1, column: 1 });
  return {
    name: "storefront",
    formerNames: [],
    location: locate(""),
    contexts,
    commands: {},
    state: {},
    limits: {},
    hooks: [],
    processors: [],
    locate,
  };
}

interface Given {
  readonly event?: string;
  readonly ref?: string;
  readonly payload?: JsonObject;
  readonly given?: string;
  readonly rules?: readonly ContextRule[];
  readonly environment?: { readonly [name: string]: string };
  readonly trusted?: boolean;
  readonly looks?: boolean;
  readonly recorded?: boolean;
}

function choose({ event, ref, payload, given, rules: own = rules, ...more }: Given) {
  const { environment = {}, trusted = true, looks, recorded } = more;
  const lookup = environmentLookup({
    environment,
    github: payload ? { event: payload } : {},
    project: "storefront",
    command: "plan",
    context: "",
    inherited: undefined,
    secrets: new Map(),
    trusted,
  });
  const variables = { ...(event ? { GITHUB_EVENT_NAME: event } : {}), ...(ref ? { GITHUB_REF: ref } : {}) };
  return chooseContexts({
    project: project(own),
    given,
    environment: variables,
    event: payload,
    lookup,
    ...(looks ? { looks } : {}),
    ...(recorded ? { recorded } : {}),
  });
}

/** The contexts as text, `name<inherits`. */
function names(given: Given): string {
  const chosen = choose(given);
  return chosen.ok
    ? chosen.value.map(({ name, inherits }) => (inherits ? `${name}<${inherits}` : name)).join(" ")
    : chosen.error.reason;
}

function pullRequest(base: string, ...labels: string[]): Given {
  return {
    event: "pull_request",
    ref: "refs/pull/7/merge",
    payload: { number: 7, pull_request: { base: { ref: base }, labels: labels.map((name) => ({ name })) } },
  };
}

describe("a command that rests on what is recorded of a given context", () => {
  const own: readonly ContextRule[] = [
    { event: ["schedule"], context: "${ENV:NOT_SET}" },
    { event: ["pull_request"], label: "preview", context: "pr-${GITHUB:event.number}", inherits: "dev" },
    { input: ["production"], formerNames: ["prod", "live"] },
    { context: "eu-${ENV:CITY}", formerNames: ["old-${ENV:CITY}"] },
  ];
  const asked = (given: string | undefined, more: Given = {}) =>
    choose({ event: "schedule", rules: own, recorded: true, ...(given === undefined ? {} : { given }), ...more });

  it("takes the rule that leads to it, whatever event that is for and whatever is wrong with others", () => {
    expect(names({ event: "schedule", rules: own, recorded: true, given: "pr-12" })).toBe("pr-12<dev");
    expect(names({ event: "schedule", rules: own, recorded: true, given: "production" })).toBe("production");
  });

  it("goes without a rule, and says what is wrong if nothing is recorded", () => {
    const chosen = asked("test");
    expect(chosen).toMatchObject({ ok: true, value: [{ name: "test", inherits: undefined }] });
    const unruled = chosen.ok ? chosen.value[0]?.unruled : undefined;
    expect(unruled?.message).toBe('no rule of the Project takes the context "test" under the event schedule');
  });

  it.each([
    ["prod", '"prod" is a former name of the context "production", which its state belongs to'],
    ["old-ams", '"old-ams" is a former name of the context "eu-${ENV:CITY}", which its state belongs to'],
    ["a/b", '"a/b" is not a name of a context: letters, digits, ".", "_" and "-", beginning with a letter or digit'],
  ])("does not take %s", (given, message) => {
    expect(asked(given)).toMatchObject({ ok: false, error: { reason: "no-context", message } });
  });

  it("inherits what the rule says that names it, where any name is taken", () => {
    const open: readonly ContextRule[] = [{ input: true }, { context: "${GITHUB:ref_name}", inherits: "any" }, ...own];
    const by = (given: string) => names({ event: "schedule", rules: open, recorded: true, given });
    expect([by("pr-12"), by("test"), by("prod")]).toEqual(["pr-12<dev", "test", "no-context"]);
    const said: readonly ContextRule[] = [{ input: true, inherits: "base" }, ...own];
    expect(names({ event: "schedule", rules: said, recorded: true, given: "pr-12" })).toBe("pr-12<base");
  });

  it("is asked as any other without a name", () => {
    expect(asked(undefined)).toMatchObject({ ok: false, error: { reason: "invalid-manifest" } });
  });
});

describe("in a terminal, a command that only looks takes what any rule leads to", () => {
  const own: readonly ContextRule[] = [
    { event: ["pull_request"], label: "preview", context: "pr-${GITHUB:event.number}", inherits: "dev" },
    { event: ["pull_request"], contexts: ["test", "prod"] },
    { branch: "main", context: "prod", inherits: "base" },
    { input: ["dev"], branch: "main" },
  ];

  it.each<[string, string]>([
    ["prod", "prod"],
    ["test", "test"],
    ["dev", "dev"],
    ["pr-12", "pr-12<dev"],
    ["pr-", "no-context"],
    ["prxprod", "no-context"],
    ["production", "no-context"],
  ])("%s: %s", (given, expected) => {
    expect(names({ given, rules: own, looks: true })).toBe(expected);
    expect(names({ given, rules: own })).toBe("no-context");
    expect(names({ given, rules: own, looks: true, event: "push", ref: "refs/heads/x" })).toBe("no-context");
  });

  it("and what writes is told which rule is missing", () => {
    for (const given of ["prod", "pr-12"])
      expect(choose({ given, rules: own })).toMatchObject({
        error: {
          diagnostics: [
            {
              suggestion: `The rule that leads to "${given}" is for other events; add \`{input: [${given}]}\` to take it from the input \`context\`.`,
            },
          ],
        },
      });
  });
});

describe("without an event and a name, the only context that is possible is meant", () => {
  const prod: readonly ContextRule[] = [{ branch: "main", context: "prod", inherits: "base" }, { input: ["prod"] }];

  it.each<[string, readonly ContextRule[], string, string]>([
    ["one name in all rules", prod, "prod", "prod"],
    ["one name, which no rule takes here", prod.slice(0, 1), "prod<base", "no-context"],
    [
      "one name beside previews",
      [...prod, { event: ["pull_request"], context: "pr-${GITHUB:n}" }],
      "prod",
      "no-context",
    ],
    ["one name where any is taken", [...prod, { input: true }], "prod", "no-context"],
    ["two names", [...prod, { event: ["pull_request"], context: "test" }], "no-context", "no-context"],
    ["no name", [{ input: true }], "no-context", "no-context"],
  ])("%s", (_, own, looking, writing) => {
    expect(names({ rules: own, looks: true })).toBe(looking);
    expect(names({ rules: own })).toBe(writing);
  });

  it("is no way around an event", () => {
    expect(names({ rules: prod, looks: true, event: "push", ref: "refs/heads/x" })).toBe("no-context");
  });
});

describe("an event leads to the first rule that matches", () => {
  it.each<[string, Given, string]>([
    ["a push to main", { event: "push", ref: "refs/heads/main" }, "test"],
    ["a push to a nested branch", { event: "push", ref: "refs/heads/feature/a/b" }, "dev<test"],
    ["a push to another branch", { event: "push", ref: "refs/heads/other" }, "no-context"],
    ["a branch whose name only begins alike", { event: "push", ref: "refs/heads/main2" }, "no-context"],
    ["a push of a tag", { event: "push", ref: "refs/tags/v1.2" }, "prod"],
    ["a push of another tag", { event: "push", ref: "refs/tags/1.2" }, "no-context"],
    ["a tag called like a branch", { event: "push", ref: "refs/tags/main" }, "no-context"],
    ["a branch called like a tag", { event: "push", ref: "refs/heads/v1" }, "no-context"],
    ["a dispatch on main", { event: "workflow_dispatch", ref: "refs/heads/main" }, "test"],
    ["a dispatch on a tag", { event: "workflow_dispatch", ref: "refs/tags/v1" }, "prod"],
    ["a schedule, whatever its branch", { event: "schedule", ref: "refs/heads/main" }, "test prod"],
    ["a pull request with the label", pullRequest("main", "bug", "preview"), "pr-7<dev"],
    ["a pull request into a release", pullRequest("release/1.0"), "staging"],
    ["a pull request into main", pullRequest("main", "bug"), "test prod"],
    [
      "a release event: branch and tag rules are for push and dispatch",
      { event: "release", ref: "refs/tags/v1" },
      "no-context",
    ],
    ["an issue comment on main", { event: "issue_comment", ref: "refs/heads/main" }, "no-context"],
    ["a terminal", {}, "no-context"],
  ])("%s", (_, given, expected) => {
    expect(names(given)).toBe(expected);
  });

  it("a branch rule with an event takes that event's branch", () => {
    const own: ContextRule[] = [{ event: ["schedule", "release"], branch: "main", context: "nightly" }];
    expect(names({ rules: own, event: "schedule", ref: "refs/heads/main" })).toBe("nightly");
    expect(names({ rules: own, event: "push", ref: "refs/heads/main" })).toBe("no-context");
  });

  it("a rule without conditions takes everything that came so far", () => {
    expect(names({ rules: [...rules, { context: "rest" }], event: "issues" })).toBe("rest");
    expect(names({ rules: [{ context: "all" }] })).toBe("all");
  });

  it("globs know braces and negation", () => {
    const own: ContextRule[] = [
      { branch: "{main,next}", context: "a" },
      { branch: "!wip/**", context: "b" },
    ];
    expect(names({ rules: own, event: "push", ref: "refs/heads/next" })).toBe("a");
    expect(names({ rules: own, event: "push", ref: "refs/heads/x" })).toBe("b");
    expect(names({ rules: own, event: "push", ref: "refs/heads/wip/x" })).toBe("no-context");
  });
});

describe("the context input", () => {
  it.each<[string, Given, string]>([
    ["wins where `input: true` comes first", { given: "anything", event: "push", ref: "refs/heads/main" }, "anything"],
    ["is taken in a terminal", { given: "prod" }, "prod"],
    [
      "is taken by a list that holds it",
      { given: "prod", rules: [{ input: ["test", "prod"], inherits: "base" }] },
      "prod<base",
    ],
    ["is refused by a list without it", { given: "prd", rules: [{ input: ["test", "prod"] }] }, "no-context"],
    ["narrows what the event leads to anyway", { given: "prod", event: "schedule", rules: rules.slice(1) }, "prod"],
    [
      "is refused where the event leads elsewhere",
      { given: "prod", event: "push", ref: "refs/heads/main", rules: rules.slice(1) },
      "no-context",
    ],
    [
      "can be limited to an event",
      { given: "prod", event: "push", rules: [{ input: true, event: ["workflow_dispatch"] }] },
      "no-context",
    ],
    [
      "can be taken for an event",
      { given: "prod", event: "workflow_dispatch", rules: [{ input: true, event: ["workflow_dispatch"] }] },
      "prod",
    ],
  ])("%s", (_, given, expected) => {
    expect(names(given)).toBe(expected);
  });

  it("an input rule is passed over when no context is given", () => {
    expect(names({ rules: [{ input: true }, { context: "rest" }], event: "push" })).toBe("rest");
  });

  it("without a Project, or without rules, names the context", () => {
    const lookup = environmentLookup({
      environment: {},
      github: {},
      project: "p",
      command: "plan",
      context: "",
      inherited: undefined,
      secrets: new Map(),
      trusted: true,
    });
    const bare = (given: string | undefined, own: Project | undefined) =>
      chooseContexts({ project: own, given, environment: {}, event: undefined, lookup });
    expect(bare("prod", undefined)).toEqual({ ok: true, value: [{ name: "prod", inherits: undefined }] });
    expect(bare("prod", project([]))).toEqual({ ok: true, value: [{ name: "prod", inherits: undefined }] });
    expect(bare(undefined, undefined)).toMatchObject({
      error: {
        reason: "no-context",
        message: "no context: the manifest has no Project document, so the input `context` must name one",
      },
    });
    expect(bare(undefined, project([]))).toMatchObject({
      error: {
        message:
          'no context: the Project "storefront" has no rules under `contexts`, so the input `context` must name one',
      },
    });
  });

  it("must be a name", () => {
    for (const given of ["a/b", "", "-x", "a b", "../x", ".."]) {
      const chosen = choose({ given });
      expect(chosen).toMatchObject({
        ok: false,
        error: {
          reason: "no-context",
          message: `"${given}" is not a name of a context: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
        },
      });
    }
  });
});

describe("what matches nothing", () => {
  const failure = (given: Given) => {
    const chosen = choose(given);
    return chosen.ok
      ? undefined
      : [chosen.error.message, chosen.error.diagnostics[0]?.suggestion, chosen.error.diagnostics[0]?.location?.file];
  };

  it("says what the run is about", () => {
    const add = "Add a rule for it, or set the input `context`.";
    expect(failure({ event: "push", ref: "refs/heads/other" })).toEqual([
      "no rule under `contexts` matches this run: event push, branch other",
      add,
      "opus.yaml/spec/contexts",
    ]);
    expect(failure({ event: "push", ref: "refs/tags/x" })?.[0]).toBe(
      "no rule under `contexts` matches this run: event push, tag x",
    );
    expect(failure({ ...pullRequest("main", "a", "b"), rules: [{ branch: "main", context: "test" }] })?.[0]).toBe(
      "no rule under `contexts` matches this run: event pull_request, branch main, labels a, b",
    );
    expect(failure({ rules: [{ branch: "main", context: "test" }, { input: ["prod"] }] })).toEqual([
      "no context was named, and the rules name test and prod",
      // The rule that leads to test is for an event, so that name would be refused.
      "Give `context: prod`. `opus contexts` tells what leads to each.",
      "opus.yaml/spec/contexts",
    ]);
    expect(failure({ rules: [{ input: ["test", "prod"] }] })?.[1]).toBe(
      "Give `context: test`, for example. `opus contexts` tells what leads to each.",
    );
    expect(
      failure({
        rules: [
          { branch: "main", context: "test" },
          { tag: "v*", context: "prod" },
        ],
      })?.slice(0, 2),
    ).toEqual([
      "no context was named, and the rules name test and prod",
      "The rules are for events; add `{input: [test, prod]}` to take one from the input `context`.",
    ]);
    expect(failure({ rules: [{ input: true }] })?.slice(0, 2)).toEqual([
      "no context was named, and no rule names one",
      "Give `context: NAME`. `opus contexts` tells what leads to each.",
    ]);
  });

  it("names the nearest context when one was given", () => {
    const own = [{ input: ["test", "prod"] }, { event: ["push"], context: "pr-${GITHUB:x}" }];
    expect(failure({ given: "prood", rules: own })).toEqual([
      'no rule of the Project takes the context "prood" outside of an event',
      'Did you mean "prod"?',
      "opus.yaml/spec/contexts",
    ]);
    const other = [{ event: ["schedule"], context: "prod" }];
    expect(failure({ given: "prod", event: "push", rules: other })).toEqual([
      'no rule of the Project takes the context "prod" under the event push',
      'The rule that leads to "prod" is for other events; add `{input: [prod]}` to take it from the input `context`.',
      "opus.yaml/spec/contexts",
    ]);
    expect(failure({ given: "zzzzzz", rules: own })?.[1]).toBe(
      "The rules name test and prod. To take it, add a rule such as `{input: [zzzzzz]}`.",
    );
  });
});

describe("names with references", () => {
  const from = (context: string) =>
    choose({
      rules: [{ context }],
      event: "push",
      payload: { number: 7, title: "a/b" },
      environment: { STAGE: "blue" },
    });

  it("take the event and the environment", () => {
    expect(from("pr-${GITHUB:event.number}-${ENV:STAGE}")).toMatchObject({ value: [{ name: "pr-7-blue" }] });
    expect(from("${GITHUB:event.number}")).toMatchObject({ value: [{ name: "7" }] });
  });

  it("that give no name, or miss something, are errors at the rule", () => {
    expect(from("${GITHUB:event.title}")).toMatchObject({
      error: {
        reason: "invalid-manifest",
        message: "the context can't be named",
        diagnostics: [
          {
            code: "bad-context-name",
            message:
              'this rule leads to the context "a/b", which is not a name: letters, digits, ".", "_" and "-", beginning with a letter or digit',
            location: { file: "opus.yaml/spec/contexts/0/context" },
            suggestion: "Build the name from something that has no slashes, such as `pr-${GITHUB:event.number}`.",
          },
        ],
      },
    });
    expect(from("${GITHUB:event.nmber}")).toMatchObject({
      error: { diagnostics: [{ code: "unknown-github", suggestion: "Did you mean `${GITHUB:event.number}`?" }] },
    });
  });

  it("read no environment in an untrusted run", () => {
    const chosen = choose({ rules: [{ context: "x-${ENV:STAGE}" }], environment: { STAGE: "blue" }, trusted: false });
    expect(chosen.ok).toBe(false);
    expect(JSON.stringify(chosen)).not.toContain("blue");
  });
});

describe("former names of a context", () => {
  const own: readonly ContextRule[] = [
    { input: ["live", "pr-7"] },
    { event: ["pull_request"], context: "pr-${GITHUB:event.number}", formerNames: ["preview-${GITHUB:event.number}"] },
    { branch: "main", context: "live", formerNames: ["prod", "production"] },
    { input: ["test"], formerNames: ["qa"] },
  ];
  const former = (given: Given) => {
    const chosen = choose({ rules: own, ...given });
    return chosen.ok ? chosen.value.map(({ formerNames = [] }) => formerNames.map(({ name }) => name).join(" ")) : [];
  };

  it.each<[string, Given, string]>([
    ["of its own rule", { event: "push", ref: "refs/heads/main" }, "prod production"],
    ["whichever rule leads to it", { given: "live" }, "prod production"],
    ["of an input rule with one name", { given: "test" }, "qa"],
    ["templates, as the context is one", { event: "pull_request", payload: { number: 7 } }, "preview-7"],
    ["templates, from the input", { event: "pull_request", payload: { number: 7 }, given: "pr-7" }, "preview-7"],
    ["none of a template that can't be told here", { given: "pr-7" }, ""],
  ])("%s", (_, given, names) => {
    expect(former(given)).toEqual([names]);
  });

  it("say where they stand", () => {
    const chosen = choose({ rules: own, given: "live" });
    expect(chosen.ok && chosen.value[0]?.formerNames?.[1]?.location.file).toBe(
      "opus.yaml/spec/contexts/2/formerNames/1",
    );
  });

  it("that can't be told are an error", () => {
    const unclear = [{ input: ["live"] }, { context: "live", formerNames: ["${ENV:GONE}"], branch: "x" }];
    const chosen = choose({ rules: unclear, given: "live" });
    expect(!chosen.ok && chosen.error.diagnostics[0]?.message).toBe(
      'this former name of the context "live" can\'t be told here: ${ENV:GONE}',
    );
  });

  it.each<[string, boolean]>([
    ["live", true],
    ["pr-99", true],
    ["pr-", true],
    ["test", true],
    ["preview-7", false],
    ["prod", false],
    ["xlive", false],
  ])("may a rule of today lead to %s?", (name, may) => {
    expect(mayBeNamed(project(own), name)).toBe(may);
    expect(mayBeNamed(project([...own, { input: true }]), name)).toBe(true);
    expect(mayBeNamed(undefined, name)).toBe(true);
  });
});

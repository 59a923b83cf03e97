import type { Event } from "./rig.ts";

// Two contexts, each with a value of its own, a copied file and a script that has a secret: most of what may make one differ.

export const repository = { id: 1, full_name: "octo/storefront", default_branch: "main" };
export const schedule: Event = { name: "schedule", ref: "refs/heads/main", payload: { repository } };
export const secret = { DEMO_TOKEN: "a-token-that-is-long-enough" };

/** The last task. */
export const script = `---
apiVersion: opus/v1
kind: Shell
metadata: {name: script}
spec:
  create: "echo made > script.txt"
  env: {SUM: "\${VAR:stage:SHA256_CHECKSUM}"}
  secretEnv: {TOKEN: "\${SECRET:token}"}
  inputs: ["inputs/**"]
`;
export const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {input: [test, prod]}
  - {event: schedule, contexts: [test, prod]}
---
apiVersion: opus/v1
kind: Values
metadata: {name: values}
spec:
  values:
    stage: {type: string, default: "none", contexts: {test: "of test", prod: "of prod"}}
  secrets:
    token: {env: DEMO_TOKEN}
---
apiVersion: opus/v1
kind: File
metadata: {name: stage}
spec: {path: "stage-\${OPUS:context}.txt", content: "\${VALUE:stage}"}
---
apiVersion: opus/v1
kind: File
metadata: {name: copy, dependencies: [{tasks: [stage]}]}
spec: {path: "copy-\${OPUS:context}.txt", source: source.txt}
${script}`;
export const files = {
  "opus.yaml": manifest,
  "source.txt": "source",
  "inputs/one.txt": "one",
};

import { metadata } from "../../action/metadata.generated.ts";
import { type Place, type TemplateName, templates, yamlText } from "./templates.ts";

/** The tag that follows the newest release of this major version. */
export const actionRef = `v${metadata.version.split(".")[0]}`;

/** The commit of actions/checkout that the example workflows pin; a test holds the two together. */
export const checkoutPin = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

export interface WorkflowPlace extends Place {
  /** Who has the action: `octo`, or OWNER where nobody knows. */
  readonly actionOwner: string;
  /** The folder of the manifest from the top of the repository; empty: the top. */
  readonly folder: string;
}

/** A workflow that shows plans on pull requests and applies what is pushed, each with no more than it needs. */
export function workflowText(template: TemplateName, place: WorkflowPlace): string {
  const { branch } = place;
  return `# Shows on each pull request what merging it would change, and applies what is pushed to ${branch}.
name: opus
on:
  pull_request: {}
  push: { branches: [${JSON.stringify(branch)}] }

permissions: {}

jobs:
${planJob(stepOf(template, place, "plan"))}
${applyJob(stepOf(template, place, "apply"))}`;
}

/** The step of the action. */
function stepOf(template: TemplateName, { actionOwner, folder }: WorkflowPlace, command: string): string {
  const inputs = [`command: ${command}`, ...(folder === "" ? [] : [`working-directory: ${yamlText(folder)}`])];
  const env = templates[template].env.map((line) => `\n        env: { ${line.replace(": ", ': "')}" }`).join("");
  return `      - uses: ${actionOwner}/magnum-opus@${actionRef} # better a commit: see docs/upgrading.md there
        with: { ${inputs.join(", ")} }${env}`;
}

function planJob(step: string): string {
  return `  plan:
    name: Opus plan
    # Pull requests from forks and from Dependabot get a token that may only read.
    if: >-
      github.event_name == 'pull_request'
      && github.event.pull_request.head.repo.full_name == github.repository
      && github.event.pull_request.user.login != 'dependabot[bot]'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    concurrency:
      group: opus-plan-\${{ github.event.pull_request.number }}
      cancel-in-progress: true
    permissions:
      contents: read # the manifest, and state to compare it with
      pull-requests: write # the comment
    steps:
      - uses: ${checkoutPin}
        with: { fetch-depth: 2, persist-credentials: false }
${step}
`;
}

function applyJob(step: string): string {
  return `  apply:
    name: Opus apply
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # One after the other, and none that goes on is cut off.
    concurrency: { group: opus-apply, queue: max }
    permissions:
      contents: write # state is a branch of this repository
      actions: read # to see that a run which left a lock behind is over
      pull-requests: write # the preview's comment gets the result
    steps:
      - uses: ${checkoutPin}
        with: { persist-credentials: false }
${step}
`;
}

import { randomUUID } from "node:crypto";
import type { Settings } from "../../action/inputs.ts";
import { sha256 } from "../../node/sha256.ts";

/** All checks that one step of a workflow writes, in whichever run; and which of its runs this is. */
export interface CheckSeries {
  readonly key: string;
  /** Number of the run, in digits; GitHub gives newer runs higher ones. */
  readonly run: string;
  readonly attempt: number;
}

const keyForm = /^[0-9a-f]{16}$/;
const runForm = /^\d{1,20}$/;
const markForm = /^opus\.([0-9a-f]{16})\.(\d{1,20})\.(\d{1,9})\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Environment = { readonly [name: string]: string | undefined };
type Asked = Pick<
  Settings,
  "command" | "planCommand" | "context" | "project" | "manifest" | "workingDirectory" | "targets"
>;

/** The series of this step: jobs of a matrix are told apart by what they are asked to do. */
export function seriesOf(environment: Environment, asked: Asked): CheckSeries {
  const { GITHUB_WORKFLOW_REF: workflow = "", GITHUB_EVENT_NAME, GITHUB_JOB, GITHUB_ACTION } = environment;
  const { GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt } = environment;
  const { command, planCommand, context, project, manifest, workingDirectory, targets } = asked;
  const step = [workflow.split("@")[0], GITHUB_EVENT_NAME, GITHUB_JOB, GITHUB_ACTION];
  const what = [command, planCommand, context, project, manifest, workingDirectory, targets];
  const key = sha256(JSON.stringify([step, what].map((list) => list.map((one) => one ?? null)))).slice(0, 16);
  return { key, run: runForm.test(run) ? run : "0", attempt: Number(attempt) || 1 };
}

/** Something that no other check has, and that tells of which series it is. */
export function newMark({ key, run, attempt }: CheckSeries): string {
  return `opus.${key}.${run}.${attempt}.${randomUUID()}`;
}

/** Can it be the mark of a check? */
export function isMark(text: string): boolean {
  return markForm.test(text);
}

/** Is it the mark of a check that an older run of the series has written, or an older attempt of this one? */
export function isOlder(mark: string, { key, run, attempt }: CheckSeries): boolean {
  const [, ofKey, ofRun = "", ofAttempt] = markForm.exec(mark) ?? [];
  if (ofKey !== key) return false;
  const difference = BigInt(ofRun) - BigInt(run);
  return difference < 0n || (difference === 0n && Number(ofAttempt) < attempt);
}

/** @returns undefined for what is none */
export function readSeries(value: { readonly [name: string]: unknown }): CheckSeries | undefined {
  const { key, run, attempt } = value;
  if (typeof key !== "string" || typeof run !== "string" || typeof attempt !== "number") return undefined;
  return keyForm.test(key) && runForm.test(run) && Number.isSafeInteger(attempt) ? { key, run, attempt } : undefined;
}

import { expect, test } from "vitest";
import { readSettings } from "../../../src/action/inputs.ts";
import { PullRequestSession } from "../../../src/app/pull-request/pull-request-session.ts";
import { builtInCommands } from "../../../src/engine/model/commands.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";

function session(): PullRequestSession {
  const settings = readSettings({ command: "report" }, { terminal: false });
  if (!settings.ok) throw new Error(JSON.stringify(settings.error));
  return new PullRequestSession({
    settings: settings.value,
    host: {
      environment: {},
      version: "0.0.0",
      terminal: false,
      directory: "/",
      redactor: createRedactor(),
      signal: new AbortController().signal,
    },
    github: { event: {}, values: {} } as unknown as ConstructorParameters<typeof PullRequestSession>[0]["github"],
    trusted: true,
    requests: { granted: false, why: "" },
  });
}

/** What joined reports of a command, none of which has a context, mean to the comment. */
function purpose(command: string, previews?: string): string | undefined {
  const joined = { command, contexts: [], ...(previews === undefined ? {} : { previews }) };
  return session().purposeOfReports(joined)?.purpose;
}

test("joined reports tell of an apply only where their command carries out a plan, or may", () => {
  const applying = Object.keys(builtInCommands).filter((command) => purpose(command) === "apply");
  // Of a plan that failed early its report does not say what it previews; a report of `report` once counted as an apply.
  expect(applying).toEqual(["plan", "apply", "create", "update", "delete", "rollback"]);
  expect(purpose("deploy")).toBe("apply");
  expect(purpose("plan", "deploy")).toBe("plan");
});

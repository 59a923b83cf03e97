import { expect, it } from "vitest";
import { taskLinks } from "../../../src/hooks/comment/links.ts";
import { task } from "../samples.ts";
import { commit, repository, server } from "./samples.ts";

it("a task links to its document at the commit, or nowhere", () => {
  const link = taskLinks(server, repository, commit);
  const to = (file: string) => link(task("a", { location: { file, line: 7, column: 1 } }));
  const blob = `${server}/${repository}/blob/${commit}`;
  expect(to("ops/opus.yaml")).toBe(`${blob}/ops/opus.yaml#L7`);
  expect(to("a#b?c/\ud800.yaml")).toBe(`${blob}/a%23b%3Fc/%EF%BF%BD.yaml#L7`);
  // A browser would take these for other pages of the server.
  for (const file of ["../../../../../octocat/evil", "a/../../x", "./x", "/etc/passwd", "a//b", ""])
    expect(to(file)).toBeUndefined();
  expect(taskLinks(server, repository, "")(task("a", { location: { file: "x", line: 1, column: 1 } }))).toBeUndefined();
});

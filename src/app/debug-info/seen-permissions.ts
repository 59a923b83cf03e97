import { apiAttemptMs } from "../../engine/model/timing.ts";
import { GitHubServer } from "../../github/api/open-client.ts";
import type { Host } from "../host.ts";

/** What the parts of opus need of a token, and a question that only a token with it gets answered. */
const questions = [
  ["contents: read", "GET /repos/{owner}/{repo}/branches"],
  ["actions: read", "GET /repos/{owner}/{repo}/actions/caches"],
  ["pull-requests: read", "GET /repos/{owner}/{repo}/pulls"],
] as const;

/**
 * What GitHub answers a token, with a question for each permission. Whether it may write is not tried out.
 * @returns for people: `contents: read (200), actions: read (403)`; or why nothing was asked
 */
export async function seenPermissions(token: string | undefined, host: Host): Promise<string> {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository } = host.environment;
  if (token === undefined) return "not asked: no token was given";
  if (!apiUrl || !repository) return "not asked: the environment names no repository";
  const [owner = "", repo = ""] = repository.split("/");
  const server = new GitHubServer({
    apiUrl,
    token,
    userAgent: `magnum-opus/${host.version}`,
    environment: host.environment,
  });
  const client = await server.open({ attemptMs: apiAttemptMs });
  try {
    const answers: string[] = [];
    for (const [permission, route] of questions) {
      const called = await client.call(route, { owner, repo, per_page: 1 }, { signal: host.signal });
      const answer = called.ok ? called.value : "answer" in called ? called.answer : undefined;
      if (answer === undefined) return server.whyUnreachable("error" in called ? called.error : undefined);
      answers.push(`${permission} (${answer.status})`);
    }
    return answers.join(", ");
  } finally {
    await client.dispose();
  }
}

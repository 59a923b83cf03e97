import { withoutEnd } from "../../engine/text/line-ends.ts";
import type { Checks } from "../../github/checks.ts";

/** Where checks are written, for a run and for its post step. The client is loaded with it. */
export async function openChecks(
  environment: { readonly [name: string]: string | undefined },
  token: string,
  version: string,
): Promise<Checks> {
  const { Checks } = await import("../../github/checks.ts");
  const { GITHUB_REPOSITORY: repository = "" } = environment;
  const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`;
  return new Checks({ apiUrl, graphqlUrl, repository, token, userAgent: `magnum-opus/${version}`, environment });
}

import type { Octokit } from "@octokit/core";
import { noAnswer } from "./no-answer.ts";

/**
 * A plugin that keeps a request from being sent again where that comes to the same: the proxy forbids it, or the
 * certificate is not taken. It must stand before those that send again.
 */
export function onceWhereInVain(octokit: Octokit): void {
  octokit.hook.wrap("request", async (request, options) => {
    try {
      return await request(options);
    } catch (error) {
      if (noAnswer(error)?.lasting) options.request = { ...options.request, retries: 0 };
      throw error;
    }
  });
}

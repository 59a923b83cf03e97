import type { Octokit } from "@octokit/core";
import { trace } from "../../trace/trace.ts";

/**
 * A plugin that says in a trace when a request is sent again, which time, and why. It must stand before those that send
 * again, so that they call it each time.
 */
export function tracedRetries(octokit: Octokit): void {
  // The same options each time.
  const failures = new WeakMap<object, { readonly count: number; readonly why: string }>();
  octokit.hook.wrap("request", async (request, options) => {
    const failed = failures.get(options);
    const { method, url } = options;
    if (failed) trace(() => `retry ${failed.count} after ${failed.why}: ${method} ${url}`);
    try {
      return await request(options);
    } catch (error) {
      failures.set(options, { count: (failed?.count ?? 0) + 1, why: whyFailed(error) });
      throw error;
    }
  });
}

function whyFailed(error: unknown): string {
  const { response } = error as { readonly response?: { readonly status?: unknown } };
  return typeof response?.status === "number" ? String(response.status) : "no answer";
}

import type { PlanIdentity } from "../../engine/plan/plan-digest.ts";
import type { Digest } from "../../engine/ports/digest.ts";

/** What ties a preview to its pull request. */
export interface PreviewSignature {
  /** Undefined without a signing key. */
  make(plan: PlanIdentity & { readonly digest: string }, pullRequest: number): string | undefined;
}

/** @param key undefined: nothing is sealed */
export function openPreviewSignature(
  key: string | undefined,
  repository: string,
  digester: (key: string) => Digest,
): PreviewSignature {
  const digest = key === undefined ? undefined : digester(key);
  return {
    make: ({ project, context, action, digest: plan }, pullRequest) =>
      digest?.({ sealed: "preview", repository, pullRequest, project, context, action, digest: plan }),
  };
}

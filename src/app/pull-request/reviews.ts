import type { Digest } from "../../engine/ports/digest.ts";
import type { Previews } from "./check-review.ts";
import type { PreviewSignature } from "./preview-signature.ts";

/** What plans are compared, signed and reviewed with. */
export interface Reviews {
  /** Makes digests of plans. */
  readonly digest: Digest;
  readonly previewSignature: PreviewSignature;
  /** Finds the previews that were reviewed. */
  readonly previews: Previews;
  /** Number of the pull request that this run is for, as far as the event tells. */
  readonly pullRequest: number | undefined;
}

import type { ExecuteRequest } from "./execute-request.ts";
import type { GivenOutputs } from "./given-outputs.ts";
import type { HoldUps } from "./hold-ups.ts";
import type { Recording } from "./recording.ts";

/** What the pieces of one execution share. */
export interface Executing {
  readonly request: ExecuteRequest;
  readonly holdUps: HoldUps;
  readonly outputs: GivenOutputs;
  readonly recording: Recording;
}

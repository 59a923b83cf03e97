/** Which run writes state. */
export interface RunInfo {
  readonly id: string;
  readonly attempt: number;
  readonly sha: string;
  /** Link to the run, or empty. */
  readonly url: string;
}

/** The commit that is checked out. */
export interface WorkspaceCommit {
  readonly sha: string;
  /** Nothing was changed, added or ignored beside it. */
  readonly clean: boolean;
}

/** Which commit is checked out can't be told; why, as the end of a sentence. */
export interface UntoldCommit {
  readonly untold: string;
}

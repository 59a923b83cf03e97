/** The commit that is checked out. */
export interface WorkspaceCommit {
  readonly sha: string;
  /** Nothing was changed, added or ignored beside it. */
  readonly clean: boolean;
}

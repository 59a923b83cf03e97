/** A pull request of somebody else's copy of the repository: its runs are not trusted. */
export const fromFork = {
  name: "pull_request",
  ref: "refs/pull/1/merge",
  payload: {
    repository: { id: 1, full_name: "octo/demo", default_branch: "main" },
    pull_request: {
      number: 1,
      base: { ref: "main", repo: { id: 1, full_name: "octo/demo" } },
      head: { ref: "x", repo: { id: 2, full_name: "stranger/demo" } },
    },
  },
};

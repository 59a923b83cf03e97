/** What stands in place of a secret where none is read. */
export const unseen = "(hidden)";

/** What a new branch begins with, for whoever comes across it. */
export function readme(branch: string): string {
  return `# State of opus

This branch (\`${branch}\`) is written by opus: what it has made and keeps up, one folder for each project and context,
and the locks of runs that are under way. Its log reads as a history of each environment.

Don't merge it, and don't edit it by hand: use \`opus state\` in a terminal. Without it, opus does not know any more what
is its own.
`;
}

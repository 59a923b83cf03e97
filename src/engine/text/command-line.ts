// Command lines that are printed for people to paste into a shell. Only this file quotes words of them.

/** A word that a POSIX shell takes as it is: quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Words as one line of a shell. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

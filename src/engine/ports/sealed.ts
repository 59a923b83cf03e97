/** What can be done with secrets when state is sealed. */
export interface Sealed {
  /** A keyed checksum of a value, which tells whether it is another one now, and nothing else. */
  fingerprint(value: string): string;
}

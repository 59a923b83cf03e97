/** What the program knows of its inputs: action.yml's data. */
export interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly inputs: readonly InputRow[];
}

/** One input, which is a flag in a terminal. */
export interface InputRow {
  readonly name: string;
  readonly description: string;
  readonly default: string;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  write(text: string): unknown;
  on(event: "error", listener: () => void): unknown;
}

/** Where a program prints. */
export interface StandardStream {
  readonly isTTY: boolean;
  /** Width of the terminal; undefined: it is none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/**
 * A standard stream that falls silent when nobody reads it any more (`opus apply | head`, a terminal that was closed)
 * or it can't be written: what is under way goes on and is recorded, and no error ends the process.
 */
export function standardStream(stream: Stream): StandardStream {
  let open = true;
  // For good: what modules of the repository print there meets the same end.
  stream.on("error", () => {
    open = false;
  });
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    write: (text) => {
      if (!open) return;
      try {
        stream.write(text);
      } catch {
        open = false;
      }
    },
  };
}

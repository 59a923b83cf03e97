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

/** What others are to read of a standard stream, and whether they get it. */
export interface DataOutput {
  /** All of it, however slowly it is read: what is piped may be a backup. */
  write(chunk: string | Uint8Array): Promise<void>;
  /**
   * Why something that was meant for others was not written: all of it, or, where a disk has taken it, the log too. Who stops
   * reading a log does so on purpose. Asked at the end.
   */
  lost(): Promise<Error | undefined>;
}

interface Writable {
  write(chunk: string | Uint8Array, done: (error?: Error | null) => void): unknown;
  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Watches whether a standard stream can be written. */
export function dataOutput(stream: Writable): DataOutput {
  let lost: Error | undefined;
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") lost ??= error;
  });
  const write = (chunk: string | Uint8Array): Promise<void> =>
    new Promise((resolve) =>
      stream.write(chunk, (error) => {
        if (error) lost ??= error;
        resolve();
      }),
    );
  return {
    write,
    lost: async () => {
      // Errors of a stream come a turn later.
      await new Promise((resolve) => setImmediate(resolve));
      return lost;
    },
  };
}

/** As much of the parser of `tar` as is used. Its own types take all of the package. */
declare module "tar/parse" {
  import type { EventEmitter } from "node:events";

  export interface ReadEntry extends EventEmitter {
    readonly path: string;
    readonly type: string;
    readonly mode?: number;
    readonly linkpath?: string;
    readonly meta: boolean;
    readonly ignore: boolean;
    resume(): void;
  }

  export class Parser extends EventEmitter {
    constructor(options: { readonly strict?: boolean; readonly brotli?: boolean; readonly zstd?: boolean });
    /** @returns false: more is to be written after `drain` */
    write(bytes: Uint8Array): boolean;
    end(): void;
  }
}

/** As much of yauzl as is used: it has no types. */
declare module "yauzl" {
  import type { Readable } from "node:stream";

  export interface Entry {
    readonly fileName: string;
    readonly versionMadeBy: number;
    readonly externalFileAttributes: number;
    readonly uncompressedSize: number;
    readonly crc32: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export class RandomAccessReader {
    _readStreamForRange(start: number, end: number): Readable;
  }

  export function fromRandomAccessReaderPromise(
    reader: RandomAccessReader,
    size: number,
    options: { readonly autoClose?: boolean; readonly strictFileNames?: boolean },
  ): Promise<ZipFile>;
}

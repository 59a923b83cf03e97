import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { type ArchiveData, type ArchiveSink, bytesOf } from "./archive-data.ts";

/**
 * Reads an archive from its beginning to its end. Its format is told by its first bytes.
 * @param shown its address, for messages
 * @throws TaskFailure when it is none, is damaged, or is refused by the sink
 */
export async function readArchive(
  data: ArchiveData,
  sink: ArchiveSink,
  shown: string,
  signal: AbortSignal,
): Promise<void> {
  const begin = Buffer.from(bytesOf(data, 0, 4));
  const isGzip = begin[0] === 0x1f && begin[1] === 0x8b;
  const isZip = ["504b0304", "504b0506", "504b0708"].includes(begin.toString("hex"));
  if (!isGzip && !isZip)
    throw new TaskFailure(`${shown} is neither a tar.gz nor a zip`, {
      untouched: true,
      hint: "These two can be unpacked. For a single file, write `path` in place of `extract`.",
    });
  try {
    // Each format is a chunk with the package that reads it.
    if (isGzip) {
      const { Parser } = await import("tar/parse");
      const { untar } = await import("./untar.ts");
      await untar(new Parser({ brotli: false, zstd: false }), data, sink, signal);
    } else {
      const yauzl = await import("yauzl");
      const { unzip } = await import("./unzip.ts");
      await unzip(yauzl, data, sink, signal);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TaskFailure) throw error;
    throw new TaskFailure(`${shown} can't be unpacked: ${(error as Error).message}`, { untouched: true, cause: error });
  }
}

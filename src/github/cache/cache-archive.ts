import { lstatSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { archiveBytes, mebibyte, sizeWords, stateBytes } from "../../engine/model/size-limits.ts";
import type { CacheTrouble } from "../../ports/actions-cache.ts";
import { cachedFile } from "./cache-request.ts";
import { quoted, trouble } from "./cache-trouble.ts";

const unzip = promisify(gunzip);
const blockBytes = 512;
/** What an archive may have besides the one file: headers, padding, and what tar programs add. */
const besidesBytes = mebibyte;

/**
 * Takes the one file of state out of a packed archive. Whoever gets hold of a job's token can save archives, so nothing
 * of one is ever unpacked to disk: no link, no folder and no other file of it, and never more than a state may have.
 * @param path of the archive
 */
export async function readArchive(path: string): Promise<Result<Uint8Array, CacheTrouble>> {
  const packed = lstatSync(path);
  if (!packed.isFile()) return corrupt("an entry was found, and its archive is no file");
  if (packed.size > archiveBytes) return err(tooLargeArchive(packed.size));
  let unpacked: Buffer;
  try {
    unpacked = await unzip(readFileSync(path), { maxOutputLength: stateBytes + besidesBytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE")
      return corrupt(`${tooLargeState} (at most ${sizeWords(stateBytes)} are taken)`);
    return corrupt(`an entry was found, and can't be unpacked (${quoted(message)})`);
  }
  return oneFile(unpacked);
}

const tooLargeState = `an entry was found, and unpacks to more than ${sizeWords(stateBytes + besidesBytes)}`;

/** @param bytes of it, as far as they are known */
export function tooLargeArchive(bytes: number | undefined): CacheTrouble {
  const has = bytes === undefined ? `more than ${sizeWords(archiveBytes)}` : sizeWords(bytes);
  return trouble(
    "corrupt",
    `an entry was found, and its archive has ${has} (at most ${sizeWords(archiveBytes)} are taken)`,
  );
}

/** The file of state, which must be there once, as a plain file. Whatever else is in the archive is passed over. */
function oneFile(archive: Buffer): Result<Uint8Array, CacheTrouble> {
  const nothingElse = "an entry was found, and it holds something else than one file of state";
  let found: Uint8Array | undefined;
  for (let at = 0; at + blockBytes <= archive.length; ) {
    const header = readHeader(archive.subarray(at, at + blockBytes));
    if (header === "end") break;
    if (header === undefined) return corrupt("an entry was found, and can't be unpacked (a header is damaged)");
    const { name, plain, size } = header;
    const begin = at + blockBytes;
    if (begin + size > archive.length) return corrupt("an entry was found, and can't be unpacked (it is cut off)");
    if (name === cachedFile || name.startsWith(`${cachedFile}/`)) {
      if (!plain || name !== cachedFile || found !== undefined) return corrupt(nothingElse);
      if (size > stateBytes)
        return corrupt(
          `an entry was found, and its state has ${sizeWords(size)} (at most ${sizeWords(stateBytes)} are taken)`,
        );
      found = archive.subarray(begin, begin + size);
    }
    at = begin + Math.ceil(size / blockBytes) * blockBytes;
  }
  return found === undefined ? corrupt(nothingElse) : ok(found);
}

interface Header {
  readonly name: string;
  /** A file with its whole content behind the header: no link, folder, device, nor one with holes. */
  readonly plain: boolean;
  /** Of what follows. */
  readonly size: number;
}

/**
 * The header of an entry, as POSIX has it (ustar). A long name or size in an entry of its own before it is not looked
 * at: the file of state needs neither.
 * @returns undefined when it is none
 */
function readHeader(block: Buffer): Header | "end" | undefined {
  if (block.every((byte) => byte === 0)) return "end";
  const text = (from: number, length: number): string => {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.toString("latin1", 0, end === -1 ? length : end);
  };
  const octal = (from: number, length: number): number => {
    const digits = text(from, length).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  // The field of the checksum itself counts as blanks.
  const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  const size = octal(124, 12);
  if (sum !== octal(148, 8) || !Number.isSafeInteger(size)) return undefined;
  const type = text(156, 1);
  const prefix = text(257, 5) === "ustar" && block[262] === 0 ? text(345, 155) : "";
  const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  // Links and folders have no content, whatever their size says.
  return { name, plain: type === "" || type === "0", size: /[1-6]/.test(type) ? 0 : size };
}

function corrupt(what: string): Result<never, CacheTrouble> {
  return err(trouble("corrupt", what));
}

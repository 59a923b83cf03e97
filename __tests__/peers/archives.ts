import { crc32, deflateRawSync, gzipSync } from "node:zlib";

/** What goes into an archive, harmless or not. */
export interface Entry {
  readonly name: string;
  readonly data?: string | Buffer;
  readonly mode?: number;
  /** Flag of tar: `0` a file, `1` another name, `2` a link, `3` a device, `5` a folder, `6` a pipe. */
  readonly type?: string;
  readonly link?: string;
}

function tarHeader({ name, mode = 0o644, type = "0", link = "" }: Entry, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write(mode.toString(8).padStart(7, "0"), 100);
  for (const at of [108, 116]) header.write("0000000", at);
  header.write(size.toString(8).padStart(11, "0"), 124);
  header.write("00000000000", 136);
  header.write("        ", 148);
  header.write(type, 156);
  header.write(link, 157);
  header.write("ustar\u000000", 257, "latin1");
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A long name in an entry of its own, as POSIX has it. */
function paxOf(name: string): Buffer {
  const record = ` path=${name}\n`;
  const bytes = Buffer.byteLength(record);
  const length = bytes + String(bytes + String(bytes).length).length;
  const text = Buffer.from(`${length}${record}`);
  return Buffer.concat([tarHeader({ name: "pax", type: "x" }, text.length), padded(text)]);
}

export function tar(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const data = Buffer.from(entry.data ?? "");
    const long = Buffer.byteLength(entry.name) > 100 ? [paxOf(entry.name)] : [];
    return [...long, tarHeader(entry, data.length), padded(data)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

export function tarGz(...entries: readonly Entry[]): Buffer {
  return gzipSync(tar(entries));
}

/** @param entries of which the mode holds the type too: `0o120777` is a link to its data */
export function zip(...entries: readonly (Entry & { readonly size?: number })[]): Buffer {
  const locals: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, data = "", mode = 0o100644, size } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002");
    entry.writeUInt16LE((3 << 8) | 20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE((mode * 0x10000) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    table.push(Buffer.concat([entry, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** The files of a directory as a ZIP archive, stored without compression: enough for an XPI. */
export function zipDirectory(directory: string): Buffer {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const path of filesIn(directory)) {
    const data = readFileSync(path);
    const name = Buffer.from(relative(directory, path).split(sep).join('/'));
    const facts = describe(data, name);
    const body = Buffer.concat([signature(0x04034b50), facts, name, data]);
    index.push(Buffer.concat([signature(0x02014b50), pair(20), facts, entryTail(offset), name]));
    bodies.push(body);
    offset += body.length;
  }
  const directoryOfAll = Buffer.concat(index);
  return Buffer.concat([
    ...bodies,
    directoryOfAll,
    end(index.length, directoryOfAll.length, offset),
  ]);
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Version 2.0, UTF-8 names, stored, 1 January 1980. */
function describe(data: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(data), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(data.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function entryTail(offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return tail;
}

function end(count: number, size: number, offset: number): Buffer {
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(size, 12);
  tail.writeUInt32LE(offset, 16);
  return tail;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function pair(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

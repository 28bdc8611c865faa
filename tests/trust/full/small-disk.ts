import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Gives back all that was filled. */
  free(): void;
  remove(): void;
}

/** A disk of its own in memory, with room for so many MB. Only root may mount one: else it throws. */
export function smallDisk(megabytes: number): SmallDisk {
  if (process.getuid?.() !== 0) throw new Error('Only root may mount a disk that is to be filled');
  const folder = mkdtempSync(join(tmpdir(), 'gloss-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function fill(path: string): void {
  const file = openSync(path, 'a');
  // To the last byte: what is a MB too much may be a page that fits.
  for (let size = 1 << 20; size >= 1; size >>= 1) while (writes(file, size));
  closeSync(file);
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) > 0;
  } catch {
    return false;
  }
}

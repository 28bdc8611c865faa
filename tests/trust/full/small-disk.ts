import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Leaves no byte free, nor what the browser gives free after that. */
  fill(): void;
  /** Takes away what filled it. */
  clear(): void;
  remove(): void;
}

/** A disk of its own in memory, with room for so many MB, at a folder. Only root may mount one: else it throws. */
export function smallDisk(megabytes: number, folder: string): SmallDisk {
  if (process.getuid?.() !== 0) throw new Error('Only root may mount a disk that is to be filled');
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  let filling: ReturnType<typeof setInterval> | undefined;
  return {
    fill() {
      // A test that broke off has not cleared it.
      clearInterval(filling);
      fill(filler);
      filling = setInterval(fill, 10, filler);
    },
    clear() {
      clearInterval(filling);
      rmSync(filler);
    },
    remove() {
      clearInterval(filling);
      execFileSync('umount', ['--lazy', folder]);
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

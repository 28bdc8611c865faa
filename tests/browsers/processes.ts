import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

const living = new Set<ChildProcess>();
const temporary = new Set<string>();

process.once('exit', () => {
  for (const child of living) killGroup(child);
  for (const directory of temporary) removeDirectory(directory);
});

/** Starts a process that ends, with all its children, when it is killed or when this process ends in any way. */
export function spawnTied(
  path: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(path, args, { ...options, detached: process.platform !== 'win32' });
  living.add(child);
  const callOff = child.pid === undefined ? undefined : onceGone('kill -9 "-$1"', `${child.pid}`);
  child.once('exit', () => {
    killGroup(child);
    living.delete(child);
    callOff?.();
  });
  child.once('error', () => living.delete(child));
  return child;
}

/**
 * A shell at the other end of a pipe does something once this process is gone, even by SIGKILL.
 * Answers how to call it off.
 */
function onceGone(script: string, arg: string): () => void {
  if (process.platform === 'win32') return () => undefined;
  const guard = spawn('sh', ['-c', `read -r _; ${script}`, 'sh', arg], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  const pipe: Partial<Pick<Socket, 'unref'>> & Writable = guard.stdin;
  pipe.on('error', () => undefined);
  pipe.unref?.();
  return () => guard.kill('SIGKILL');
}

export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Halts a process with all its children, as the sleep of a computer does, or lets them go on. Not on Windows. */
export function setAsleep(child: ChildProcess, asleep: boolean): void {
  if (child.pid !== undefined) process.kill(-child.pid, asleep ? 'SIGSTOP' : 'SIGCONT');
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

export async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once('exit', resolve));
}

/** A new directory, removed when this process ends. */
export function temporaryDirectory(purpose: string): string {
  const directory = mkdtempSync(join(tmpdir(), `gloss-${purpose}-`));
  temporary.add(directory);
  onceGone('for _ in 1 2 3 4 5; do sleep 1; rm -rf "$1" && exit; done', directory);
  return directory;
}

function removeDirectory(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // A dying browser may still write: the system clears its temporary directory.
  }
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../tests/browsers/browser';

export const root = join(import.meta.dirname, '../..');

/** Builds the extension as it is shipped; answers its directory. */
export async function build(browser: BrowserName): Promise<string> {
  if (!existsSync(join(root, '.wxt'))) await wxt('prepare');
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  await wxt('build', '--browser', target);
  return join(root, '.output', `${target}-mv3`);
}

/** Quiet, unless it fails. */
async function wxt(...args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'pipe' });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new Error(`${Buffer.concat(said)}\nwxt ${args.join(' ')} failed.`);
}

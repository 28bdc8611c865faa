import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Row } from './table';

/** Processor time of a whole answer, token by token: the medians of `markdown/run.ts`. */
export async function measureRendering(rounds: number): Promise<readonly Row[]> {
  const script = fileURLToPath(new URL('./markdown/run.ts', import.meta.url));
  const args = ['--no-install', 'jiti', script, String(rounds), 'answer'];
  const { stdout } = await promisify(execFile)('npx', args);
  const lines = [...stdout.matchAll(/(\d+) {2}plain (\d+) ms\s+answer (\d+) ms/g)];
  const sizes = new Map(lines.map(([, size, plain, ours]) => [Number(size), { plain, ours }]));
  const rows = [16_000, 64_000].map((size): Row => {
    const { plain, ours } = sizes.get(size) ?? {};
    const metric = `CPU to render ${size / 1000} kB; limit: plain paragraphs`;
    return { metric, unit: 'ms', limit: Number(plain), ours: Number(ours), goal: null };
  });
  const [small, large] = rows;
  const growth = (of: 'limit' | 'ours') => (large?.[of] ?? Number.NaN) / (small?.[of] ?? 0);
  const metric = 'CPU of 64 kB as a multiple of 16 kB; limit: plain paragraphs';
  const goal = { atMost: 4.8 };
  return [...rows, { metric, unit: '×', limit: growth('limit'), ours: growth('ours'), goal }];
}

import { spawn, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlOf } from '../../../../utils/core/glass/curl';
import { keyPlaceholder } from '../../../../utils/core/glass/exchange';
import { type StandIn, startStandIn } from '../../../stand-in/stand-in';
import { requestWith } from '../../support';

const shells = ['dash', 'bash'] as const;
const key = "sk-ant-demo-'quoted'-$HOME-`id`";

const hostile = [
  "it's",
  `'"'"'`,
  '"$(touch /tmp/never)"',
  '`touch /tmp/never`',
  '$HOME',
  '\\',
  '\\\\n',
  '!!',
  '\n',
  '\r\n',
  '\0',
  '\u007F',
  '\u0085',
  '\u2028',
  '\uD83D',
  '🙂',
  '👩‍👩‍👧',
  '\u202Eabc\u202C',
  'عربي',
  '中文',
  '\nGLOSS\n',
  'GLOSS',
  'GLOSS_1',
  "<<'GLOSS'",
  '; exit 1',
  '%s %d',
  '~',
  '*',
];

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ keys: [key] });
});
afterAll(() => standIn.close());

const sent = () => ({
  address: `${standIn.origin}/v1/messages`,
  headers: [
    ['accept', 'application/json'],
    ['anthropic-version', '2026-10-21'],
    ['content-type', 'application/json'],
    ['x-api-key', keyPlaceholder],
    ['x-note', `a 'quoted' "$(id)" \`id\` note`],
  ] as const,
});

/** Runs what was copied as a user does who pastes it; what the server got. */
async function pasted(shell: string, command: string) {
  standIn.reset();
  const env = { PATH: process.env.PATH, ANTHROPIC_API_KEY: key };
  const child = spawn(shell, [], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdin.end(command);
  await new Promise((resolve) => child.on('close', resolve));
  const [got] = standIn.requests;
  if (!got) throw new Error(`Nothing was sent: ${errors}`);
  return got;
}

describe.each(shells)('what is copied as cURL, in %s', (shell) => {
  test('sends the same body with the same headers, and the key of the environment', async () => {
    const body = JSON.stringify(requestWith({ text: hostile.join(' ').toWellFormed() }));
    const { text, headers, answered } = await pasted(shell, curlOf(sent(), body));
    expect(text).toBe(body);
    expect(headers).toMatchObject(Object.fromEntries(sent().headers.slice(0, 3)));
    expect(headers['x-api-key']).toBe(key);
    expect(headers['x-note']).toBe(`a 'quoted' "$(id)" \`id\` note`);
    expect(answered?.status).toBe(200);
  });

  test('knows a bearer as well', async () => {
    const headers = [['authorization', `Bearer ${keyPlaceholder}`] as const];
    const got = await pasted(shell, curlOf({ ...sent(), headers }, '{}'));
    expect(got.headers.authorization).toBe(`Bearer ${key}`);
  });

  test('takes a body of more than a megabyte', async () => {
    const text = `"it's" 🙂 $(id) \\ عربي\n`.repeat(60_000);
    const body = JSON.stringify(requestWith({ text }));
    expect(body.length).toBeGreaterThan(1_000_000);
    const got = await pasted(shell, curlOf(sent(), body));
    expect(got.text === body).toBe(true);
  });

  test('gives the body through the shell byte for byte, whatever is in it', () => {
    // `tr` in the place of curl: a thousand connections would test the network.
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }))),
        (pieces) => {
          const body = JSON.stringify(requestWith({ text: pieces.join('') }));
          const command = curlOf(sent(), body).replace(
            /^curl [\s\S]*?--data @-/,
            String.raw`tr -d '\n\r\0'`,
          );
          const { stdout } = spawnSync(shell, { input: command, encoding: 'utf8' });
          expect(stdout).toBe(body);
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('no line is longer than a terminal takes', () => {
  const body = JSON.stringify(requestWith({ text: '漢🙂'.repeat(50_000) }));
  for (const line of curlOf(sent(), body).split('\n'))
    expect(Buffer.byteLength(line)).toBeLessThan(4095);
});

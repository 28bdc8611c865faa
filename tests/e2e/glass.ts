import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { View } from '../browsers/browser';
import { ourCertificate } from '../stand-in/certificate';
import type { RecordedRequest, StandIn } from '../stand-in/stand-in';
import { demoKey, postsOf } from './support';

/** What the glass box of a view lets copy, once it is open. */
export interface Copied {
  readonly json: string;
  readonly curl: string;
}

/** Opens a glass box by its link, copies the request in both ways and closes it with Escape. */
export async function copiedFrom(view: View, link = '.show-request'): Promise<Copied> {
  await view.click(link);
  await view.waitFor('dialog .glass-parts');
  await view.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.body.dataset.copied = text;
    };
  });
  const copy = async (name: string) => {
    await view.click(`text=${name}`);
    const text = await view.waitUntil<string | undefined>(() => document.body.dataset.copied);
    await view.evaluate(() => {
      delete document.body.dataset.copied;
    });
    return text ?? '';
  };
  const copied = { curl: await copy('Copy as cURL'), json: await copy('Copy as JSON') };
  await view.press('Escape');
  await view.waitUntil(() => !document.querySelector('dialog'));
  return copied;
}

/** Runs what was copied as cURL in real shells; the stand-in, played to be the API, gets just what was sent. */
export async function expectSame(
  { json, curl }: Copied,
  post: RecordedRequest | undefined,
  api: StandIn,
): Promise<void> {
  expect(json).toBe(post?.text);
  for (const shell of ['dash', 'bash']) {
    const before = postsOf(api).length;
    await paste(shell, curl, api);
    const [got] = postsOf(api).slice(before);
    expect(got?.text).toBe(post?.text);
    expect(got?.headers['x-api-key']).toBe(demoKey);
  }
}

/** The one thing that is not as for a user: who answers for api.anthropic.com, and whose word is taken for that. */
async function paste(shell: string, command: string, { port }: StandIn): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'gloss-curl-'));
  const { cert } = await ourCertificate();
  await writeFile(join(home, 'ca.pem'), cert);
  await writeFile(
    join(home, '.curlrc'),
    `cacert = "${join(home, 'ca.pem')}"\nconnect-to = "api.anthropic.com:443:127.0.0.1:${port}"\n`,
  );
  const env = { PATH: process.env.PATH, CURL_HOME: home, ANTHROPIC_API_KEY: demoKey };
  const child = spawn(shell, [], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(command);
  await new Promise((resolve) => child.on('close', resolve));
  await rm(home, { recursive: true });
}

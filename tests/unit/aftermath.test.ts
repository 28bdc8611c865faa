import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectNothingLeft } from '../e2e/aftermath';
import { demoKey } from '../e2e/support';

describe('the look at a browser that has ended', () => {
  let profileDir: string;
  beforeEach(() => {
    profileDir = mkdtempSync(join(tmpdir(), 'gloss-profile-'));
  });
  afterEach(() => rmSync(profileDir, { recursive: true }));

  const lookAfter = (...hosts: readonly string[]) =>
    expectNothingLeft({ profileDir, contactedHosts: () => hosts }, ['api.anthropic.com']);

  test('passes where the API was asked, and the browser asked its maker', () => {
    expect(() =>
      lookAfter(
        'api.anthropic.com',
        'update.googleapis.com',
        'redirector.gvt1.com',
        'duckduckgo.com',
        'firefox.settings.services.mozilla.com',
      ),
    ).not.toThrow();
  });

  test.each(['evil.test', 'api.anthropic.com.evil.test', 'notgoogle.com', 'google.com.evil.test'])(
    'fails where %s was asked',
    (host) => expect(() => lookAfter('api.anthropic.com', host)).toThrow(host),
  );

  test.each(['utf8', 'utf16le'] as const)('fails where the key stands in a file as %s', (form) => {
    writeFileSync(join(profileDir, 'places.sqlite'), Buffer.from(`\0x${demoKey}y`, form));
    expect(() => lookAfter()).toThrow('places.sqlite');
  });
});

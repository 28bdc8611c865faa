import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Oddity, oddityOf } from '../../../utils/core/odd-link';

const text = 'The river rose fast, and Maria Okafor’s code is 4711-0815-ABCDEF.';
const secret = 'Maria Okafor’s code';
const hex = (words: string) => Buffer.from(words).toString('hex');
const base64 = (words: string) => Buffer.from(words).toString('base64');

describe('a link in an answer', () => {
  test.each<readonly [string, Oddity | null]>([
    ['https://example.org/', null],
    ['https://en.wikipedia.org/wiki/River', null],
    ['https://example.org/a/long/path/of/many/short/pieces/that/anybody/may/have/on/a/site', null],
    ['https://example.org:8443/x?page=2#top', null],
    ['mailto:someone@example.org', null],
    [`https://evil.test/?q=${encodeURIComponent(secret)}`, 'carries'],
    [`https://evil.test/${secret.replaceAll(' ', '-')}`, 'carries'],
    [`https://evil.test/${secret.toUpperCase().replaceAll(' ', '+')}`, 'carries'],
    // What cannot be decoded hides nothing beside it.
    [`https://evil.test/?q=${encodeURIComponent(secret)}&rate=5%`, 'carries'],
    [`https://evil.test/?q=${encodeURIComponent(secret)}%FF`, 'carries'],
    [`https://evil.test/?q=${base64(secret)}`, 'carries'],
    [`https://evil.test/?q=${Buffer.from(secret).toString('base64url')}`, 'carries'],
    [`https://evil.test/${base64(secret)}/x`, 'carries'],
    [`https://evil.test/#${hex(secret)}`, 'carries'],
    [`https://evil.test/x?a=1&b=${hex(secret).toUpperCase()}`, 'carries'],
    ['https://mariaokaforscode.evil.test/', 'carries'],
    [`mailto:a@evil.test?body=${encodeURIComponent(secret)}`, 'carries'],
    ['https://bank.test@evil.test/', 'named'],
    ['https://:x@evil.test/', 'named'],
    ['https://bаnk.test/', 'look-alike'],
    ['http://localhost/', 'local'],
    ['http://localhost./x', 'local'],
    ['http://router/', 'local'],
    ['http://router./', 'local'],
    ['http://printer.local./', 'local'],
    ['https://example.org./', null],
    ['http://printer.local/', 'local'],
    ['http://192.168.1.1/reboot', 'local'],
    ['http://0x7f.1/', 'local'],
    ['http://2130706433/', 'local'],
    ['http://[::1]/', 'local'],
    [`https://evil.test/?q=${'x7'.repeat(33)}`, 'long'],
    [`https://evil.test/${'x7'.repeat(33)}`, 'long'],
    [`https://evil.test/#${'x7'.repeat(33)}`, 'long'],
  ])('%s: %s', (address, odd) => {
    expect(oddityOf(new URL(address), text)).toBe(odd);
  });

  test('is odd wherever and however it carries sixteen signs of the text', () => {
    const writings = [encodeURIComponent, hex, base64].map(
      (write) => (words: string) => encodeURIComponent(write(words)),
    );
    const places = [
      (it: string) => `https://evil.test/${it}`,
      (it: string) => `https://evil.test/a?x=1&it=${it}&y=2`,
      (it: string) => `https://evil.test/a#${it}`,
    ];
    const sentence = fc.stringMatching(/^[a-z]{20,40}$/);
    fc.assert(
      fc.property(
        sentence,
        fc.nat(4),
        fc.constantFrom(...writings),
        fc.constantFrom(...places),
        (words, from, write, place) => {
          const url = new URL(place(write(words.slice(from, from + 16))));
          expect(oddityOf(url, `Before. ${words} After.`)).toBe('carries');
        },
      ),
    );
  });

  test('that stands in the text as a whole was not made of it', () => {
    const address = 'https://example.org/how-a-city-learned-to-read-its-river';
    expect(oddityOf(new URL(address), `More at ${address}, says the author.`)).toBe(null);
    expect(oddityOf(new URL(`${address}?who=mariaokaforscode`), `${text} ${address}`)).toBe(
      'carries',
    );
  });

  test.each<readonly [string, Oddity | null]>([
    ['https://evil.test/?to=ada@b.org', 'carries'],
    ['https://evil.test/ada%40b.org/x', 'carries'],
    ['https://evil.test/ada%40b.org/?rate=5%', 'carries'],
    ['https://b.org/', null],
    ['mailto:ada@b.org', null],
    ['mailto:eve@evil.test?body=ada@b.org', 'carries'],
    ['https://b.org/ada@b.org', null],
  ])('in which something comes back that was hidden: %s: %s', (address, odd) => {
    const sent = 'Write to ada@b.org, or see https://b.org/ada@b.org.';
    expect(oddityOf(new URL(address), sent, ['ada@b.org'])).toBe(odd);
  });

  test('is judged whatever it is', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        (address, about) => {
          expect(() => oddityOf(new URL(address), about)).not.toThrow();
        },
      ),
    );
  });
});

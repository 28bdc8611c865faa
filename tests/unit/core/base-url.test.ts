import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BaseUrlFault, isLoopback, parseBaseUrl } from '../../../utils/core/base-url';

const long = 'x'.repeat(3000);

describe('a base URL', () => {
  test.each([
    ['as it is', 'https://api.anthropic.com', 'https://api.anthropic.com'],
    ['with a slash at its end', 'https://openrouter.ai/api/', 'https://openrouter.ai/api'],
    [
      'with several slashes at its end',
      'https://openrouter.ai/api///',
      'https://openrouter.ai/api',
    ],
    ['with spaces around it', '  https://openrouter.ai/api \n', 'https://openrouter.ai/api'],
    ['without its scheme', 'openrouter.ai/api', 'https://openrouter.ai/api'],
    [
      'with a port and without its scheme',
      'gateway.example.org:8443',
      'https://gateway.example.org:8443',
    ],
    ['with the default port', 'https://gateway.example.org:443/a', 'https://gateway.example.org/a'],
    ['in capitals', 'HTTPS://GateWay.Example.ORG/Path', 'https://gateway.example.org/Path'],
    ['with the API’s own path', 'https://gateway.example.org/v1', 'https://gateway.example.org'],
    [
      'with the path of messages',
      'https://gateway.example.org/a/v1/messages',
      'https://gateway.example.org/a',
    ],
    [
      'with the path of models',
      'https://gateway.example.org/v1/models/',
      'https://gateway.example.org',
    ],
    [
      'with the API’s path twice',
      'https://gateway.example.org/v1/v1/messages',
      'https://gateway.example.org',
    ],
    [
      'with the API’s path after two slashes',
      'https://gateway.example.org/a//v1',
      'https://gateway.example.org/a',
    ],
    [
      'with a path that only looks like the API’s',
      'https://gateway.example.org/dev1',
      'https://gateway.example.org/dev1',
    ],
    [
      'with another version in its path',
      'https://gateway.example.org/v1beta',
      'https://gateway.example.org/v1beta',
    ],
    [
      'with slashes inside its path',
      'https://gateway.example.org/a//b',
      'https://gateway.example.org/a//b',
    ],
    [
      'with dots in its path',
      'https://gateway.example.org/a/../b/./c',
      'https://gateway.example.org/b/c',
    ],
    ['with backslashes', 'https:\\\\gateway.example.org\\a', 'https://gateway.example.org/a'],
    ['with a tab inside', 'https://gateway.exam\tple.org/a', 'https://gateway.example.org/a'],
    ['with a line break inside', 'https://gateway.\nexample.org', 'https://gateway.example.org'],
    ['with one slash', 'https:/gateway.example.org', 'https://gateway.example.org'],
    ['of an address of numbers', 'https://10.0.0.1:8443', 'https://10.0.0.1:8443'],
    ['of another country’s letters', 'https://bücher.example', 'https://xn--bcher-kva.example'],
    ['of this computer', 'http://localhost:11434', 'http://localhost:11434'],
    ['of this computer, without its scheme', 'localhost:11434', 'http://localhost:11434'],
    ['of this computer, with a path', 'localhost:1234/v1', 'http://localhost:1234'],
    ['of this computer, in capitals', 'LOCALHOST:11434/', 'http://localhost:11434'],
    ['of this computer, encrypted', 'https://localhost:8443', 'https://localhost:8443'],
    ['of this computer, in numbers', '127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['of this computer, in IPv6', 'https://[::1]:8080', 'https://[::1]:8080'],
    ['of this computer, in long IPv6', 'https://[0:0:0:0:0:0:0:1]', 'https://[::1]'],
    ['of this computer, as one number', 'http://2130706433', 'http://127.0.0.1'],
    ['of this computer, in hexadecimal', 'http://0x7f.1', 'http://127.0.0.1'],
    ['of this computer, in octal', 'http://017700000001', 'http://127.0.0.1'],
    ['of this computer, with the default port', 'http://localhost:80', 'http://localhost'],
  ])('%s', (_, typed, url) => expect(parseBaseUrl(typed)).toEqual({ kind: 'ok', url }));

  // What only looks like a name that is trusted shows as what it is.
  test.each([
    [
      'a Cyrillic а in Anthropic’s name',
      'https://аpi.anthropic.com',
      'https://xn--pi-6kc.anthropic.com',
    ],
    [
      'Anthropic’s name with a Turkish ı',
      'https://apı.anthropic.com',
      'https://xn--ap-ipa.anthropic.com',
    ],
    [
      'a longer name that begins with Anthropic’s',
      'https://api.anthropic.com.evil.test',
      'https://api.anthropic.com.evil.test',
    ],
    [
      'Anthropic’s name before a backslash',
      'https://evil.test\\@api.anthropic.com',
      'https://evil.test/@api.anthropic.com',
    ],
    ['full-width letters', 'https://ａｐｉ.anthropic.com', 'https://api.anthropic.com'],
    ['percent signs', 'https://%61pi.anthropic.com', 'https://api.anthropic.com'],
    ['an ideographic full stop', 'https://api.anthropic。com', 'https://api.anthropic.com'],
  ])('that disguises itself by %s', (_, typed, url) =>
    expect(parseBaseUrl(typed)).toEqual({ kind: 'ok', url }),
  );

  test.each<[string, BaseUrlFault]>([
    ['', 'not-an-address'],
    ['   ', 'not-an-address'],
    ['gateway', 'not-an-address'],
    ['https://gateway', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https:///', 'not-an-address'],
    ['//api.anthropic.com', 'not-an-address'],
    ['/v1/messages', 'not-an-address'],
    ['https://api.anthropic.com.', 'not-an-address'],
    ['http://localhost.', 'not-an-address'],
    ['https://gate way.example.org', 'not-an-address'],
    ['my gateway.example.org', 'not-an-address'],
    ['https://gateway.example.org:99999', 'not-an-address'],
    ['https://[::1', 'not-an-address'],
    ['https://256.1.1.1', 'not-an-address'],
    ['https://.example.org', 'not-an-address'],
    ['https://gateway..example.org', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['javascript://gateway.example.org/%0aalert(1)', 'not-an-address'],
    ['data:text/html,<p>', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['ftp://gateway.example.org', 'not-an-address'],
    ['ws://localhost:11434', 'not-an-address'],
    ['blob:https://gateway.example.org/1', 'not-an-address'],
    ['chrome-extension://abcdefghijklmnop', 'not-an-address'],
    ['mailto:someone@example.org', 'not-an-address'],
    ['sk-ant-api03-abc', 'not-an-address'],
    [`https://gateway.example.org/${long}`, 'not-an-address'],
    [`https://gateway.example.org/${'é'.repeat(700)}`, 'not-an-address'],
    [`https://${long}.example.org`, 'not-an-address'],
    ['http://gateway.example.org', 'not-encrypted'],
    ['http://api.anthropic.com', 'not-encrypted'],
    ['http:api.anthropic.com', 'not-encrypted'],
    ['http://10.0.0.1', 'not-encrypted'],
    ['http://192.168.1.5:11434', 'not-encrypted'],
    ['http://0.0.0.0:8000', 'not-encrypted'],
    ['http://localhost.evil.test', 'not-encrypted'],
    ['http://127.0.0.1.evil.test', 'not-encrypted'],
    ['http://xn--localhost.evil.test', 'not-an-address'],
    ['http://128.0.0.1', 'not-encrypted'],
    ['http://[::2]', 'not-encrypted'],
    // This computer, but no content security policy can name it.
    ['http://[::1]:8080', 'not-encrypted'],
    ['[::1]:8080', 'not-encrypted'],
    ['http://127.3.2.1', 'not-encrypted'],
    ['http://[::ffff:127.0.0.1]', 'not-encrypted'],
    ['http://3232235777', 'not-encrypted'],
    ['https://user:secret@gateway.example.org', 'has-credentials'],
    ['https://api.anthropic.com@evil.test', 'has-credentials'],
    ['https://:secret@gateway.example.org', 'has-credentials'],
    ['http://localhost@evil.test', 'has-credentials'],
    ['http://127.0.0.1:80@localhost', 'has-credentials'],
    ['https://gateway.example.org/?key=1', 'has-query'],
    ['https://gateway.example.org?', 'has-query'],
    ['https://gateway.example.org/#', 'has-query'],
    ['https://gateway.example.org#@api.anthropic.com', 'has-query'],
    ['gateway.example.org/a?b', 'has-query'],
  ])('is none: %.60s', (typed, fault) =>
    expect(parseBaseUrl(typed)).toEqual({ kind: 'rejected', fault }),
  );

  /** What addresses are made of, put together anyhow. */
  const pieces = fc
    .array(
      fc.oneof(
        fc.constantFrom('https://', 'http://', 'localhost', '127.0.0.1', '[::1]', 'example.org'),
        fc.constantFrom('/', '//', '\\', '/v1', '/v1/messages', '/v1/models', ':', ':443', ':8080'),
        fc.constantFrom('?', '#', '@', '.', '..', '%2f', '%', ' ', '\t', '\n', 'а', '。', ';', '|'),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(''));
  const likely = fc
    .tuple(fc.constantFrom('https://example.org', 'localhost', 'http://127.1', 'a.b'), pieces)
    .map((parts) => parts.join(''));
  const typed = fc.oneof(pieces, likely, fc.string({ unit: 'binary' }), fc.webUrl());

  test('is written in one way, and that way means itself', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseBaseUrl(text);
        if (parsed.kind === 'ok') expect(parseBaseUrl(parsed.url)).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });

  test('never has credentials, query, fragment, a slash at its end or an unencrypted way out', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseBaseUrl(text);
        if (parsed.kind === 'rejected') return;
        const url = new URL(parsed.url);
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
        expect(parsed.url).not.toMatch(/[?#\s\\]|\/$|\/v1$/);
        expect(url.protocol === 'https:' || isLoopback(url.origin)).toBe(true);
        expect(parsed.url.startsWith(url.origin)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['http://localhost:11434', true],
  ['http://[::1]', true],
  ['https://127.255.255.254', true],
  ['https://localhost.evil.test', false],
  ['https://127.0.0.1.evil.test', false],
  ['https://evil.test/localhost', false],
  ['https://10.0.0.1', false],
  ['localhost', false],
  ['', false],
])('%j is this computer: %s', (origin, is) => expect(isLoopback(origin)).toBe(is));

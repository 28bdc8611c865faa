import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../../utils/core/latin1';
import { originFor } from '../../../../utils/core/source/aim';
import { decode } from '../../../../utils/core/source/encoding';
import { movedTo, pageFault } from '../../../../utils/core/source/link';
import { isText, linkedKind, mediaType, sniffed } from '../../../../utils/core/source/link-kind';
import { usualAim } from '../../../../utils/core/source/source';

describe('what a body is taken for', () => {
  test.each([
    ['text/html; charset=utf-8', 'page'],
    ['TEXT/HTML', 'page'],
    // Told twice.
    ['text/html, text/html; charset=utf-8', 'page'],
    ['application/xhtml+xml', 'page'],
    ['application/pdf', 'pdf'],
    ['text/plain', 'text'],
    ['text/markdown; charset=utf-8', 'text'],
    ['text/csv', 'text'],
    ['application/json', 'text'],
    ['application/ld+json', 'text'],
    ['application/rss+xml', 'text'],
    ['application/javascript', 'text'],
    ['image/png', 'other'],
    ['image/svg+xml', 'text'],
    ['application/zip', 'other'],
    ['video/mp4', 'other'],
    ['font/woff2', 'other'],
    ['application/octet-stream', 'untold'],
    ['binary/octet-stream', 'untold'],
    ['application/x-pdf', 'untold'],
    ['application/force-download', 'untold'],
    ['', 'untold'],
    [null, 'untold'],
  ])('of type %s is %s', (type, kind) => expect(linkedKind(type)).toBe(kind));

  test.each([
    ['text/html; charset=utf-8', 'text/html'],
    [' Image/PNG ', 'image/png'],
    ['', 'application/octet-stream'],
    [null, 'application/octet-stream'],
  ])('%j is called %s', (type, name) => expect(mediaType(type)).toBe(name));
});

describe('a body whose type nobody has told', () => {
  test.each([
    ['<!DOCTYPE html><p>', 'page'],
    ['\n <!-- of 1999 -->\n<HTML lang=en>', 'page'],
    ['\xef\xbb\xbf<?xml version="1.0"?><!doctype html>', 'page'],
    ['<p>One', 'page'],
    ['%PDF-1.7\n', 'pdf'],
    // Mail and old servers leave something before it.
    ['\n\n%PDF-1.7\n', 'pdf'],
    ['<p>%PDF-1.7\n', 'page'],
    ['<pre>', 'text'],
    ['<htmlish>', 'text'],
    ['One <html>', 'text'],
    ['PK\x03\x04<html>', 'text'],
    ['', 'text'],
  ])('that begins with %j is %s', (text, kind) => {
    expect(sniffed(bytesOf(text), 'untold')).toBe(kind);
  });

  test.each(['page', 'text', 'pdf'] as const)('is a PDF where it was called a %s', (told) => {
    expect(sniffed(bytesOf('%PDF-1.7\n'), told)).toBe('pdf');
  });

  test.each(['page', 'text', 'pdf'] as const)('is what it was called else: %s', (told) => {
    expect(sniffed(bytesOf('<p>One'), told)).toBe(told);
  });

  test.each(['<!--', '<!---->', '<?xml ', '<?xml>', ' '])('is looked at in one go: %j', (part) => {
    expect(sniffed(new TextEncoder().encode(part.repeat(1000)), 'untold')).toBe('text');
  });
});

/** A text in an encoding that takes at most two bytes for a character. */
function encoded(text: string, name: string): Uint8Array {
  const bytesFor = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(name);
  for (let first = 0xff; first >= 0x80; first -= 1) {
    for (let second = 0xff; second >= 0x40; second -= 1) {
      const pair = decoder.decode(Uint8Array.of(first, second));
      if (pair.length === 1) bytesFor.set(pair, [first, second]);
    }
  }
  for (let byte = 0xff; byte >= 0; byte -= 1)
    bytesFor.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return Uint8Array.from([...text].flatMap((each) => bytesFor.get(each) ?? []));
}

describe('the encoding of a body', () => {
  const joined = (...parts: readonly Iterable<number>[]) =>
    Uint8Array.from(parts.flatMap((part) => [...part]));
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])]);

  test.each<[string, Uint8Array, string | null, string]>([
    ['the header', latin('caf\xe9'), 'text/html; charset=iso-8859-1', 'café'],
    ['the header, quoted', latin('caf\xe9'), 'text/html; charset="windows-1252"', 'café'],
    ['the page', latin('<meta charset=latin1>caf\xe9'), 'text/html', 'café'],
    [
      'the page, as of old',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">caf\xe9'),
      null,
      'café',
    ],
    ['its XML declaration', latin('<?xml version="1.0" encoding="latin1"?>caf\xe9'), null, 'café'],
    ['a mark, whatever the header says', utf16('café'), 'text/html; charset=latin1', 'café'],
    ['the mark of UTF-8', utf8('\ufeffcafé'), 'text/html; charset=latin1', 'café'],
    [
      'the page, late in its head',
      latin(`<head><!--${'x'.repeat(1500)}--><meta charset=latin1></head>caf\xe9`),
      'text/html',
      'café',
    ],
    [
      'nobody, where an article shows how',
      utf8(`<head></head><body>${'x'.repeat(1500)}<pre><meta charset=latin1></pre>café`),
      'text/html',
      'café',
    ],
    ['nobody, in valid UTF-8', utf8('café'), 'text/plain', 'café'],
    ['nobody, otherwise', latin('caf\xe9'), 'text/plain', 'café'],
    ['a name that is none', utf8('café'), 'text/html; charset=nonsense', 'café'],
    ['a page that cannot be what it says', utf8('<meta charset=utf-16>café'), null, 'café'],
    ['a page that says so by another name', utf8('<meta charset=unicode>café'), null, 'café'],
    [
      'the page, behind a comment',
      utf8('<!-- <meta charset=latin1> --><meta charset=utf-8>café'),
      null,
      'café',
    ],
    [
      'the page, behind what it is about',
      utf8('<meta name="description" content="Set charset=latin1"><meta charset=utf-8>café'),
      null,
      'café',
    ],
    ['nobody, in a text about pages', utf8('<meta charset=latin1> café'), 'text/plain', 'café'],
    ['nobody, in UTF-8 with a broken byte', joined(utf8('é'.repeat(20)), [0xff]), null, 'é'],
    [
      'a header against the page',
      utf8('<meta charset=latin1>café'),
      'text/html;charset=utf-8',
      'café',
    ],
  ])('is told by %s', (_, bytes, type, end) => expect(decode(bytes, type)).toMatch(end));

  test.each([
    ['shift_jis', '港は一月に凍りました。船は一か月待ちました。'],
    ['euc-jp', '港は一月に凍りました。船は一か月待ちました。'],
    ['euc-kr', '항구는 1월에 얼었고 배들은 한 달을 기다렸다.'],
    ['gb18030', '港口在一月份结冰了，船只等待了一个月。'],
    ['big5', '港口在一月份結冰了，船隻等待了一個月。'],
    ['windows-1251', 'Гавань замёрзла в январе, и корабли ждали месяц.'],
    ['koi8-r', 'Гавань замёрзла в январе, и корабли ждали месяц.'],
    ['windows-1256', 'تجمد الميناء في يناير وانتظرت السفن شهرا.'],
  ])('that nobody has told is guessed by what is written: %s', (name, text) => {
    expect(decode(encoded(`<p>${text}</p>`, name), 'text/html')).toBe(`<p>${text}</p>`);
  });

  test.each([
    'Le port a gel\xe9 en janvier ; \xab d\xe9j\xe0 vu \xbb, dit l\x92\xe9quipage. O\xf9 \xe7a ? \xc0 M\xe2con.',
    'It\x92s \x93cold\x94, they\x92d say. Don\x92t go.',
    'Gr\xf6\xdfe, \xdcbung, \xc4rger. \xc5se p\xe5 \xf8ya, se\xf1or, cora\xe7\xe3o.',
  ])('that nobody has told is that of western pages: %j', (text) => {
    const western = new TextDecoder('windows-1252').decode(latin(text));
    expect(decode(latin(text), 'text/html')).toBe(western);
  });

  test('of Japanese pages is known', () => {
    const bytes = Uint8Array.of(0x93, 0xfa, 0x96, 0x7b);
    expect(decode(bytes, 'text/html; charset=Shift_JIS')).toBe('日本');
  });

  test('is found for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, type) => {
        expect(typeof decode(bytes, type)).toBe('string');
      }),
    );
  });
});

describe('a body that was called text', () => {
  test.each([
    ['One line.\nAnother.\r\n\tA third.\f', true],
    ['\x1b[31mred\x1b[0m', true],
    ['caf\x85', true],
    ['', true],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', false],
    ['PK\x03\x04', false],
  ])('%j: %s', (text, is) => expect(isText(text)).toBe(is));
});

describe('a page that only leads on', () => {
  const at = 'https://docs.example.org/index.html';
  const refresh = (content: string) => `<meta http-equiv="refresh" content="${content}">`;
  test.each<[string, string | null]>([
    [refresh('0; url=latest/'), 'https://docs.example.org/latest/'],
    [refresh('0;URL=/latest/?a=1&amp;b=2#top'), 'https://docs.example.org/latest/?a=1&b=2#top'],
    [
      refresh('0; url=https:&#x2F;&#x2F;new.example.org&#x2F;?id&#x3D;5&amp;x=&amp;#61;'),
      'https://new.example.org/?id=5&x=&#61;',
    ],
    [refresh('0; url=&#39;/a b&#39;'), 'https://docs.example.org/a%20b'],
    [refresh('0; url=/&#9999999999;'), 'https://docs.example.org/&#9999999999;'],
    [refresh("5, url='https://new.example.org/'"), 'https://new.example.org/'],
    ["<META content='0;url=/a' HTTP-EQUIV=Refresh>", 'https://docs.example.org/a'],
    [refresh("0; url=/l'avis"), "https://docs.example.org/l'avis"],
    ['<meta content=0;url=/new http-equiv=refresh>', 'https://docs.example.org/new'],
    ['<meta http-equiv = "refresh" content = "0; url=/a">', 'https://docs.example.org/a'],
    [refresh('0; URL = /a'), 'https://docs.example.org/a'],
    [refresh('0.5; url=/a'), 'https://docs.example.org/a'],
    [refresh('0;/a'), 'https://docs.example.org/a'],
    [refresh("0; url='/a' and more"), 'https://docs.example.org/a'],
    ["<meta http-equiv=refresh data-content='0;/b' content='0;/a", 'https://docs.example.org/a'],
    // It is loaded anew, or its reader is sent away after a while.
    [refresh('0'), null],
    [refresh('0; url=index.html'), null],
    [refresh('0; url=#top'), null],
    [refresh('300; url=/a'), null],
    [refresh('0; url=https://['), null],
    [`${refresh('0; url=/a')}${'It has a text of its own. '.repeat(500)}`, null],
    ['<meta name="refresh-rate" content="0; url=/a">', null],
    // No browser that runs scripts looks at these.
    [`<!--[if lt IE 9]>${refresh('0; url=/old')}<![endif]-->`, null],
    [`<noscript>${refresh('0; url=/plain')}</noscript>`, null],
    [`<!-- ${refresh('0; url=/a')}`, null],
    [`<!-- one --><noscript></noscript>${refresh('0; url=/a')}`, 'https://docs.example.org/a'],
    ['<p>refresh</p>', null],
  ])('%s: to %s', (html, to) => expect(movedTo(html, at)).toBe(to));

  test.each([
    '<meta ',
    '<meta refresh',
    '<meta http-equiv=refresh content=" ',
    'content=9',
    'http-equiv ',
    '<!--',
    '<noscript>',
  ])('is looked at in one go: %j', (part) => {
    expect(movedTo(part.repeat(10_000 / part.length), at)).toBeNull();
  });
});

describe('what stands in the place of a page', () => {
  const article = {
    text: 'The harbour froze in January. '.repeat(200),
    address: 'https://news.example.org/winter',
    led: false,
    asksPassword: false,
    hasScripts: true,
  };
  const little = 'Sign in to go on reading. '.repeat(12);
  const login = { text: little, address: 'https://a.example/login?to=/winter' };
  test.each([
    ['nothing', {}, null],
    ['nothing, where a long page has a field for a password', { asksPassword: true }, null],
    ['nothing, where a short page has no scripts', { text: 'Gone.', hasScripts: false }, null],
    ['nothing, where a short page says something', { text: 'All systems operational.' }, null],
    ['a wall', { asksPassword: true, text: little }, 'login'],
    ['a wall without a field, to which another page has led', { ...login, led: true }, 'login'],
    [
      'a wall elsewhere',
      { text: little, address: 'https://a.example/oauth2/authorize', led: true },
      'login',
    ],
    ['nothing, where a short page about signing in was meant', login, null],
    [
      'nothing, on a long page about signing in',
      { address: 'https://a.example/sign-in', led: true },
      null,
    ],
    [
      'nothing, at an address that only begins so',
      { text: little, address: 'https://a.example/authors/1', led: true },
      null,
    ],
    ['a shell', { text: 'Loading the newsroom, please wait…' }, 'empty'],
    ['a shell that wants scripts', { text: 'You need to enable JavaScript to run this.' }, 'empty'],
    ['a shell that has a word', { text: 'Please wait' }, 'empty'],
    ['a shell without a word', { text: '' }, 'empty'],
  ])('is %s', (_, change, kind) =>
    expect(pageFault({ ...article, ...change })?.kind ?? null).toBe(kind),
  );
});

describe('the origin to ask for', () => {
  test.each([
    ['https://news.example.org:8443/a?b#c', 'https://news.example.org:8443'],
    ['http://news.example.org/', 'https://news.example.org'],
    ['http://localhost/', null],
    ['http://192.168.0.1/', null],
    ['http://news.example.org:8080/', null],
    ['javascript:alert(1)', null],
    ['nonsense', null],
  ])('of a link to %s is %s', (address, origin) =>
    expect(originFor({ kind: 'link', address })).toBe(origin),
  );

  test('of a tab is none', () => expect(originFor(usualAim)).toBeNull());
});

import { describe, expect, test, vi } from 'vitest';
import { type LinkMeans, readLink } from '../../../utils/capture/read-link';
import type { Parsed } from '../../../utils/page/read-linked';
import { madePdf } from '../../pages/pdfs';
import { unstopped } from '../support';

const address = 'https://news.example.org/reports/a%20winter.txt';

interface Reply {
  readonly body?: BodyInit | null;
  /** Null: it is not told. */
  readonly type?: string | null;
  readonly status?: number;
  readonly url?: string;
}

/** A site that replies, and views that parse what they are given. */
function world({ body = 'A text.', type = 'text/plain', status = 200, url = address }: Reply = {}) {
  const fetched = vi.fn(async () => {
    const response = new Response(body, { status });
    response.headers.delete('content-type');
    if (type !== null) response.headers.set('content-type', type);
    return Object.defineProperty(response, 'url', { value: url });
  });
  return { ...means, fetch: fetched as unknown as typeof fetch, fetched };
}

const page: Parsed = {
  captured: {
    kind: 'page',
    text: `The harbour froze. ${'Ships waited for a month. '.repeat(20)}`,
    hidden: 0,
    cut: 0,
    whole: 900,
    unsure: true,
    title: 'A  winter',
    address: 'about:blank',
    language: 'en',
    frame: null,
  },
  asksPassword: false,
  hasScripts: true,
};

const means: Omit<LinkMeans, 'fetch'> = {
  mayReach: async () => true,
  parse: async () => page,
  keep: async () => 'file-1',
};

async function faultOf(world: LinkMeans, stop = unstopped, at = address): Promise<unknown> {
  const read = await readLink(at, world, stop);
  if (read.kind === 'source') return read.source.text;
  const { problem } = read;
  return problem.kind === 'link-unread' ? problem.fault : problem;
}

describe('a link', () => {
  test('is fetched once, without cookies, referrer or cache', async () => {
    const { fetched, ...rest } = world();
    await readLink(address, rest, unstopped);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      address,
      expect.objectContaining({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      }),
    );
  });

  // Browsers fetch no address with a password in it.
  test('with a name and a password in it is fetched without them', async () => {
    const { fetched, ...rest } = world();
    await readLink('https://ada:secret@news.example.org/winter?to=a@b', rest, unstopped);
    const asked = 'https://news.example.org/winter?to=a@b';
    expect(fetched).toHaveBeenCalledExactlyOnceWith(asked, expect.anything());
  });

  test('that is not encrypted is fetched so that nobody can read along', async () => {
    const { fetched, ...rest } = world({ url: 'https://news.example.org/winter' });
    const mayReach = vi.fn(async () => true);
    const plain = 'http://news.example.org/winter';
    const read = await readLink(plain, { ...rest, mayReach }, unstopped);
    expect(read).toMatchObject({ source: { address: 'https://news.example.org/winter' } });
    expect(mayReach).toHaveBeenCalledExactlyOnceWith('https://news.example.org');
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      'https://news.example.org/winter',
      expect.anything(),
    );
  });

  test('is fetched as browsers want it: of nothing', async () => {
    const ofNothing = world();
    const fetch = function (this: unknown) {
      if (this !== undefined) throw new TypeError('Illegal invocation');
      return ofNothing.fetched();
    };
    expect(await readLink(address, { ...ofNothing, fetch }, unstopped)).toMatchObject({
      kind: 'source',
    });
  });

  test('to a text gives it, by the name of its file and where it was found', async () => {
    const url = 'https://news.example.org/new/a%20winter.txt';
    expect(await readLink(address, world({ url }), unstopped)).toEqual({
      kind: 'source',
      source: {
        kind: 'link',
        text: 'A text.',
        title: 'a winter.txt',
        address: url,
        language: null,
        hidden: 0,
        cut: 0,
        whole: null,
        unsure: false,
        media: null,
      },
    });
  });

  test('to a page gives its main content, title and language, and where it was found', async () => {
    const url = 'https://news.example.org/winter';
    const read = await readLink(address, world({ type: 'text/html', url }), unstopped);
    expect(read).toMatchObject({
      kind: 'source',
      source: {
        kind: 'link',
        title: 'A winter',
        address: url,
        language: 'en',
        whole: 900,
        unsure: true,
      },
    });
  });

  test.each([
    ['may hold more, where it has scripts and little text', true, true],
    ['is read as it is, where it has no scripts', false, false],
  ])('to a page %s', async (_, hasScripts, unsure) => {
    const captured = { ...page.captured, text: 'All systems operational.', unsure: false };
    const parse = async () => ({ ...page, captured: captured as Parsed['captured'], hasScripts });
    const read = await readLink(address, { ...world({ type: 'text/html' }), parse }, unstopped);
    expect(read).toMatchObject({ source: { text: 'All systems operational.', unsure } });
  });

  test('to a short page about signing in is read, unless another page has led there', async () => {
    const url = 'https://docs.example.org/auth/overview';
    const captured = {
      ...page.captured,
      text: 'Tokens last for an hour. '.repeat(10),
    } as Parsed['captured'];
    const there = {
      ...world({ type: 'text/html', url }),
      parse: async () => ({ ...page, captured }),
    };
    expect(await faultOf(there, unstopped, `${url}#tokens`)).toContain('Tokens last');
    expect(await faultOf(there)).toEqual({ kind: 'login' });
  });

  test('hands a page to a view as it is written', async () => {
    const parse = vi.fn(async () => page);
    const body = Uint8Array.from('<p>caf\xe9', (character) => character.charCodeAt(0));
    const site = world({ body, type: 'text/html; charset=latin1' });
    await readLink(address, { ...site, parse }, unstopped);
    expect(parse).toHaveBeenCalledExactlyOnceWith('<p>café', unstopped);
  });
});

describe('a link whose type its site does not tell', () => {
  test('to a page is read as browsers would', async () => {
    const site = world({ body: '<!doctype html><p>Winter', type: null });
    expect(await readLink(address, site, unstopped)).toMatchObject({
      source: { kind: 'link', title: 'A winter' },
    });
  });

  test('to a text is read', async () => {
    expect(await readLink(address, world({ type: null }), unstopped)).toMatchObject({
      source: { kind: 'link', text: 'A text.' },
    });
  });

  test.each([null, 'text/plain', 'application/octet-stream'])(
    'or calls %s, to anything else says so',
    async (type) => {
      const fault = { kind: 'not-text', type: 'application/octet-stream' };
      expect(await faultOf(world({ type, body: 'PK\x03\x04' }))).toEqual(fault);
    },
  );

  test('or calls a page, to an archive or an image says so; a stray sign is none', async () => {
    const called = (body: string) => faultOf(world({ type: 'text/html', body }));
    const fault = { kind: 'not-text', type: 'application/octet-stream' };
    expect(await called('PK\x03\x04\x14\0\0\0')).toEqual(fault);
    expect(await called('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')).toEqual(fault);
    expect(await called('<p>Ice.\x03</p>')).toContain('The harbour froze');
  });
});

describe('a link to a PDF', () => {
  const type = 'application/pdf';

  test('is kept and taken page by page', async () => {
    const pdf = world({ body: (await madePdf(2)) as BodyInit, type });
    expect(await readLink(address, pdf, unstopped)).toMatchObject({
      source: { kind: 'pdf', address, media: { file: 'file-1', pages: 2, from: 1, to: 2 } },
    });
  });

  test.each(['application/octet-stream', 'text/plain', 'text/html', null])(
    'that is called %s is one',
    async (called) => {
      const pdf = world({ body: (await madePdf(2)) as BodyInit, type: called });
      expect(await readLink(address, pdf, unstopped)).toMatchObject({
        source: { kind: 'pdf', media: { pages: 2 } },
      });
    },
  );

  test('is read to its end, whatever it is called', async () => {
    const body = new Blob([(await madePdf(2)) as BlobPart, ' '.repeat(11_000_000)]);
    const kept: number[] = [];
    const keep = async (data: string) => `file-${kept.push(data.length)}`;
    await readLink(
      address,
      { ...world({ body, type: 'application/octet-stream' }), keep },
      unstopped,
    );
    expect(kept[0]).toBeGreaterThan(14_000_000);
  });

  test('is read to its end, in however small pieces it begins', async () => {
    const whole = new Blob([(await madePdf(2)) as BlobPart, ' '.repeat(11_000_000)]);
    const all = new Uint8Array(await whole.arrayBuffer());
    const pieces = [all.slice(0, 1), all.slice(1, 4), all.slice(4, 10_500_000)];
    pieces.push(all.slice(10_500_000));
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const piece of pieces) stream.enqueue(piece);
        stream.close();
      },
    });
    const kept: number[] = [];
    const keep = async (data: string) => `file-${kept.push(data.length)}`;
    await readLink(address, { ...world({ body, type: null }), keep }, unstopped);
    expect(kept[0]).toBeGreaterThan(14_000_000);
  });

  test('that is none says so', async () => {
    const broken = world({ body: 'no PDF', type });
    expect(await faultOf(broken)).toEqual({ kind: 'pdf-broken' });
  });

  test('that cannot be kept is a failure of the storage, not of the site', async () => {
    const pdf = world({ body: (await madePdf(1)) as BodyInit, type });
    const keep = () => Promise.reject(new Error('quota'));
    await expect(readLink(address, { ...pdf, keep }, unstopped)).rejects.toThrow('quota');
  });
});

describe('a link to a page that only leads on', () => {
  const sign = (to: string) => `<meta http-equiv="refresh" content="0; url=${to}">`;
  /** A site of pages, by their addresses. */
  function site(pages: Readonly<Record<string, string>>) {
    const fetched = vi.fn(async (at: string) => {
      const headers = { 'content-type': 'text/html' };
      return Object.defineProperty(new Response(pages[at], { headers }), 'url', { value: at });
    });
    return { ...means, fetch: fetched as unknown as typeof fetch, fetched };
  }

  test('is followed within its site', async () => {
    const end = 'https://news.example.org/winter/';
    const parse = vi.fn(async () => page);
    const there = site({ [address]: sign('/winter/'), [end]: '<p>Winter' });
    expect(await readLink(address, { ...there, parse }, unstopped)).toMatchObject({
      source: { kind: 'link', address: end },
    });
    expect(parse).toHaveBeenCalledExactlyOnceWith('<p>Winter', unstopped);
  });

  test('is not followed to another site, which the user can be asked for', async () => {
    const to = 'https://else.example.org/winter';
    for (const named of [to, 'http://else.example.org/winter']) {
      const away = site({ [address]: sign(named) });
      const origin = 'https://else.example.org';
      expect(await faultOf(away)).toEqual({ kind: 'site-not-allowed', origin, address: to });
      expect(away.fetched).toHaveBeenCalledOnce();
    }
  });

  test('by scripts says so to those without, too: of another site the user can be asked for', async () => {
    const to = 'https://else.example.org/winter';
    const short = `<noscript>${sign(to)}</noscript><script>location.replace('${to}')</script>`;
    const nothing = { ...page, captured: { ...page.captured, kind: 'nothing' } as never };
    const away = { ...site({ [address]: short }), parse: async () => nothing };
    const origin = 'https://else.example.org';
    expect(await faultOf(away)).toEqual({ kind: 'site-not-allowed', origin, address: to });
    // What has a text is read: only old browsers go elsewhere from there.
    expect(await faultOf({ ...away, parse: async () => page })).toContain('The harbour froze');
  });

  test('is followed to its own site in safety, be it said otherwise', async () => {
    const end = 'https://news.example.org/winter';
    const there = site({ [address]: sign('http://news.example.org/winter'), [end]: '<p>Winter' });
    expect(await readLink(address, there, unstopped)).toMatchObject({ source: { address: end } });
  });

  test('is not followed to where others read along, nor for ever', async () => {
    const plain = site({ [address]: sign('http://news.example.org:8080/') });
    expect(await faultOf(plain)).toEqual({ kind: 'elsewhere' });
    const other = 'https://news.example.org/other';
    const round = site({ [address]: sign(other), [other]: sign(address) });
    expect(await faultOf(round)).toEqual({ kind: 'elsewhere' });
  });
});

describe('a link that gives nothing', () => {
  const html = { type: 'text/html' };

  test.each<[string, Reply, object]>([
    ['answers 404', { status: 404 }, { kind: 'status', status: 404 }],
    ['has nothing to show', { body: null, status: 204 }, { kind: 'status', status: 204 }],
    ['is for those who are signed in', { type: 'application/pdf', status: 401 }, { kind: 'login' }],
    ['answers 500 with a page', { ...html, status: 500 }, { kind: 'status', status: 500 }],
    ['leads to an image', { type: 'image/png' }, { kind: 'not-text', type: 'image/png' }],
    [
      'leads to an archive',
      { type: 'application/zip' },
      { kind: 'not-text', type: 'application/zip' },
    ],
    ['is too big', { body: 'x'.repeat(10_000_001) }, { kind: 'too-big' }],
    ['is empty', { body: ' \n' }, { kind: 'empty' }],
  ])('%s', async (_, reply, fault) => expect(await faultOf(world(reply))).toEqual(fault));

  test.each<[string, Parsed | null, string]>([
    ['no view was open', null, 'no-view'],
    [
      'a wall is there instead',
      { ...page, captured: { ...page.captured, text: 'Sign in.' } as never, asksPassword: true },
      'login',
    ],
    [
      'it has no text',
      { ...page, hasScripts: false, captured: { ...page.captured, kind: 'nothing' } as never },
      'empty',
    ],
  ])('because %s', async (_, parsed, kind) => {
    expect(await faultOf({ ...world(html), parse: async () => parsed })).toEqual({ kind });
  });

  test('is not encrypted, and cannot be: nothing is fetched', async () => {
    const { fetched, ...rest } = world();
    for (const plain of ['http://news.example.org:8080/', 'http://localhost/', 'ftp://a.example/'])
      expect(await faultOf(rest, unstopped, plain)).toEqual({ kind: 'not-secure' });
    expect(fetched).not.toHaveBeenCalled();
  });

  test('is not encrypted, where nothing else is there', async () => {
    const broken = async () => Promise.reject(new TypeError('Failed to fetch'));
    const plain = 'http://news.example.org/winter';
    expect(await readLink(plain, { ...world(), fetch: broken }, unstopped)).toEqual({
      kind: 'problem',
      problem: { kind: 'link-unread', address: plain, fault: { kind: 'not-secure' } },
    });
  });

  test('is of a site that may not be read: nothing is fetched', async () => {
    const { fetched, ...rest } = world();
    const problem = { kind: 'site-not-allowed', origin: 'https://news.example.org' };
    expect(await faultOf({ ...rest, mayReach: async () => false })).toEqual(problem);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('cannot be reached', async () => {
    const broken = async () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await faultOf({ ...world(), fetch: broken })).toEqual({ kind: 'unreachable' });
  });

  test('answers with something that breaks off, or cannot be unpacked', async () => {
    const body = new ReadableStream({
      pull: (stream) => stream.error(new TypeError('Error in input stream')),
    });
    expect(await faultOf(world({ body }))).toEqual({ kind: 'broken' });
  });

  test('takes too long to answer in full', async () => {
    const timeUp = new DOMException('timed out', 'TimeoutError');
    const body = new ReadableStream({ pull: (stream) => stream.error(timeUp) });
    expect(await faultOf(world({ body }))).toEqual({ kind: 'too-slow' });
  });

  test('leads on to a site that may not be read', async () => {
    const fetch: typeof globalThis.fetch = async (_, init) => {
      if (init?.redirect !== 'manual') throw new TypeError('Failed to fetch');
      return Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    };
    expect(await faultOf({ ...world(), fetch })).toEqual({ kind: 'elsewhere' });
  });

  test('takes too long', async () => {
    const slow = async () => Promise.reject(new DOMException('timed out', 'TimeoutError'));
    expect(await faultOf({ ...world(), fetch: slow })).toEqual({ kind: 'too-slow' });
  });

  test('was stopped by the user, while it was fetched or while it was parsed', async () => {
    const stop = new AbortController();
    const stopped: typeof fetch = async (_, init) => {
      stop.abort();
      init?.signal?.throwIfAborted();
      return new Response();
    };
    const problem = { kind: 'problem', problem: { kind: 'stopped' } };
    expect(await readLink(address, { ...world(), fetch: stopped }, stop.signal)).toEqual(problem);
    expect(await readLink(address, world(html), AbortSignal.abort())).toEqual(problem);
  });
});

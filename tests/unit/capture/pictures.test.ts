import { describe, expect, test, vi } from 'vitest';
import type { Graphics } from '../../../utils/capture/graphics';
import { createPictures, type ImageMeans } from '../../../utils/capture/pictures';
import type { Area } from '../../../utils/core/source/area';
import { type Size, tierOf } from '../../../utils/core/source/image';
import type { About, PictureAnswer } from '../../../utils/page/picture/answer';

const tier = tierOf('claude-haiku-5-5');
const site = 'https://cdn.example/harbour.jpg';
const about: About = {
  title: 'A frozen harbour',
  address: site,
  original: { width: 4000, height: 3000 },
  spot: { left: 0.25, top: 0.5, width: 0.5, height: 0.25 },
  ground: 'rgb(17, 17, 17)',
  mayMove: false,
  pageTitle: 'Winter',
  pageAddress: 'https://example.org/winter',
};
const closed = { kind: 'closed', ...about };

/** Bytes that say what they are: `600x400`, base64. */
const bytes = (size: string) => btoa(size);
const read = (width: number, height: number, said = `${width}x${height}`) => ({
  kind: 'read',
  rendered: { type: 'image/png', data: bytes(said), width, height },
  ...about,
});

const sizeIn = async (picture: Blob): Promise<Size | null> => {
  const [width, height] = (await picture.text()).split('x').map(Number);
  return width && height ? { width, height } : null;
};

interface World {
  /** What the script in the page answers; `never`: nothing, for ever. */
  readonly answer?: unknown;
  readonly loads?: Blob | null;
  readonly screen?: string | null;
  /** How often the page refuses before it answers. */
  readonly refusals?: number;
}

function worldWith({ answer, loads = null, screen = null, refusals = 0 }: World) {
  const did: unknown[] = [];
  let refused = 0;
  const graphics: Graphics = {
    async prepare(picture, { edge }, share: Area | null, ...ground) {
      const original = await sizeIn(picture);
      did.push(['prepare', edge, share, ...ground]);
      if (!original) return null;
      const width = Math.min(edge, original.width * (share?.width ?? 1));
      const made = { type: 'image/png', data: bytes('made') } as const;
      return { ...made, width, height: original.height, original };
    },
    isPlain: async (picture) => (await picture.text()) === '9x9',
    measure: sizeIn,
  };
  const means: ImageMeans = {
    scripting: {
      async executeScript(injection: object) {
        did.push('args' in injection ? injection.args : (injection as { files: unknown }).files);
        refused += 1;
        if (answer === undefined || refused <= refusals)
          throw new Error('Cannot access contents of the page.');
        if (answer === 'never') return new Promise(() => {});
        return [{ frameId: 0, result: 'args' in injection ? null : answer }];
      },
    },
    load: async (address) => {
      did.push(['load', address]);
      return loads;
    },
    screenshot: async () => screen,
    graphics,
    keep: async (data, tabId) => {
      did.push(['keep', data, tabId]);
      return 'file-1';
    },
    tier: async () => tier,
  };
  return { did, pictures: createPictures(means) };
}

async function capture(world: World, address: string | null = site, frameId = 0) {
  const { did, pictures } = worldWith(world);
  const captured = await pictures.capture({ address, frameId }, 7);
  if (captured.kind === 'problem') return { did, problem: captured.problem.kind };
  const { source } = captured;
  return { did, source, media: source.media };
}

const jpeg = (text: string, type = 'image/jpeg') => new Blob([text], { type });

describe('a picture', () => {
  test('of a page that refuses at first is asked for once more', async () => {
    const { media } = await capture({ answer: read(600, 450), refusals: 1 });
    expect(media).toMatchObject({ width: 600, height: 450 });
  });

  test('is what the page itself may read, and nothing else is asked for', async () => {
    const { did, source, media } = await capture({ answer: read(600, 450) });
    expect(media).toEqual({
      kind: 'image',
      type: 'image/png',
      file: 'file-1',
      width: 600,
      height: 450,
      original: { width: 4000, height: 3000 },
    });
    expect(source).toMatchObject({
      kind: 'image',
      text: '',
      title: 'A frozen harbour',
      address: 'https://example.org/winter',
    });
    expect(did).toEqual([
      [{ address: site, tier }],
      ['/capture-image.js'],
      ['keep', bytes('600x450'), 7],
    ]);
  });

  test('is called by its page where it has no name', async () => {
    const { source } = await capture({ answer: { ...read(600, 450), title: '' } });
    expect(source?.title).toBe('Winter');
  });

  test('that is not as large as the page says is measured: the price is told by its size', async () => {
    const { media } = await capture({ answer: read(60, 45, '2000x1500') });
    expect(media).toMatchObject({ width: 2000 });
  });

  test('that is larger than the model sees is scaled down here', async () => {
    const { media } = await capture({ answer: read(9000, 40) });
    expect(media).toMatchObject({ width: tier.edge, original: { width: 9000, height: 40 } });
  });

  test('that the page may not read is fetched', async () => {
    const { did, media } = await capture({ answer: closed, loads: jpeg('300x200') });
    expect(did).toContainEqual(['load', site]);
    // What shows through it is what does on the page.
    expect(did).toContainEqual(['prepare', tier.edge, null, about.ground]);
    expect(media).toMatchObject({ width: 300 });
    expect(media).not.toHaveProperty('asSeen');
    expect(media).not.toHaveProperty('original');
  });

  test('that shows something else than is at the address that was clicked is not fetched from there', async () => {
    const answer = { ...closed, address: null };
    const { did, problem } = await capture({ answer, loads: jpeg('300x200') });
    expect(did).not.toContainEqual(['load', site]);
    expect(problem).toBe('picture-unreadable');
  });

  test('of a kind that may move is one frame of it', async () => {
    const moving = { answer: { ...read(60, 45), mayMove: true } };
    expect((await capture(moving)).media).toMatchObject({ oneFrame: true });
    const fetched = { answer: closed, loads: jpeg('300x200', 'image/gif') };
    expect((await capture(fetched)).media).toMatchObject({ oneFrame: true });
  });

  test.each([
    ['that is not to be had', null],
    ['that is no picture', jpeg('<html>Log in</html>', 'text/html')],
  ])('%s is taken from the screen, and only its part of that', async (_, loads) => {
    const { did, media } = await capture({ answer: closed, loads, screen: bytes('1000x800') });
    expect(did).toContainEqual(['prepare', tier.edge, about.spot]);
    expect(media).toMatchObject({ width: 500, asSeen: true });
  });

  test('that the page says nothing about is fetched all the same', async () => {
    const { media } = await capture({ answer: undefined, loads: jpeg('300x200') });
    expect(media).toMatchObject({ width: 300 });
  });

  test('that its page cannot look into, but shows, is taken from the screen', async () => {
    const drawn = { answer: { ...closed, blank: true }, screen: bytes('1000x800') };
    expect((await capture(drawn)).media).toMatchObject({ width: 500, asSeen: true });
  });

  test.each<[string, World, string]>([
    ['on a page that is closed', {}, 'page-forbids'],
    ['that is not there', { answer: { kind: 'nothing' } }, 'no-picture'],
    ['that nobody may read', { answer: closed }, 'picture-unreadable'],
    [
      'that is out of sight',
      { answer: { ...closed, spot: null }, screen: bytes('9x9') },
      'picture-unreadable',
    ],
    [
      'of which all is transparent',
      { answer: { ...closed, blank: true }, loads: jpeg('300x200'), screen: bytes('9x9') },
      'picture-empty',
    ],
    [
      'that is damaged',
      { answer: { ...read(60, 45, 'no picture'), spot: null } },
      'picture-unreadable',
    ],
  ])('%s is a problem', async (_, world, kind) => {
    expect((await capture(world)).problem).toBe(kind);
  });
});

test('is not kept once the user has stopped it', async () => {
  const { did, pictures } = worldWith({ answer: read(600, 450) });
  const captured = await pictures.capture({ address: null, frameId: 0 }, 7, AbortSignal.abort());
  expect(captured).toEqual({ kind: 'problem', problem: { kind: 'stopped' } });
  expect(did.flat()).not.toContain('keep');
});

test('that its page does not give in time is said to be late, not closed', async () => {
  vi.useFakeTimers();
  const captured = capture({ answer: 'never' });
  await vi.advanceTimersByTimeAsync(5000);
  expect((await captured).problem).toBe('page-silent');
  vi.useRealTimers();
});

test('in a frame that nobody may look into is fetched where the user lets us, else it cannot be read', async () => {
  const { media } = await capture({ loads: jpeg('800x600') }, site, 3);
  expect(media).toMatchObject({ width: 800, height: 600 });
  expect((await capture({}, site, 3)).problem).toBe('picture-unreadable');
});

test('is asked for after the one before: the page knows one wish at a time', async () => {
  const { did, pictures } = worldWith({ answer: read(600, 450) });
  await Promise.all([pictures.isInView(7), pictures.capture({ address: null, frameId: 0 }, 7)]);
  expect(did.slice(0, 4)).toEqual([
    [{ address: null, tier: null }],
    ['/capture-image.js'],
    [{ address: null, tier }],
    ['/capture-image.js'],
  ]);
});

describe('what the page answers about a picture', () => {
  const { rendered } = read(60, 45);
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'read'],
    ['another type', { ...read(60, 45), rendered: { ...rendered, type: 'text/html' } }],
    ['no bytes', { ...read(60, 45), rendered: { ...rendered, data: '' } }],
    ['no pixels', { ...read(60, 45), rendered: { ...rendered, width: 0 } }],
    ['a spot beside the screen', { ...closed, spot: { left: 2, top: 0, width: 1, height: 1 } }],
    ['an address of a file', { ...closed, address: 'file:///etc/passwd' }],
    ['a ground that is no color', { ...closed, ground: 'url(https://example.org)' }],
    ['a title without end', { ...closed, title: 'a'.repeat(501) }],
    ['a title that is none', { ...closed, title: { toString: 'a' } }],
  ])('is not believed where it is %s', async (_, answer) => {
    expect((await capture({ answer: answer ?? null }, null)).problem).toBe('page-forbids');
  });
});

test.each<[string, PictureAnswer | undefined, boolean]>([
  ['there is one', { kind: 'closed', ...about }, true],
  ['there is none', { kind: 'nothing' }, false],
  ['the page is closed', undefined, false],
])('whether a picture is in view: %s', async (_, answer, there) => {
  const { did, pictures } = worldWith({ answer });
  expect(await pictures.isInView(7)).toBe(there);
  expect(did[0]).toEqual([{ address: null, tier: null }]);
});

test('a page that does not answer keeps nobody waiting for whether it has a picture', async () => {
  vi.useFakeTimers();
  const { pictures } = worldWith({ answer: 'never' });
  const told = vi.fn();
  void pictures.isInView(7).then(told);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toHaveBeenCalledExactlyOnceWith(false);
  vi.useRealTimers();
});

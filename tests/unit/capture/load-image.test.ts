import { expect, test } from 'vitest';
import { loadImage } from '../../../utils/capture/load-image';

const address = 'https://pictures.example.org/a.png';
const mayReach = async () => true;
const load = (response: Response) => loadImage(address, { fetch: async () => response, mayReach });

test('a picture has the bytes and the type that its site gives', async () => {
  const headers = { 'content-type': 'image/png' };
  const picture = await load(new Response('a picture', { headers }));
  expect(picture?.type).toBe('image/png');
  expect(await picture?.text()).toBe('a picture');
});

test('a picture without a type or a body is taken as it is', async () => {
  expect(await load(new Response(null))).toMatchObject({ size: 0, type: '' });
});

test('a picture is not fetched any further once the user has stopped it', async () => {
  const stop = new AbortController();
  const fetch: typeof globalThis.fetch = async (_, init) => {
    stop.abort();
    init?.signal?.throwIfAborted();
    return new Response('a picture');
  };
  expect(await loadImage(address, { fetch, mayReach }, stop.signal)).toBeNull();
});

test('of a picture that is larger than it says no more is read than fits', async () => {
  let megabytes = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      megabytes += 1;
      stream.enqueue(new Uint8Array(1_000_000));
      if (megabytes === 60) stream.close();
    },
  });
  expect(await load(new Response(body))).toBeNull();
  expect(megabytes).toBeLessThan(30);
});

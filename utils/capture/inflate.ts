import type { Inflate } from '../core/pdf/objects';
import { gather } from '../page/gather';

/** Unpacks by the browser's own means, piece by piece: what grows beyond its limit is given up. */
export const inflate: Inflate = async (packed, limit) => {
  for (const data of withoutLineEnds(packed)) {
    const bytes = await unpack(data, limit).catch(() => null);
    if (bytes) return bytes;
  }
  return null;
};

/** Browsers take nothing behind the end of a stream, and some writers count the end of a line to it. */
function* withoutLineEnds(packed: Uint8Array): Generator<Uint8Array> {
  yield packed;
  for (let end = packed.length - 1; end >= packed.length - 2; end -= 1) {
    if (packed[end] !== 10 && packed[end] !== 13) return;
    yield packed.subarray(0, end);
  }
}

async function unpack(data: Uint8Array, limit: number): Promise<Uint8Array | null> {
  // The type is that of a buffer that nobody shares: these are made from files.
  const stream = new Blob([data as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  const bytes = await gather(stream, limit);
  return bytes.length > limit ? null : bytes;
}

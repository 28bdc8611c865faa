import { imageSize } from 'image-size';
import type { Block } from './body';
import type { ModelSpec } from './models';

const SQUARE = 28;
const BYTES = 5 * 1024 * 1024;
const PIXELS = 8000;
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

type ImageSource = Extract<Block, { type: 'image' }>['source'];
type Inline = Extract<ImageSource, { type: 'base64' }>;

interface Read {
  readonly type: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** What the bytes say that they are; null when they are no image. */
function read({ data }: Inline): Read | null {
  try {
    const { type = '', width, height } = imageSize(Buffer.from(data, 'base64'));
    return { type: TYPES[type], width, height };
  } catch {
    return null;
  }
}

const squares = (width: number, height: number) =>
  Math.ceil(width / SQUARE) * Math.ceil(height / SQUARE);

/** Tokens of an image as a model sees it: scaled down step by step until it is within both limits. */
export function imageTokens(source: ImageSource, { edge, tokens }: ModelSpec['sees']): number {
  const image = source.type === 'base64' ? read(source) : null;
  if (!image) return tokens;
  const longer = Math.max(image.width, image.height);
  for (let to = Math.min(longer, edge); to > 1; to -= 1) {
    const scaled = (side: number) => Math.max(1, Math.round((side * to) / longer));
    const taken = squares(scaled(image.width), scaled(image.height));
    if (taken <= tokens) return taken;
  }
  return 1;
}

/** What is wrong with an image, the first complaint first. */
export function* complaintsAboutImage(source: ImageSource, where: string): Generator<string> {
  if (source.type !== 'base64') return;
  const name = `${where}.image.source.base64`;
  if (source.data.length > BYTES) {
    yield `${name}: image exceeds 5 MB maximum: ${source.data.length} bytes > ${BYTES} bytes`;
  }
  const image = read(source);
  if (!image || image.width === 0 || image.height === 0) {
    yield `${name}.data: Could not process image`;
    return;
  }
  if (image.type !== source.media_type) {
    yield `${name}.media_type: Image does not match the provided media type ${source.media_type}`;
  }
  if (Math.max(image.width, image.height) > PIXELS) {
    yield `${name}.data: At least one of the image dimensions exceed max allowed size: ${PIXELS} pixels`;
  }
}

import { isBefore47 } from '../model';

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a model sees of an image at most; the service scales down what is larger. */
export interface Tier {
  /** Pixels of the longer edge. */
  readonly edge: number;
  readonly tokens: number;
}

/** Claude 4.7 and later: https://platform.claude.com/docs/en/build-with-claude/vision, read 2026-10. */
const large: Tier = { edge: 2576, tokens: 4784 };
/** Models before, and what is assumed of models that we do not know. */
const usual: Tier = { edge: 1568, tokens: 1568 };

/** Pixels of the squares that an image is cut into, a token each. Same source. */
const square = 28;

/** What a model sees of an image at most. */
export function tierOf(model: string): Tier {
  return model.startsWith('claude-') && !isBefore47(model) ? large : usual;
}

/** Tokens that an image takes as it is sent; what is larger than the model's tier is counted as scaled down to it. */
export function imageTokens(size: Size, model: string): number {
  return squaresOf(fitWithin(size, tierOf(model)));
}

/** The size of an image scaled down, never up, to what a tier allows; at least a pixel each way. */
export function fitWithin({ width, height }: Size, { edge, tokens }: Tier): Size {
  const longer = Math.max(width, height);
  const scaled = (to: number): Size => ({
    width: Math.max(1, Math.round((width * to) / longer)),
    height: Math.max(1, Math.round((height * to) / longer)),
  });
  let [fits, above] = [1, Math.min(longer, edge) + 1];
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (squaresOf(scaled(middle)) <= tokens) fits = middle;
    else above = middle;
  }
  return scaled(fits);
}

function squaresOf({ width, height }: Size): number {
  return Math.ceil(width / square) * Math.ceil(height / square);
}

/** Bytes of a picture that tell whether it moves. */
export const firstBytes = 8_000;
const moving = /^GIF8|^RIFF.{4}WEBPVP8X.{14}ANIM|^.{4}ftypavis|^.PNG(?:(?!IDAT).)+acTL/s;

/** By its first bytes, whatever its site calls it: a GIF, or a WebP, AVIF or PNG of several frames. */
export function mayMove(start: ArrayBuffer): boolean {
  return moving.test(new TextDecoder('latin1').decode(start));
}

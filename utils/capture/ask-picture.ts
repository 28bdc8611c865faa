import * as v from 'valibot';
import { addressLimit, titleLimit } from '../page/captured';
import { type PictureAnswer, pictureLimits } from '../page/picture/answer';
import { leavePictureWish, type PictureWish } from '../page/picture/wish';
import { insist } from '../platform/insist';
import { inTurn } from '../store/in-turn';

/** The part of `browser.scripting` that is needed. */
export interface PictureScripting {
  executeScript(injection: WishInjection): Promise<unknown>;
  executeScript(injection: FileInjection): Promise<unknown>;
}

interface Where {
  readonly target: { tabId: number; frameIds: number[] };
  readonly injectImmediately: boolean;
}
interface WishInjection extends Where {
  readonly func: (wish: PictureWish) => void;
  readonly args: [PictureWish];
}
interface FileInjection extends Where {
  readonly files: '/capture-image.js'[];
}

/** ms, to look for one only, and to have it: a page may be busy, and a large picture takes a while to be encoded. */
const limits = { look: 2_000, take: 5_000 } as const;

const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const size = v.object({ width: pixels, height: pixels });
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const about = {
  title: v.pipe(v.string(), v.maxLength(pictureLimits.title)),
  address: v.nullable(v.pipe(v.string(), v.maxLength(pictureLimits.address), v.regex(/^https?:/))),
  original: v.nullable(size),
  spot: v.nullable(v.object({ left: share, top: share, width: share, height: share })),
  ground: v.nullable(v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z]+\([\w.%, -]+\)$/))),
  mayMove: v.boolean(),
  pageTitle: v.pipe(v.string(), v.maxLength(titleLimit)),
  pageAddress: v.pipe(v.string(), v.maxLength(addressLimit)),
};
const rendered = v.object({
  ...size.entries,
  type: v.picklist(['image/png', 'image/jpeg']),
  data: v.pipe(v.string(), v.minLength(1), v.maxLength(pictureLimits.data)),
});
const answer: v.GenericSchema<unknown, PictureAnswer> = v.variant('kind', [
  v.object({ kind: v.literal('nothing') }),
  v.object({ kind: v.literal('read'), rendered, ...about }),
  v.object({ kind: v.literal('closed'), blank: v.optional(v.boolean()), ...about }),
]);
const answers = v.pipe(
  v.array(v.object({ result: v.unknown() })),
  v.transform((frames) => v.parse(answer, frames[0]?.result)),
);

/** One after the other: a script takes the last word that was left, whoever left it. */
const asks = inTurn();

/** `refused`: it may not be asked, or said nothing that is an answer; `late`: it said nothing in time. */
type Unanswered = { readonly kind: 'refused' | 'late' };
const refused: Unanswered = { kind: 'refused' };
const late: Unanswered = { kind: 'late' };

/** What a frame answers about a picture of its. */
export function askPicture(
  scripting: PictureScripting,
  tabId: number,
  frameId: number,
  wish: PictureWish,
): Promise<PictureAnswer | Unanswered> {
  return asks(() => askAlone(scripting, tabId, frameId, wish));
}

async function askAlone(
  scripting: PictureScripting,
  tabId: number,
  frameId: number,
  wish: PictureWish,
): Promise<PictureAnswer | Unanswered> {
  const where = { target: { tabId, frameIds: [frameId] }, injectImmediately: true };
  const asking = async () => {
    await insist(() => scripting.executeScript({ ...where, func: leavePictureWish, args: [wish] }));
    return v.parse(
      answers,
      await scripting.executeScript({ ...where, files: ['/capture-image.js'] }),
    );
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Unanswered>((resolve) => {
    timer = setTimeout(resolve, wish.tier ? limits.take : limits.look, late);
  });
  try {
    return await Promise.race([asking().catch(() => refused), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

import { type Capture, capture, type Target } from '../../utils/capture/capture';
import type { Injection, Scripting } from '../../utils/capture/inject';

export const top = 'https://example.org/a';
export const place = { title: 'Title', address: top, language: 'en', frame: null };
export const page = { kind: 'page', text: 'The page.', hidden: 0, cut: 0, ...place };
export const selection = { kind: 'selection', text: 'one\n\ntwo', hidden: 0, cut: 0, ...place };
export const nothing = { kind: 'nothing', ...place };
export const forbidden = Symbol('forbidden');

export type Frames = Readonly<Record<number, unknown>>;

/** Answers for each frame; those that forbid scripts refuse a direct injection and are left out of one in all frames. */
export function browserWith(
  frames: Frames,
  pageScript: Frames = {},
): Scripting & { asked: Injection[] } {
  const asked: Injection[] = [];
  return {
    asked,
    async executeScript(injection) {
      asked.push(injection);
      const answers = injection.files.at(-1) === '/capture-page.js' ? pageScript : frames;
      const { target } = injection;
      const ids = 'allFrames' in target ? Object.keys(answers).map(Number) : target.frameIds;
      const allowed = ids.filter((id) => id in answers && answers[id] !== forbidden);
      if (allowed.length === 0) throw new Error('Cannot access contents of the page.');
      return allowed.map((frameId) => ({ frameId, result: answers[frameId] }));
    },
  };
}

export function ask(
  frames: Frames,
  target: Partial<Target> = {},
  pages: Frames = frames,
): Promise<Capture> {
  return capture({ tabId: 1, wants: 'selection-or-page', ...target }, browserWith(frames, pages));
}

export async function textOf(result: Promise<Capture>): Promise<string> {
  const done = await result;
  return done.kind === 'source' ? `${done.source.kind}: ${done.source.text}` : done.problem.kind;
}

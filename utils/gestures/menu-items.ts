import type { Browser } from 'wxt/browser';
import type { BuiltInId } from '../core/actions/action';
import { imageAim } from '../core/source/aim';
import { type Aim, usualAim } from '../core/source/source';
import type { MessageKey } from '../i18n';

export type Click = Browser.contextMenus.OnClickData;

/** One line of the menu. Where several can be seen at once, browsers nest them under our name. */
export interface Item {
  readonly action: BuiltInId;
  readonly title: MessageKey;
  readonly contexts: Contexts;
  /** What is to be captured; null: nothing can be. */
  readonly aim: (click: Click) => Aim | null;
}

export type Contexts = Exclude<Browser.contextMenus.CreateProperties['contexts'], undefined>;

export const items = {
  summarize: {
    action: 'summarize',
    title: 'menuSummarize',
    // Chromium shows only `frame` items on its PDF pages.
    contexts: ['page', 'selection', 'frame', 'editable'],
    aim: () => usualAim,
  },
  'summarize-link': {
    action: 'summarize',
    title: 'menuSummarizeLink',
    contexts: ['link'],
    aim: ({ linkUrl: address }) => (address ? { kind: 'link', address } : null),
  },
  'describe-image': {
    action: 'describe-image',
    title: 'menuDescribe',
    contexts: ['image'],
    aim: ({ srcUrl = '', frameId = 0, frameUrl, pageUrl }) =>
      imageAim(srcUrl, { frameId, frame: frameUrl, page: pageUrl ?? '' }),
  },
} satisfies Readonly<Record<string, Item>>;

/** Of the id of a line that is there because the user put its action there. */
export const actionPrefix = 'do:';

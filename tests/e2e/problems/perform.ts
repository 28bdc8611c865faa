import { expect } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import type { ProblemKind } from '../../../utils/core/problem';
import type { Page, View } from '../../browsers/browser';
import type { Row } from './row';
import { openPanel, openPopup, openPreview, posts, type Scene } from './scene';

/** Brings a row's fault about and compares what the popup makes of it. */
export async function perform(kind: ProblemKind, row: Row, scene: Scene): Promise<void> {
  scene.api.reset();
  try {
    if (!row.keyless) await scene.haveKey();
    await row.before?.(scene);
    const page = await open(row, scene);
    scene.api.next(...(row.plans ?? []));
    await compare(kind, row, scene, page);
    await page.close();
  } finally {
    await scene.browser().closePopup();
    await row.after?.(scene);
  }
}

function open(row: Row, scene: Scene): Promise<Page> {
  const browser = scene.browser();
  if (row.inPrivateWindow) return browser.openPrivate(scene.pages.add(articleInPrivate));
  return browser.open(row.at?.(scene) ?? scene.pages.article);
}

/** At an address of its own: that is how its window is found. */
const articleInPrivate =
  '<!doctype html><title>Private</title><p>A text that nobody else shall know of.</p>';

async function compare(kind: ProblemKind, row: Row, scene: Scene, page: Page): Promise<void> {
  const popup = await ask(row, scene, page);
  await row.meanwhile?.(scene, popup);
  await popup.waitFor('.problem');
  expect({ ...(await shown(popup)), posts: posts(scene).length }).toEqual(wanted(kind, row));
  if (!row.clicked) return;
  await row.mended?.(scene);
  await popup.click('.problem .button');
  await row.clicked(scene, popup);
}

async function ask(row: Row, scene: Scene, page: Page): Promise<View> {
  if (row.by === 'look') return openPopup(scene, page);
  if (row.by === 'panel') return openPanel(scene, page);
  if (row.by === 'menu' || row.by === 'viewer') {
    const below = row.by === 'viewer' ? { below: 1 } : {};
    await scene.browser().rightClick(page, 'body', 'Summarize', below);
    return scene.browser().popup();
  }
  if (row.by === 'link') {
    await scene.browser().rightClick(page, 'a', sentence('menuSummarizeLink'));
    if (row.allow !== undefined) await scene.browser().answerPermissionPrompt(page, row.allow);
    return scene.browser().popup();
  }
  if (row.by === 'image') {
    await scene.browser().rightClick(page, '.picture', sentence('menuDescribe'), { below: 1 });
    return scene.browser().popup();
  }
  const popup = await openPreview(scene, page);
  await row.onPreview?.(scene, popup);
  await popup.click(`text=${row.action ?? 'Summarize'}`);
  return popup;
}

/** What a reader of the popup sees. */
interface Shown {
  readonly title: string;
  /** The sentences below the title, in order. */
  readonly sentences: readonly string[];
  readonly buttons: readonly string[];
  /** The answer above the problem; null when there is none. */
  readonly text: string | null;
  /** Whether there is a receipt. */
  readonly receipt: boolean;
}

function shown(popup: View): Promise<Shown> {
  return popup.evaluate(() => {
    const [problem, second] = document.querySelectorAll<HTMLElement>('.problem');
    if (!problem || second) throw new Error('There must be one problem');
    const texts = (selector: string) =>
      [...problem.querySelectorAll<HTMLElement>(selector)].map((each) => each.innerText.trim());
    const answer = document.querySelector<HTMLElement>('.answer');
    const isAbove =
      answer && answer.getBoundingClientRect().bottom <= problem.getBoundingClientRect().top;
    return {
      title: texts('h2').join(),
      sentences: texts('p'),
      buttons: texts('button, a'),
      text: isAbove ? answer.innerText.trim() : null,
      receipt: document.querySelector('.receipt') !== null,
    };
  });
}

function wanted(kind: ProblemKind, row: Row): object {
  const { detail, kept, button } = row;
  const wasCharged = kept !== undefined && kept !== 'nothing-sent' && kept !== 'not-charged';
  const names = { service: 'Anthropic', ...row.names };
  const notes: Record<string, unknown> = {
    'Ask again': wasCharged ? sentence('mayCostAgain') : undefined,
    'Go on without saving': sentence('goesUnsaved'),
    'Go on': matching(/^A new request, which goes on from there: \$0\.\d+–0\.\d+$/),
  };
  return {
    title: sentence(`problem_${underscored(kind)}`, names),
    sentences: [
      ...(detail ? [matching(detail)] : []),
      ...(kept ? [sentence(`kept_${underscored(kept)}`)] : []),
      sentence(`advice_${underscored(kind)}`, names),
      ...(notes[button] ? [notes[button]] : []),
    ],
    buttons: [button],
    text: row.text ? matching(row.text) : null,
    receipt: ['maybe-charged', 'charged', 'answer-kept'].includes(String(kept)),
    posts: typeof row.posts === 'number' ? row.posts : expect.toBeOneOf([...row.posts]),
  };
}

function matching(words: string | RegExp): unknown {
  return typeof words === 'string' ? words : expect.stringMatching(words);
}

const messages: Readonly<Record<string, { readonly message: string }>> = english;

/** An English message, word for word. */
export function sentence(key: string, names: Readonly<Record<string, string>> = {}): string {
  const found = messages[key];
  if (!found) throw new Error(`No message ${key}`);
  return found.message.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? `{${name}}`);
}

function underscored(kind: string): string {
  return kind.replaceAll('-', '_');
}

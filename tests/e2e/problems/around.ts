import { fault } from '../../stand-in/stand-in';
import { breakDatabase } from '../damage-files';
import { loseJournal, outdate, renewDatabase } from './damage';
import { ownHost, useAnthropic, useOwnServer } from './own-server';
import { allowApi, forbidApi } from './permission';
import type { Table } from './row';
import { changeSettings } from './scene';
import * as steps from './steps';

const origin = 'api.anthropic.com';
/** Does nothing else from the moment that something else has the focus: a popup. */
const busy = `<!doctype html><title>Busy</title><p>A page that is at work.</p>
<script>addEventListener('blur', () => { const end = Date.now() + 4000; while (Date.now() < end); });</script>`;
const framed = `<!doctype html><title>Framed</title>
<iframe src="https://frame.example/" width="900" height="500"></iframe>`;
const empty = '<!doctype html><title>Empty</title><body></body>';

const forbidden = {
  plans: [fault.html()],
  before: forbidApi,
  names: { host: origin },
  kept: 'maybe-charged',
  button: `Allow ${origin}`,
  posts: 1,
  after: allowApi,
} as const;

/** What the browser, the page and the user's own machine do. */
export const around = {
  offline: [
    {
      when: 'no network',
      onPreview: ({ browser }) => browser().setOffline(true),
      kept: 'nothing-sent',
      button: 'Try again',
      posts: 0,
      mended: ({ browser }) => browser().setOffline(false),
      clicked: (scene, popup) => steps.answered(scene, popup),
      after: ({ browser }) => browser().setOffline(false),
    },
  ],
  'host-not-allowed': [
    {
      when: 'the permission for the API was taken back, and its answer may not be read',
      only: 'firefox',
      ...forbidden,
      clicked: async (scene, popup) => {
        await scene.browser().answerPermissionPrompt(popup, true);
        await steps.answered(scene, popup, 2);
      },
    },
    {
      when: 'the same; its question closes the popup, and another shows the answer',
      only: 'chromium',
      ...forbidden,
      asks: true,
      clicked: async (scene) => {
        const browser = scene.browser();
        await browser.answerPermissionPrompt(await browser.page(scene.pages.article), true);
        await steps.answered(scene, await browser.popup(), 2);
      },
    },
  ],
  'nothing-selected': [
    {
      when: 'a page without a word',
      at: ({ pages }) => pages.add(empty),
      by: 'look',
      button: 'Close',
      posts: 0,
      clicked: steps.closed,
    },
    {
      when: 'a page without a word, from the menu',
      at: ({ pages }) => pages.add(empty),
      by: 'menu',
      kept: 'nothing-sent',
      button: 'Close',
      posts: 0,
    },
  ],
  'frame-unreadable': [
    {
      when: 'the focus is in a frame of another site',
      at: steps.pageWithForeignFrame,
      by: 'look',
      button: 'Read the page instead',
      posts: 0,
      clicked: (scene, popup) => steps.answered(scene, popup),
    },
  ],
  'only-a-frame': [
    {
      when: 'a page with nothing but a frame of another site',
      at: ({ pages }) => pages.add(framed),
      by: 'look',
      names: { host: 'frame.example' },
      button: 'Open frame.example',
      posts: 0,
    },
  ],
  'page-forbids': [
    {
      when: "the browser's own page",
      at: ({ name }) => (name === 'chromium' ? 'chrome://version/' : 'about:license'),
      by: 'look',
      button: 'Close',
      posts: 0,
      clicked: steps.closed,
    },
  ],
  'page-silent': [
    {
      when: 'a page that is busy for longer than it is waited for',
      at: ({ pages }) => pages.add(busy),
      by: 'look',
      button: 'Try again',
      posts: 0,
    },
  ],
  'private-window-off': [
    {
      when: 'the user wants nothing of Gloss in private windows',
      inPrivateWindow: true,
      before: (scene) => changeSettings(scene, { privateWindows: 'off' }),
      by: 'menu',
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
      after: (scene) => changeSettings(scene, { privateWindows: 'memory' }),
    },
  ],
  'over-limit': [
    {
      when: 'nothing may be sent on this day',
      before: (scene) => changeSettings(scene, { dailyLimit: 0 }),
      detail: 'You have set a limit of $0.00: nothing is sent.',
      kept: 'nothing-sent',
      button: 'Send anyway, this once',
      posts: 0,
      clicked: (scene, popup) => steps.answered(scene, popup),
      after: (scene) => changeSettings(scene, { dailyLimit: 2_000_000_000 }),
    },
  ],
  'storage-failing': [
    {
      when: 'the journal in the database is gone',
      before: loseJournal,
      kept: 'nothing-sent',
      button: 'Go on without saving',
      posts: 0,
      clicked: steps.answeredUnsaved,
      after: renewDatabase,
    },
    {
      when: 'a database of a later version cannot be opened, but the key is kept for the session',
      keyless: true,
      before: async (scene) => {
        await steps.saveSessionKey(scene);
        await outdate(scene);
      },
      kept: 'nothing-sent',
      button: 'Go on without saving',
      posts: 0,
      clicked: steps.answeredUnsaved,
      after: async (scene) => {
        await renewDatabase(scene);
        await steps.forgetKey(scene);
      },
    },
  ],
  'server-down': [
    {
      when: 'a server of this computer that has been ended',
      before: (scene) => useOwnServer(scene, 'stop it'),
      names: { host: ownHost },
      kept: 'maybe-charged',
      button: 'Try again',
      posts: 0,
      after: useAnthropic,
    },
  ],
  'not-the-api': [
    {
      when: 'an address that answers with a page',
      before: (scene) => useOwnServer(scene, 'let it answer'),
      names: { host: ownHost },
      kept: 'maybe-charged',
      button: 'Open options',
      posts: 0,
      clicked: steps.optionsOpen,
      after: useAnthropic,
    },
  ],
  'database-damaged': [
    {
      when: 'its files can be neither opened nor mended by the browser',
      before: (scene) => scene.restart(breakDatabase),
      kept: 'nothing-sent',
      button: 'Begin a new database',
      posts: 0,
      clicked: steps.begunAnew,
      after: async (scene) => {
        scene.keyIsLost();
        await steps.forgetKey(scene);
      },
    },
  ],
  unreachable: [
    {
      // A browser repeats what it sent on a kept connection that turns out to be dead; no extension can forbid it.
      when: 'the connection is reset before any answer',
      plans: [fault.refuse(), fault.refuse(), fault.refuse()],
      kept: 'maybe-charged',
      button: 'Ask again',
      posts: [1, 2],
    },
    {
      when: 'a redirect, which the key must not follow',
      plans: [fault.redirect('https://example.org/v1/messages')],
      kept: 'maybe-charged',
      button: 'Ask again',
      posts: 1,
    },
    {
      when: 'nobody listens there',
      before: ({ api }) => api.close(),
      kept: 'maybe-charged',
      button: 'Ask again',
      posts: 0,
    },
  ],
} satisfies Partial<Table>;

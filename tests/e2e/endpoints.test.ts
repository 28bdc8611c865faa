import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import type { View } from '../browsers/browser';
import { type Compatible, modelNamed } from '../stand-in/compatible';
import { fault, type StandIn, type StandInOptions, startStandIn } from '../stand-in/stand-in';
import {
  chooseEndpoint,
  editEndpoint,
  openRow,
  pasteKey,
  remarksOn,
  setUpEndpoint,
  submit,
  testAgain,
  typePrice,
} from './endpoints/settings';
import {
  answerIn,
  browserNames,
  demoKey,
  ended,
  haveKey,
  openReceipt,
  postsOf,
  type Stage,
  setStage,
} from './support';

const secondKey = 'gw-canary-9876543210-abcd';
const thirdKey = 'gw-canary-1111111111-efgh';
const model = 'vendor/typed-model:7b';
const foreign = 'gateway.example.org';

const start = (compatible: Compatible, keys: readonly string[], further: StandInOptions = {}) =>
  startStandIn({ compatible, keys, models: [modelNamed(model)], ...further });

/** What arrived at a server, all of it. */
const arrivedAt = ({ requests }: StandIn) =>
  requests.map(({ method, path, headers, text }) => JSON.stringify([method, path, headers, text]));

const words = (key: keyof typeof english, names: Readonly<Record<string, string>> = {}) =>
  Object.entries(names).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    english[key].message,
  );

/** Whether Gloss may reach 127.0.0.1. */
const isAllowed = (page: View) =>
  page.evaluate<boolean>(`
    const { permissions } = globalThis.browser ?? chrome;
    return permissions.contains({ origins: ['http://127.0.0.1/*'] });`);

describe.each(browserNames)('endpoints of the user’s own in %s', (name) => {
  let stage: Stage;
  let second: StandIn;
  let third: StandIn;
  let keyless: StandIn;
  let gateway: StandIn;

  beforeAll(async () => {
    [second, third, keyless, gateway] = await Promise.all([
      start({ auth: 'bearer', lists: 'openai' }, [secondKey]),
      start({ auth: 'bearer', lists: 'models', cors: true }, [thirdKey]),
      start({ auth: 'none', lists: 'missing', usage: 'zeros' }, []),
      start({ auth: 'x-api-key', lists: 'missing', cors: true, base: '/api' }, [secondKey], {
        tls: true,
      }),
    ]);
    stage = await setStage(name, { hosts: { [foreign]: gateway.port }, still: false });
    await haveKey(stage.browser);
  });
  afterEach(() => stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    await Promise.all([second, third, keyless, gateway].map((each) => each?.close()));
  });

  /** Right-click, *Summarize*; the popup once it has ended. */
  async function summarize(): Promise<View> {
    const { browser, pages } = stage;
    const page = await browser.open(pages.article);
    await browser.rightClick(page, '#second', 'Summarize');
    const popup = await browser.popup();
    await ended(popup);
    return popup;
  }

  test('one that is set up by hand answers with its own key, and no key goes astray', async () => {
    const { browser, api } = stage;
    const address = `${second.origin}/v1/messages`;
    const typed = { name: 'Second', address, auth: 'bearer', model } as const;
    const settings = await setUpEndpoint(browser, typed, 'allow');
    expect(second.requests).toEqual([]);
    expect(await pasteKey(settings, secondKey)).toContain('Works: 1 model available');
    await chooseEndpoint(settings, 'Second');
    expect(await settings.axe()).toEqual([]);
    api.reset();

    const popup = await summarize();
    const [post] = postsOf(second);
    expect(post?.headers.authorization).toBe(`Bearer ${secondKey}`);
    expect(post?.headers).not.toHaveProperty('x-api-key');
    expect(post?.answered?.text).toMatch(/^## Summary/);
    expect(await answerIn(popup)).toContain('Summary');
    const receipt = await openReceipt(popup);
    expect(receipt).toMatchObject({ Asked: 'Second', Model: model, Cost: 'price unknown' });
    expect(postsOf(second)).toHaveLength(1);
    expect(api.requests).toEqual([]);
    expect(arrivedAt(second).filter((all) => all.includes(demoKey))).toEqual([]);
    await settings.close();
  });

  test('a price that the user typed gives the receipt', async () => {
    const { browser } = stage;
    const settings = await openRow(browser, 'Second');
    await typePrice(settings, '2', '8.5');
    const popup = await summarize();
    const receipt = await openReceipt(popup);
    const nano = Number(receipt.Input) * 2000 + Number(receipt.Output) * 8500;
    expect(nano).toBeGreaterThan(0);
    expect(Number(receipt.Cost?.slice(1))).toBeCloseTo(nano / 1e9, 9);
    expect(receipt).not.toHaveProperty(words('rowPricedOn'));
    expect(receipt[words('rowPrices')]).toBe(words('yourPrice'));
    await settings.close();
  });

  test('Anthropic never sees the key of another', async () => {
    const { browser, api } = stage;
    const settings = await openRow(browser, 'Second');
    await chooseEndpoint(settings, 'Anthropic');
    const before = second.requests.length;
    await summarize();
    expect(postsOf(api)).toHaveLength(1);
    expect(arrivedAt(api).filter((all) => all.includes(secondKey))).toEqual([]);
    expect(second.requests).toHaveLength(before);
    await settings.bringToFront();
    await chooseEndpoint(settings, 'Second');
    await settings.close();
  });

  test('a key does not follow to another origin', async () => {
    const { browser } = stage;
    const settings = await openRow(browser, 'Second');
    const address = third.origin.replace('127.0.0.1', 'localhost');
    await editEndpoint(settings, { endpointAddress: address });
    await settings.waitFor('.warning');
    expect(await settings.text('.warning')).toBe(words('keyStaysBehind'));
    await submit(browser, settings, 'allow');
    await settings.waitFor('.endpoint-details input[type=password]');
    expect(await remarksOn(settings, 'Second')).toContain(words('keyNone'));

    const before = second.requests.length;
    const popup = await summarize();
    expect((await openReceipt(popup)).Asked).toBe(words('onThisDevice'));
    expect(third.requests).toEqual([]);

    await settings.bringToFront();
    expect(await pasteKey(settings, thirdKey)).toContain('Works: 1 model available');
    await browser.closePopup();
    await summarize();
    expect(postsOf(third).map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${thirdKey}`,
    ]);
    const strange = arrivedAt(third).filter((all) => all.includes(secondKey));
    expect(strange).toEqual([]);
    expect(second.requests).toHaveLength(before);
    await settings.close();
  });

  test('one without a key is asked without any', async () => {
    const { browser } = stage;
    const typed = { name: 'Keyless', address: keyless.origin, auth: 'none', model } as const;
    // The host was given back with the endpoint that moved away. Chromium gives again without a question.
    const options = await browser.openExtensionPage('options.html');
    expect(await isAllowed(options)).toBe(false);
    await options.close();
    const leave = name === 'firefox' ? 'allow' : 'known';
    const settings = await setUpEndpoint(browser, typed, leave);
    expect(await isAllowed(settings)).toBe(true);
    expect(await testAgain(settings, 'test')).toContain(words('answers'));
    await chooseEndpoint(settings, 'Keyless');
    const receipt = await openReceipt(await summarize());
    expect(receipt).toMatchObject({ Asked: 'Keyless', Input: words('notReported') });
    expect(postsOf(keyless)).toHaveLength(1);
    for (const { headers } of keyless.requests) {
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('x-api-key');
    }
    await settings.close();
  });

  test.each([
    ['answers with a page', fault.html(), 'problem_not_the_api', 'kept_maybe_charged'],
    ['knows no such path', fault.html(404), 'problem_not_the_api', 'kept_not_charged'],
    [
      'knows no such model',
      fault.status(404, { message: 'no such model' }),
      'problem_model_not_found',
      'kept_not_charged',
    ],
    ['resets the connection', fault.refuse(), 'problem_server_down', 'kept_maybe_charged'],
  ] as const)('one that %s is told in words', async (_, plan, title, kept) => {
    keyless.reset();
    keyless.next(plan, plan);
    const popup = await summarize();
    const { host } = new URL(keyless.origin);
    const told = await popup.text('.problem');
    expect(told).toContain(words(title, { host, model }));
    expect(told).toContain(words(kept));
    // A browser repeats what it sent on a kept connection that turns out to be dead.
    const most = plan.kind === 'refuse' ? 2 : 1;
    expect(postsOf(keyless).length).toBeGreaterThan(0);
    expect(postsOf(keyless).length).toBeLessThanOrEqual(most);
  });

  test('one that is down is told from one that answers, and answers once it is up again', async () => {
    const { port, origin } = keyless;
    await keyless.close();
    const { api } = stage;
    api.reset();
    const popup = await summarize();
    const { host } = new URL(origin);
    expect(await popup.text('.problem')).toContain(words('problem_server_down', { host }));
    keyless = await start({ auth: 'none', lists: 'missing' }, [], { port });
    await popup.click('.problem .button');
    await popup.waitUntil(() =>
      document.querySelector('.answer')?.textContent?.includes('Summary'),
    );
    await popup.waitFor('.receipt');
    expect(postsOf(keyless)).toHaveLength(1);
    expect(api.requests).toEqual([]);
  });

  test('without the browser’s leave nothing is sent; with it, the one header that was chosen', async () => {
    const { browser } = stage;
    const typed = {
      name: 'Gateway',
      address: `${foreign}/api`,
      auth: 'x-api-key',
      model,
    } as const;
    const settings = await setUpEndpoint(browser, typed, 'refuse');
    await settings.waitFor('.not-allowed');
    expect(await settings.text('.not-allowed')).toContain(words('notAllowed', { host: foreign }));
    const refused = words('problem_host_not_allowed', { host: foreign });
    expect(await pasteKey(settings, secondKey)).toContain(refused);
    await chooseEndpoint(settings, 'Gateway');
    const popup = await summarize();
    const told = await popup.text('.problem');
    expect(told).toContain(refused);
    expect(told).toContain(words('kept_not_charged'));
    expect(told).toContain(words('remedy_allow_host', { host: foreign }));
    expect(gateway.requests).toEqual([]);
    expect(browser.contactedHosts()).not.toContain(foreign);
    await browser.closePopup();

    await settings.bringToFront();
    await settings.click('.not-allowed .button');
    await browser.answerPermissionPrompt(settings, true);
    expect(await testAgain(settings, 'testAgain')).toContain(words('answers'));
    expect(await answerIn(await summarize())).toContain('Summary');
    expect(gateway.requests.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
      '/api/v1/models',
      '/api/v1/messages',
    ]);
    for (const { headers } of gateway.requests) {
      expect(headers['x-api-key']).toBe(secondKey);
      expect(headers).not.toHaveProperty('authorization');
    }
    await settings.close();
  });

  test('nothing was left uncaught', async () => {
    expect(await stage.browser.errors()).toEqual([]);
  });
});

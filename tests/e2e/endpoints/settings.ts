import english from '../../../public/_locales/en/messages.json';
import type { Auth } from '../../../utils/core/endpoint';
import type { Browser, Page } from '../../browsers/browser';

/** An endpoint as a user types it; prices in $ per million tokens. */
interface Typed {
  readonly name: string;
  readonly address: string;
  readonly auth: Auth;
  readonly model: string;
}

/** What becomes of the browser's question; `known`: the host is allowed already, and nothing is asked. */
type Leave = 'allow' | 'refuse' | 'known';

/** Opens the settings, types an endpoint and answers the browser's question; its row is open then. */
export async function setUpEndpoint(browser: Browser, typed: Typed, leave: Leave): Promise<Page> {
  const settings = await openSettings(browser);
  await settings.click('#add-endpoint');
  await settings.waitFor('.endpoint-form');
  await fill(settings, 'endpointName', typed.name);
  await fill(settings, 'endpointAddress', typed.address);
  await settings.click(`input[name=auth][value=${typed.auth}]`);
  await fill(settings, 'modelId', typed.model);
  await submit(browser, settings, leave);
  await settings.waitUntil(
    (name: string) =>
      [...document.querySelectorAll<HTMLElement>('.endpoint')].some(
        (row) => row.innerText.includes(name) && row.querySelector('.endpoint-details'),
      ),
    typed.name,
  );
  return settings;
}

/** Changes what was typed of an endpoint, in its open row. */
export async function editEndpoint(
  settings: Page,
  change: Readonly<Record<'endpointAddress', string>>,
): Promise<void> {
  await settings.click(`text=${english.editEndpoint.message}`);
  await settings.waitFor('.endpoint-form');
  await fill(settings, 'endpointAddress', change.endpointAddress);
}

/** Types what the model of an endpoint costs, in its open row: $ per million tokens. */
export async function typePrice(settings: Page, input: string, output: string): Promise<void> {
  await settings.click('.own-prices > button');
  await settings.waitFor('.price-form');
  await fill(settings, 'rate_input', input);
  await fill(settings, 'rate_output', output);
  await settings.click('.price-form button[type=submit]');
  await settings.waitFor('.price-list');
}

/** Presses the form's button and answers the browser's question, if there is one. */
export async function submit(browser: Browser, settings: Page, leave: Leave): Promise<void> {
  await settings.click('.endpoint-form button[type=submit]');
  if (leave !== 'known') await browser.answerPermissionPrompt(settings, leave === 'allow');
  await settings.waitUntil(() => !document.querySelector('.endpoint-form'));
}

async function fill(
  settings: Page,
  label: 'endpointName' | 'endpointAddress' | 'modelId' | 'rate_input' | 'rate_output',
  text: string,
): Promise<void> {
  const id = await settings.waitUntil(
    (name: string) =>
      [...document.querySelectorAll<HTMLLabelElement>('.endpoint-form label')].find(
        (each) => each.innerText.trim() === name,
      )?.htmlFor,
    english[label].message,
  );
  await settings.select(`[id="${id}"]`);
  await settings.type(`[id="${id}"]`, text);
}

/** Pastes a key into the open row; what its test says. */
export async function pasteKey(settings: Page, key: string): Promise<string> {
  await settings.waitFor('.endpoint-details input[type=password]');
  await settings.click('input[name=keep][value=device]');
  await settings.type('.endpoint-details input[type=password]', key);
  await settings.press('Enter');
  return outcome(settings);
}

/** Presses *Test* in the open row; what the test says, which must be something new. */
export async function testAgain(settings: Page, button: 'test' | 'testAgain'): Promise<string> {
  const before = await settings.text('.endpoint-details .key-outcome');
  await settings.click(`text=${english[button].message}`);
  return outcome(settings, before);
}

/** What the last test said, once it has ended. */
function outcome(settings: Page, before = ''): Promise<string> {
  return settings.waitUntil((old: string) => {
    const told = document.querySelector<HTMLElement>('.endpoint-details .key-outcome');
    const isNew = told && !told.classList.contains('muted') && told.innerText !== old;
    return isNew ? told.innerText : '';
  }, before);
}

/** Makes an endpoint the one that is asked. */
export async function chooseEndpoint(settings: Page, name: string): Promise<void> {
  const id = await idOf(settings, name);
  await settings.click(`input[name=endpoint][value="${id}"]`);
  await settings.waitUntil(
    `const { settings } = await (globalThis.browser ?? chrome).storage.local.get('settings');
     return settings?.endpoint === args[0];`,
    id,
  );
}

/** The settings, with the row of an endpoint open. */
export async function openRow(browser: Browser, name: string): Promise<Page> {
  const settings = await openSettings(browser);
  const button = `[id="endpoint-${await idOf(settings, name)}"]`;
  const expanded = await settings.evaluate(
    (selector: string) => document.querySelector(selector)?.getAttribute('aria-expanded'),
    button,
  );
  if (expanded !== 'true') await settings.click(button);
  await settings.waitFor(`${button}[aria-expanded=true]`);
  return settings;
}

/** What the row of an endpoint says of it. */
export async function remarksOn(settings: Page, name: string): Promise<string> {
  const id = await idOf(settings, name);
  return settings.evaluate(
    (value: string) =>
      document
        .querySelector(`input[name=endpoint][value="${value}"]`)
        ?.closest('.endpoint')
        ?.querySelector<HTMLElement>('.endpoint-state')?.innerText ?? '',
    id,
  );
}

function idOf(settings: Page, name: string): Promise<string> {
  return settings.waitUntil(
    (wanted: string) =>
      [...document.querySelectorAll<HTMLElement>('.endpoint')]
        .find((row) => row.querySelector('.endpoint-name')?.textContent === wanted)
        ?.querySelector('input')?.value,
    name,
  );
}

async function openSettings(browser: Browser): Promise<Page> {
  const settings = await browser.openExtensionPage('options.html');
  await settings.waitFor('#add-endpoint');
  return settings;
}

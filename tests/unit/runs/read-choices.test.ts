import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anthropicEndpoint, deviceEndpoint } from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { endpointOf, readChoices } from '../../../utils/runs/read-choices';
import { writeModels } from '../../../utils/store/models';
import { changeSettings } from '../../../utils/store/settings';
import { endpointWith } from '../support';

const own = endpointWith();

beforeEach(() => fakeBrowser.reset());

describe('the user’s choices', () => {
  test('are Anthropic’s default model, in the browser’s language, when nothing was chosen', async () => {
    expect(await readChoices(null, 'pt-BR')).toEqual({
      endpoint: anthropicEndpoint,
      model: defaultModel.id,
      models: [],
      language: 'Brazilian Portuguese',
      thresholds: { nano: 100_000_000, tokens: 50_000 },
      inPrivateWindows: true,
      shield: { sites: [], words: [] },
      calibration: {},
      followUps: {},
      siteRules: [],
      controls: {},
      freeRepeats: true,
    });
  });

  test('have the models of the endpoint that is asked, and no other’s', async () => {
    await changeSettings({ endpoints: [own], endpoint: 'own' });
    await writeModels('anthropic', [defaultModel]);
    expect(await readChoices(null, 'en')).toMatchObject({ endpoint: own, models: [] });
    const other = { ...defaultModel, id: 'own-model' };
    await writeModels('own', [other]);
    expect(await readChoices(null, 'en')).toMatchObject({ model: 'own-model', models: [other] });
    expect(await readChoices('anthropic', 'en')).toMatchObject({
      endpoint: anthropicEndpoint,
      models: [defaultModel],
    });
  });

  test.each([
    [{}, 'Japanese'],
    [{ uiLanguage: 'de' }, 'German'],
    [{ uiLanguage: 'de', answerLanguage: 'fr' }, 'French'],
    [{ answerLanguage: 'no such language' }, 'no such language'],
  ] as const)('%j: answers are in %s', async (change, language) => {
    await changeSettings(change);
    expect(await readChoices(null, 'ja')).toMatchObject({ language });
  });

  test('say above what Gloss asks, and whether it works in private windows', async () => {
    await changeSettings({ confirmAbove: 0, privateWindows: 'off' });
    expect(await readChoices(null, 'en')).toMatchObject({
      thresholds: { nano: 0, tokens: 50_000 },
      inPrivateWindows: false,
    });
  });
});

describe('the endpoint that is asked', () => {
  const settings = { endpoints: [anthropicEndpoint, own], endpoint: 'anthropic' };

  test('is found by its id', () => {
    expect(endpointOf(settings, 'own')).toEqual(own);
    expect(endpointOf(settings, 'device')).toEqual(deviceEndpoint);
  });

  test.each([
    ['anthropic', anthropicEndpoint],
    ['own', own],
    ['device', deviceEndpoint],
    ['gone as well', anthropicEndpoint],
  ])('that is gone is the usual one: %s', (endpoint, expected) =>
    expect(endpointOf({ ...settings, endpoint }, 'gone')).toEqual(expected),
  );

  test('is Anthropic’s where there is none at all', () =>
    expect(endpointOf({ endpoints: [], endpoint: 'gone' }, 'gone')).toEqual(anthropicEndpoint));
});

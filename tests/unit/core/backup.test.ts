import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupLimit, readBackup, writeBackup } from '../../../utils/core/backup';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { restorable } from '../../../utils/restore';
import { defaultSettings, type Settings } from '../../../utils/store/settings';
import { otherAction, ownAction } from '../../gallery/data/own-actions';
import { endpointWith } from '../support';

const at = Date.UTC(2026, 10, 22);

const settings: Settings = {
  ...defaultSettings,
  endpoints: [
    anthropicEndpoint,
    endpointWith({ prices: [{ model: 'own-model', input: 7, output: 9 }] }),
  ],
  endpoint: 'own',
  uiLanguage: 'ja',
  theme: 'dark',
  hiddenActions: ['explain'],
};

const actions = [ownAction(), otherAction];
const backup = writeBackup(settings, actions, at);

/** The backup with something else in place of what it says. */
function changed(change: object, inSettings: object = {}): string {
  const file = JSON.parse(backup);
  return JSON.stringify({ ...file, settings: { ...file.settings, ...inSettings }, ...change });
}

describe('a backup', () => {
  test('is a file that people can read, and says what it is', () => {
    expect(backup.endsWith('}\n')).toBe(true);
    expect(JSON.parse(backup)).toEqual({
      kind: 'gloss-backup',
      version: 2,
      made: '2026-11-22T00:00:00.000Z',
      settings,
      actions,
    });
  });

  test('gives back exactly the settings that were written', () => {
    expect(restorable(backup)).toEqual({ ok: true, settings, actions });
    expect(restorable(writeBackup(defaultSettings, [], at))).toEqual({
      ok: true,
      settings: defaultSettings,
      actions: [],
    });
  });

  test('of before there were own actions has none', () => {
    const { actions: _, ...old } = JSON.parse(backup);
    expect(restorable(JSON.stringify(old))).toEqual({ ok: true, settings, actions: [] });
  });

  test('with an action that cannot be kept is refused, and the field named', () => {
    const found = restorable(changed({ actions: [ownAction({ prompt: '{{wat}}' })] }));
    expect(found).toEqual({ ok: false, fault: { kind: 'invalid', field: 'actions.0' } });
  });

  test('may have been opened and saved by another program', () => {
    expect(restorable(JSON.stringify(JSON.parse(backup)))).toMatchObject({ ok: true });
    expect(restorable(backup.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true });
  });
});

describe('a file that is restored', () => {
  const fault = (text: string) => {
    const found = restorable(text);
    return found.ok ? 'none' : found.fault;
  };

  test.each([
    ['', 'nothing'],
    ['hello', 'words'],
    ['{"kind":"gloss-backup"', 'a part of one'],
    ['null', 'null'],
    ['7', 'a number'],
    ['[]', 'a list'],
    ['{}', 'an empty object'],
    [changed({ kind: 'other-backup' }), 'of another program'],
    [changed({ version: '2' }), 'without a version that is a number'],
    [changed({ version: null }), 'without a version'],
    ['{"__proto__":{"kind":"gloss-backup","version":2}}', 'one by its prototype alone'],
    ['PK\u0003\u0004', 'an archive'],
  ])('is no backup: %#, %s', (text) => expect(fault(text)).toEqual({ kind: 'not-a-backup' }));

  test('of a newer Gloss is left alone', () => {
    expect(fault(changed({ version: 3 }))).toEqual({ kind: 'newer' });
    expect(fault(changed({ version: 1e9 }))).toEqual({ kind: 'newer' });
  });

  test.each([1, 0, -1, 1.5])('of version %d is one that never was', (version) =>
    expect(fault(changed({ version }))).toEqual({ kind: 'invalid', field: 'version' }),
  );

  test('that is huge is not even read', () => {
    const huge = `${backup}${' '.repeat(backupLimit)}`;
    expect(fault(huge)).toEqual({ kind: 'too-large' });
    expect(readBackup(backup.padEnd(backupLimit)).kind).toBe('ok');
  });

  test('that nests without end does no harm', () => {
    const deep = `{"kind":"gloss-backup","version":2,"settings":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(fault(deep)).toMatchObject({ kind: 'invalid' });
  });

  test.each<[string, object]>([
    ['theme', { theme: 'pink' }],
    ['textSize', { textSize: null }],
    ['confirmAbove', { confirmAbove: -1 }],
    ['monthlyLimit', { monthlyLimit: 1e300 }],
    ['retentionDays', { retentionDays: 36_501 }],
    ['hiddenActions.0', { hiddenActions: ['delete'] }],
    ['endpoint', { endpoint: '' }],
    ['endpoints', { endpoints: {} }],
    [
      'endpoints',
      { endpoints: Array.from({ length: 21 }, (_, i) => endpointWith({ id: `${i}` })) },
    ],
    ['endpoints', { endpoints: [endpointWith(), endpointWith()] }],
    ['endpoints.0.baseUrl', { endpoints: [endpointWith({ baseUrl: 'http://10.0.0.1' })] }],
    ['endpoints.0.baseUrl', { endpoints: [endpointWith({ baseUrl: 'javascript:alert(1)' })] }],
    ['endpoints.0.baseUrl', { endpoints: [endpointWith({ baseUrl: 'https://a:b@example.org' })] }],
    ['endpoints.1.id', { endpoints: [anthropicEndpoint, endpointWith({ id: 'device' })] }],
    ['endpoints.0.id', { endpoints: [endpointWith({ id: 'constructor' })] }],
    ['endpoints.0.auth', { endpoints: [{ ...endpointWith(), auth: 'cookie' }] }],
    ['endpoints.0.key', { endpoints: [{ ...endpointWith(), key: 'sk-ant-demo' }] }],
    [
      'endpoints.0.prices.0.input',
      { endpoints: [endpointWith({ prices: [{ model: 'm', input: 0.5, output: 1 }] })] },
    ],
    ['extra', { extra: true }],
    ['key', { key: 'sk-ant-demo' }],
    ['constructor', { constructor: {} }],
  ])('is refused whole for its %s', (field, inSettings) =>
    expect(fault(changed({}, inSettings))).toEqual({ kind: 'invalid', field }),
  );

  // Older backups know no shield, no controls, no order, no places, one limit, nothing of the ledger, no repeats and no lock.
  const later =
    /^(shield|ledger)|^(menuActions|slots|siteRules|controls|actionOrder|dailyLimit|runLimit|freeRepeats|lockAfter)$/;
  const always = Object.keys(settings).filter((field) => !later.test(field));
  test.each(always)('is refused whole when its %s is missing', (field) =>
    expect(fault(changed({}, { [field]: undefined }))).toEqual({ kind: 'invalid', field }),
  );

  test.each(['null', '7', '"x"', '[]'])('is refused when its settings are %s', (text) =>
    expect(fault(`{"kind":"gloss-backup","version":2,"settings":${text}}`)).toMatchObject({
      kind: 'invalid',
    }),
  );

  test('changes no object of ours by a prototype in it', () => {
    const evil = '"__proto__":{"polluted":true,"theme":"pink"}';
    fault(backup.replace('"kind"', `${evil},"kind"`));
    fault(backup.replace('"theme"', `${evil},"theme"`));
    fault(backup.replace('"id"', `${evil},"id"`));
    expect({}).not.toHaveProperty('polluted');
    const found = restorable(backup.replace('"theme"', `${evil},"theme"`));
    if (found.ok) expect(found.settings).toEqual(settings);
    expect(Object.getPrototypeOf(found.ok ? found.settings : {})).toBe(Object.prototype);
  });

  test('of any text is restored whole or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(restorable(text)).toMatchObject({ ok: false });
      }),
    );
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const names = fc.constantFrom(...Object.keys(settings), 'more');
    fc.assert(
      fc.property(fc.dictionary(names, value, { maxKeys: 3 }), (change) => {
        const found = restorable(changed({}, change));
        // A file knows no minus zero.
        const written = JSON.parse(JSON.stringify(change));
        if (found.ok) expect(found.settings).toEqual({ ...settings, ...written });
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { outputKinds } from '../../../../utils/core/actions/action';
import { lengths } from '../../../../utils/core/actions/controls';
import { effortNames } from '../../../../utils/core/actions/effort';
import {
  faultsOf,
  inputNamed,
  type OwnAction,
  ownInputs,
  ownLimits,
  withActions,
} from '../../../../utils/core/actions/own-action';
import { ownFileLimit, writeOwnFile } from '../../../../utils/core/actions/own-file';
import { tellsAddress } from '../../../../utils/core/actions/template';
import { ownFileSchema, readOwnFile } from '../../../../utils/store/own-action-schema';
import { otherAction, ownAction } from '../../../gallery/data/own-actions';

const file = (change: object = {}, actions: readonly object[] = [ownAction()]) =>
  JSON.stringify({ kind: 'gloss-actions', version: 1, actions, ...change });
const fault = (text: string) => {
  const read = readOwnFile(text);
  return read.ok ? 'none' : read.fault;
};

const anyAction: fc.Arbitrary<OwnAction> = fc
  .record({
    id: fc.uuid({ version: 4 }).map((uuid) => `own:${uuid}`),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
    prompt: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
    input: fc.constantFrom(...ownInputs),
    output: fc.constantFrom(...outputKinds),
    model: fc.option(fc.string({ minLength: 1, maxLength: 200 })),
    effort: fc.constantFrom(...effortNames),
    length: fc.constantFrom(null, ...lengths),
  })
  .filter((action) => faultsOf(action).length === 0);

describe('an action of one’s own', () => {
  test.each([
    ['Alles übersetzen', []],
    ['要約して返信', []],
    ['رد مهذب', []],
    ['👩‍👩‍👧‍👦 for the family', []],
    ['😀'.repeat(200), []],
    ['😀'.repeat(201), [{ kind: 'too-long', field: 'title', limit: 200 }]],
    [' ', [{ kind: 'empty', field: 'title' }]],
    ['two\nlines', [{ kind: 'strange-characters', field: 'title' }]],
    ['\ud800', [{ kind: 'strange-characters', field: 'title' }]],
  ])('may be called %j: %j', (title, faults) =>
    expect(faultsOf(ownAction({ title }))).toEqual(faults),
  );

  test.each([
    ['{{text}} $& {url}', []],
    [' \n', [{ kind: 'empty', field: 'prompt' }]],
    ['x'.repeat(10_001), [{ kind: 'too-long', field: 'prompt', limit: 10_000 }]],
    [
      '{{texts}} {{}} {{texts}}',
      [
        { kind: 'unknown-variable', field: 'prompt', name: 'texts' },
        { kind: 'unknown-variable', field: 'prompt', name: '' },
      ],
    ],
    ['{{selection}} {{page}}', [{ kind: 'other-text', field: 'input' }]],
    ['{{page}}', [{ kind: 'other-text', field: 'input' }]],
  ])('may ask %j: %j', (prompt, faults) => expect(faultsOf(ownAction({ prompt }))).toEqual(faults));

  test('tells from its prompt what it must read, and whether the address leaves', () => {
    expect(inputNamed('{{selection}}')).toBe('selection');
    expect(inputNamed('{{page}} {{text}}')).toBe('page');
    expect(inputNamed('{{text}}')).toBeNull();
    expect(inputNamed('{{selection}} in {{page}}')).toBe('both');
    expect(faultsOf(ownAction({ prompt: '{{selection}}', input: 'selection' }))).toEqual([]);
    expect(faultsOf(ownAction({ prompt: '{{selection}} {{page}}', input: 'both' }))).toEqual([]);
    expect(faultsOf(ownAction({ prompt: '{{text}}', input: 'both' }))).toHaveLength(1);
    expect(tellsAddress('at {{site}}')).toBe(true);
    expect(tellsAddress('{{title}} url')).toBe(false);
  });

  test('keeps its place when it is changed', () => {
    const changed = ownAction({ title: 'Changed' });
    expect(withActions([ownAction(), otherAction], [changed])).toEqual([changed, otherAction]);
  });
});

describe('a file of actions', () => {
  test('brings back exactly what was exported', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyAction, { selector: ({ id }) => id, maxLength: 5 }), (all) => {
        expect(readOwnFile(writeOwnFile(all))).toEqual({ ok: true, actions: all });
      }),
    );
  });

  test('may be passed on as text, with words around it', () => {
    const text = `Try this one:\n\`\`\`\n${writeOwnFile([ownAction()])}\`\`\`\nIt is good.`;
    expect(readOwnFile(text)).toEqual({ ok: true, actions: [ownAction()] });
  });

  test.each([
    ['', { kind: 'not-actions' }],
    ['no JSON', { kind: 'not-actions' }],
    ['null', { kind: 'not-actions' }],
    ['[1]', { kind: 'not-actions' }],
    ['{"kind":"gloss-backup","version":2}', { kind: 'not-actions' }],
    ['['.repeat(100_000), { kind: 'not-actions' }],
    [file({ version: 2 }), { kind: 'newer' }],
    [file({ version: 0 }), { kind: 'wrong-value', field: 'version' }],
    [file({ version: '1' }), { kind: 'wrong-value', field: 'version' }],
    [file({ more: 1 }), { kind: 'unknown-field', field: 'more' }],
    [file({ actions: {} }), { kind: 'wrong-value', field: 'actions' }],
    [file({ actions: [7] }), { kind: 'wrong-value', field: 'actions.0' }],
    [file({ actions: [null] }), { kind: 'wrong-value', field: 'actions.0' }],
    [
      '{"kind":"gloss-actions","version":1,"actions":[],"__proto__":{}}',
      { kind: 'unknown-field', field: '__proto__' },
    ],
    [
      file({}, [{ ...ownAction(), constructor: 1 }]),
      { kind: 'unknown-field', field: 'actions.0.constructor' },
    ],
    [
      file().replace('"title"', '"__proto__":{"title":"x"},"title"'),
      { kind: 'unknown-field', field: 'actions.0.__proto__' },
    ],
    [
      file({}, [ownAction(), { ...otherAction, script: 'alert()' }]),
      { kind: 'unknown-field', field: 'actions.1.script' },
    ],
    [
      file({}, [{ ...ownAction(), title: undefined }]),
      { kind: 'missing-field', field: 'actions.0.title' },
    ],
    [
      file({}, [{ ...ownAction(), length: 'endless' }]),
      { kind: 'wrong-value', field: 'actions.0.length' },
    ],
    [
      file({}, [{ ...ownAction(), id: 'summarize' }]),
      { kind: 'wrong-value', field: 'actions.0.id' },
    ],
    [
      file({}, [{ ...ownAction(), id: '__proto__' }]),
      { kind: 'wrong-value', field: 'actions.0.id' },
    ],
    [file({}, [ownAction(), ownAction()]), { kind: 'same-id', field: 'actions.1.id' }],
    [
      file({}, [otherAction, ownAction({ prompt: '{{where}}' })]),
      {
        kind: 'action',
        field: 'actions.1.prompt',
        fault: { kind: 'unknown-variable', field: 'prompt', name: 'where' },
      },
    ],
    [
      file(
        {},
        Array.from({ length: 101 }, (_, index) =>
          ownAction({ id: `own:9f7b2c1e-0000-4000-8000-${String(index).padStart(12, '0')}` }),
        ),
      ),
      { kind: 'too-many', limit: 100 },
    ],
  ])('is refused whole, and the field named: %.60s', (text, expected) =>
    expect(fault(text)).toEqual(expected),
  );

  test('is not even parsed when it is too large', () => {
    expect(fault('{'.repeat(ownFileLimit + 1))).toEqual({ kind: 'too-large' });
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readOwnFile(text).ok).toBe(false);
      }),
    );
  });

  test('is described in docs/own-actions.schema.json', () => {
    const described = JSON.parse(readFileSync('docs/own-actions.schema.json', 'utf8'));
    expect(described).toMatchObject(toJsonSchema(ownFileSchema));
    const { maxItems, items } = described.properties.actions;
    const { title, prompt } = items.properties;
    const limits = { title: title.maxLength, prompt: prompt.maxLength, count: maxItems };
    expect(limits).toEqual(ownLimits);
  });
});

describe('the user’s own actions', () => {
  async function freshStore() {
    vi.resetModules();
    return import('../../../../utils/store/own-actions');
  }
  beforeEach(() => fakeBrowser.reset());

  test('are none at first, and then as they were kept', async () => {
    const { readOwnActions, writeOwnActions } = await freshStore();
    expect(await readOwnActions()).toEqual([]);
    expect(await writeOwnActions([ownAction(), otherAction])).toBe(true);
    const again = await freshStore();
    expect(await again.readOwnActions()).toEqual([ownAction(), otherAction]);
  });

  test('are changed one after the other', async () => {
    const { forgetOwnActions, readOwnActions, writeOwnActions } = await freshStore();
    await Promise.all([
      writeOwnActions([ownAction()]),
      writeOwnActions([otherAction]),
      writeOwnActions([ownAction({ title: 'Changed' })]),
      forgetOwnActions([otherAction.id, 'own:never-there']),
    ]);
    expect(await readOwnActions()).toEqual([ownAction({ title: 'Changed' })]);
  });

  test('are at most 100, and none of those that would be too many is kept', async () => {
    const { readOwnActions, writeOwnActions } = await freshStore();
    const many = Array.from({ length: 100 }, (_, index) =>
      ownAction({ id: `own:9f7b2c1e-0000-4000-8000-${String(index).padStart(12, '0')}` }),
    );
    expect(await writeOwnActions(many)).toBe(true);
    const another = ownAction({ id: 'own:9f7b2c1e-0000-4000-9000-000000000000' });
    expect(await writeOwnActions([ownAction({ title: 'Changed' }), another])).toBe(false);
    expect(await readOwnActions()).toEqual(many);
  });

  test.each([[null], ['text'], [{}], [[7, null, { id: 'x' }]]])(
    'are none of what is stored as %j',
    async (stored) => {
      await fakeBrowser.storage.local.set({ ownActions: stored });
      const { readOwnActions } = await freshStore();
      expect(await readOwnActions()).toEqual([]);
    },
  );

  test('are kept beside one that cannot be read', async () => {
    const stored = [{ ...ownAction(), prompt: '{{gone}}' }, otherAction];
    await fakeBrowser.storage.local.set({ ownActions: stored });
    const { readOwnActions, writeOwnActions, forgetOwnActions } = await freshStore();
    expect(await readOwnActions()).toEqual([otherAction]);
    await writeOwnActions([{ ...otherAction, title: 'Changed' }]);
    expect(await readOwnActions()).toHaveLength(1);
    await forgetOwnActions([otherAction.id]);
    const { ownActions } = await fakeBrowser.storage.local.get('ownActions');
    expect(ownActions).toEqual([stored[0]]);
  });
});

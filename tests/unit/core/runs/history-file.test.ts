import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { actionOf } from '../../../../utils/core/actions/own-action';
import {
  fileEnd,
  fileHead,
  markdownOf,
  type Names,
  recordOf,
} from '../../../../utils/core/runs/history-file';
import { ownAction } from '../../../gallery/data/own-actions';
import { receipt, run, source, turn } from '../../../gallery/data/runs';
import { historyFile } from '../../history-schema';

const from = source('The text', 'Trains *at* <night>\nand day', {
  address: 'https://example.org/a?b=<c d>',
});
const talk = run(from, {
  question: 'Why?',
  createdAt: Date.UTC(2026, 10, 26),
  turns: [
    turn({ kind: 'done' }, { text: 'Because.\n', question: null, receipt: receipt() }),
    turn({ kind: 'cut' }, { text: 'And', question: 'And?\nSo?', receipt: null }),
  ],
});
const names: Names = {
  title: ({ source }) => source?.title ?? 'Without a title',
  action: () => 'Ask',
  time: () => 'today',
  cost: () => '$0.01',
  unfinished: () => 'incomplete',
};

describe('runs in a file', () => {
  test('are JSON, with what was sent, asked and answered', () => {
    const text = `${fileHead(Date.UTC(2026, 10, 27))}${[talk, talk].map(recordOf).join(',\n')}${fileEnd}`;
    const file = JSON.parse(text);
    expect(file).toMatchObject({
      kind: 'gloss-history',
      version: 1,
      made: '2026-11-27T00:00:00.000Z',
    });
    expect(v.parse(historyFile, file)).toEqual(file);
    expect(file.runs).toHaveLength(2);
    expect(file.runs[0]).toMatchObject({
      at: '2026-11-26T00:00:00.000Z',
      question: 'Why?',
      source: { text: 'The text', address: from.address },
      turns: [
        { question: null, answer: 'Because.\n', state: 'done', receipt: { final: true } },
        { question: 'And?\nSo?', answer: 'And', state: 'cut', receipt: null },
      ],
    });
  });

  test('have both texts of a selection that was read with its page', () => {
    const both = { ...from, kind: 'selection', around: 'Before. The text. After.' } as const;
    const file = JSON.parse(fileHead(0) + recordOf(run(both)) + fileEnd);
    expect(v.parse(historyFile, file).runs[0]?.source).toMatchObject({
      text: 'The text',
      page: 'Before. The text. After.',
    });
  });

  test('tell what an action of the user’s own asked, and what was answered', () => {
    const action = actionOf(ownAction({ prompt: '{{ask:To whom?}} {{ask:Why?}} {{ask:And?}}' }));
    const given = { date: '2026-11-26', answers: ['To {{x}}', '', 'So'], address: false };
    const told = { ...talk, action, question: '', given };
    expect(JSON.parse(recordOf(told)).question).toBe('To whom? To {{x}}\nAnd? So');
    expect(markdownOf(told, names)).toContain('\n> To whom? To {{x}}\n> And? So\n');
  });

  test('are JSON although there are none', () => {
    expect(JSON.parse(fileHead(0) + fileEnd).runs).toEqual([]);
  });

  test('are chapters of a Markdown document', () => {
    expect(markdownOf(talk, names)).toBe(
      [
        '## Trains \\*at\\* \\<night\\> and day',
        'Ask · today · incomplete',
        '<https://example.org/a?b=%3Cc%20d%3E>',
        '> Why?',
        'Because.',
        '*$0.01 · claude-haiku-5-5*',
        '> And?\n> So?',
        'And',
        '---',
        '',
      ].join('\n\n'),
    );
  });

  test('have their sources as footnotes that are counted through', () => {
    const citations = [{ text: 'It says so.', pages: null, at: 8 }];
    const told = turn({ kind: 'done' }, { id: 't1', text: 'Because.\n', citations });
    const chapter = markdownOf(run(from, { turns: [told, { ...told, id: 't2' }] }), names, 5);
    expect(chapter).toContain('Because.[^6]\n\n[^6]: It says so.\n');
    expect(chapter).toContain('Because.[^7]\n\n[^7]: It says so.\n');
  });

  test('have the originals of what was shielded', () => {
    const found = [
      { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada@example.org' },
    ] as const;
    const shielded = run(null, {
      found,
      turns: [turn({ kind: 'done' }, { text: 'Ask [EMAIL_1]' })],
    });
    expect(markdownOf(shielded, names)).toContain('Ask ada@example.org');
    expect(recordOf(shielded)).toContain('ada@example.org');
  });

  test('are described in docs/history.schema.json', () => {
    const described = JSON.parse(readFileSync('docs/history.schema.json', 'utf8'));
    const { title, description } = described;
    expect(described).toEqual({ ...toJsonSchema(historyFile), title, description });
  });
});

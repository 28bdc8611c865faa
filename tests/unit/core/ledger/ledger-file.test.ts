import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  cellOf,
  csvHead,
  csvOf,
  dollars,
  jsonEnd,
  jsonHead,
  jsonOf,
} from '../../../../utils/core/ledger/ledger-file';
import type { Line } from '../../../../utils/core/ledger/ledger-line';
import { anyLine, lineWith } from '../../ledger-lines';
import { ledgerFile } from '../../ledger-schema';
import { parseCsv } from '../../rfc4180';

describe('dollars', () => {
  test.each([
    [0, '0'],
    [1, '0.000000001'],
    [-1, '-0.000000001'],
    [20_000, '0.00002'],
    [1_000_000_000, '1'],
    [-1_234_500_000, '-1.2345'],
    [9_007_199_254_740_991, '9007199.254740991'],
  ])('of %i nano-dollars are %s', (nano, written) => expect(dollars(nano)).toBe(written));

  test('are exact', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (nano) => {
        const [whole = '', part = ''] = dollars(nano).replace('-', '').split('.');
        const back = BigInt(whole) * 1_000_000_000n + BigInt(part.padEnd(9, '0'));
        expect(nano < 0 ? -back : back).toBe(BigInt(nano));
      }),
    );
  });
});

/** Texts of what spreadsheets and parsers care about. */
const nasty = fc
  .array(fc.constantFrom(...'=+-@\t\r\n,;"\' ＝＋－＠a1'), { maxLength: 12 })
  .map((signs) => signs.join(''));

/** What a reader does who wants the text: takes away the apostrophes that were put in. */
function textOf(cell: string): string {
  return cell.replace(/(?<=(?:^|[;,\t\r\n"])\s*)'(?=['=+\-@\t\r\n＝＋－＠])/g, '');
}

describe('a cell', () => {
  test.each([
    ['Plain words - 1', 'Plain words - 1'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', `"'\t'=1"`],
    ['a;=cmd()', `"a;'=cmd()"`],
    ['say "hi", now', '"say ""hi"", now"'],
    ["'quoted", "''quoted"],
  ])('of %j is %j', (text, cell) => expect(cellOf(text)).toBe(cell));

  test('is never a formula, however it is cut, and gives the text back', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        const [[cell = ''] = []] = parseCsv(`${cellOf(text)}\r\n`);
        expect(textOf(cell)).toBe(text);
        for (const piece of cell.split(/[;,\t\r\n"]/))
          expect(piece.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
    );
  });
});

/** A line as a table tells it. */
function readLine(names: readonly string[], cells: readonly string[]) {
  const at = (name: string) => cells[names.indexOf(name)] ?? '';
  const whole = (name: string) => (at(name) === '' ? null : Number(at(name)));
  return {
    at: new Date(at('time')).getTime(),
    day: at('day'),
    action: textOf(at('action')),
    title: textOf(at('action_title')),
    site: textOf(at('site')),
    service: textOf(at('service')),
    model: textOf(at('model')),
    outcome: at('outcome'),
    input: whole('input_tokens'),
    output: whole('output_tokens'),
    searches: whole('web_searches'),
    cost: { kind: at('cost'), low: at('cost_at_least_usd'), high: at('cost_at_most_usd') },
    requestId: textOf(at('request_id')),
    id: textOf(at('id')),
  };
}

function boundsOf(cost: Line['cost']) {
  const { kind } = cost;
  if (kind === 'unknown' && cost.atMost === undefined) return { kind, low: '', high: '' };
  if (kind === 'exact') return { kind, low: dollars(cost.nano), high: dollars(cost.nano) };
  const low = kind === 'between' ? cost.atLeast : 0;
  return { kind, low: dollars(low), high: dollars(cost.atMost ?? 0) };
}

function toldOf({ at, day, action, usage, ...line }: Line) {
  return {
    at,
    day,
    action: action?.id ?? '',
    title: action?.title ?? '',
    site: line.site,
    service: line.service,
    model: line.model,
    outcome: line.outcome,
    input: usage?.input ?? null,
    output: usage?.output ?? null,
    searches: usage === null ? null : (usage.searches ?? 0),
    cost: boundsOf(line.cost),
    requestId: line.requestId ?? '',
    id: line.id,
  };
}

const nastyLine: fc.Arbitrary<Line> = fc
  .tuple(anyLine, nasty, nasty, nasty)
  .map(([line, title, site, model]) => ({
    ...line,
    action: { id: 'own-1', title },
    site,
    model,
  }));

describe('lines in a file', () => {
  test('are a table by RFC 4180 that tells all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyLine, nastyLine), { maxLength: 8 }), (lines) => {
        const [names = [], ...records] = parseCsv([csvHead, ...lines.map(csvOf)].join(''));
        expect(records.every(({ length }) => length === names.length)).toBe(true);
        expect(records.map((cells) => readLine(names, cells))).toEqual(lines.map(toldOf));
      }),
    );
  });

  test('are JSON of the shape that is described, money exact', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 5 }), (lines) => {
        const file = JSON.parse(jsonHead(0) + lines.map(jsonOf).join(',\n') + jsonEnd);
        expect(v.parse(ledgerFile, file)).toEqual(file);
        expect(file.lines).toHaveLength(lines.length);
      }),
    );
    expect(JSON.parse(jsonOf(lineWith()))).toMatchObject({
      cost: { kind: 'exact', atLeastUsd: '0.00002', atMostUsd: '0.00002' },
    });
  });

  test('are as docs/ledger.schema.json says', () => {
    const described = JSON.parse(readFileSync('docs/ledger.schema.json', 'utf8'));
    const { title, description } = described;
    expect(described).toEqual({ ...toJsonSchema(ledgerFile), title, description });
  });
});

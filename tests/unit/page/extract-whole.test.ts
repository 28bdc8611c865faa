// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import model from '../../../utils/page/extract/model.json';
import { kindOf } from '../../../utils/page/extract/tags';
import { newTape, record, recordText, withNoneOf } from '../../../utils/page/extract/tape';
import { writeKept } from '../../../utils/page/extract/write';
import { newWriter } from '../../../utils/page/writer';
import { reset, show } from '../page-support';

afterEach(reset);

const never = () => false;
const sentences = 'The river ran slowly below the old town, and nobody was in a hurry. '.repeat(8);
const paragraphs = [1, 2, 3, 4].map((n) => `<p>${n}. ${sentences}</p>`).join('');
const warranty = 'Two years on parts, one year on labour, valid in all of Europe and Asia';

function mainOf(part: string): string {
  show(`<main><article><h1>A river</h1>${paragraphs}${part}${paragraphs}</article></main>`);
  const limits = { text: 1_000_000, isLate: never };
  return atOnce(extract(document, limits, never, model)).text;
}

describe('a text that is there twice', () => {
  test('is in both cells of a table, so that each column stays below itself', () => {
    const row = (name: string, weight: string) =>
      `<tr><td>${name}</td><td>${warranty}</td><td>${weight}</td></tr>`;
    expect(
      mainOf(`<table><tr><th>Model</th><th>Warranty</th><th>Weight</th></tr>
        ${row('A', '1 kg')}${row('B', '2 kg')}</table>`),
    ).toContain(`Model\tWarranty\tWeight\nA\t${warranty}\t1 kg\nB\t${warranty}\t2 kg`);
  });

  test('is a clause of its own, so that all keep their numbers', () => {
    const clause = `The tenant pays for it. ${sentences}`.trim();
    const text = mainOf(`<p>${clause}</p><ol start="3"><li>First. ${sentences}</li>
      <li>${clause}</li><li>Last. ${sentences}</li></ol>`);
    expect(text).toContain(`\n4. ${clause}\n5. Last.`);
  });

  test('is a line of code wherever it is one', () => {
    const line = 'const answer = await fetchTheAnswerFrom(addressOfTheServer, withAllOptions);';
    const text = mainOf(`<pre><code><div>${line}</div><div>if (!answer.isComplete)</div>
      <div>${line}</div></code></pre>`);
    expect(text.split(line)).toHaveLength(3);
  });
});

/** What is written of a body where the texts with an `x` in them are not kept. */
function written(html: string): string {
  show(html);
  const tape = newTape();
  const kept: boolean[] = [];
  const read = (element: Element) => {
    const place = record(tape, element, kindOf(element.localName));
    for (const node of element.childNodes) {
      if (node instanceof Element) read(node);
      else if (node.textContent?.trim()) {
        const data = node.textContent;
        recordText(tape, { data, place, block: kept.push(!data.includes('x')) - 1 });
      }
    }
    tape.ends[place] = tape.items.length;
  };
  read(document.body);
  const writer = newWriter(1000, never);
  atOnce(writeKept({ tape, blocks: kept, dropped: withNoneOf(kept, tape) }, writer));
  return writer.out;
}

describe('what is left out', () => {
  test.each([
    ['a cell keeps its column', '<tr><td>x<td>b<td>c', '\n\tb\tc'],
    ['a cell keeps all of its columns', '<tr><td>a<td colspan="2">x<td>d', '\na\t\t\td'],
    [
      'a row keeps the columns of those that it reaches into',
      '<tr><td rowspan="2">x<td>x<tr><td>b<td>c',
      '\n\tb\tc',
    ],
    [
      'a row is one of those that a cell reaches into',
      '<tr><td rowspan="2">a<td>b<tr><td>x<tr><td>c<td>d',
      '\na\tb\nc\td',
    ],
    ['beside a text alone, it is no column', '<tr><td>x<td><h2>b</h2>', '\n## b'],
  ])('%s', (_, rows, expected) => {
    const head = '<tr><th>one<th>two<th>three<th>four';
    expect(written(`<table>${head}${rows}</table>`)).toBe(`one\ttwo\tthree\tfour${expected}`);
  });

  test('an item keeps its number', () => {
    expect(written('<ol><li>a<li>x<li>c</ol>')).toBe('1. a\n3. c');
  });
});

import { shield } from '../../utils/core/shield/shield';
import { keySentences } from '../../utils/core/source/key-sentences';

/** How long the longest texts take, of the kinds that a careless pattern takes for ever on. Goals: 1,000 and 1,500 ms. */
const units = 4_000_000;

const pieces: Readonly<Record<string, string>> = {
  prose: 'The quick brown fox jumps over 12 lazy dogs, in 2024. ',
  digits: '1',
  numbers: '12 ',
  addresses: 'ada@example.org has written to her a long letter about the brown fox and dogs. ',
  'at signs': '@',
  letters: 'a',
  dots: 'a.',
  'beginnings of keys': '-----BEGIN PRIVATE KEY-----',
  'plus signs': '+1 ',
  brackets: '(',
  words: 'Anna has jumped over the lazy dog and not told anybody about it until today. ',
  initials: 'A. ',
  'line ends': '\n',
  Japanese: '川は海へ土を運ぶ。誰が粒を数えるのだろうか？',
  Thai: 'ไม่มีใครเคยนับเม็ดทรายเหล่านั้นเลย ',
};

function msOf(act: () => unknown): string {
  const began = performance.now();
  act();
  return (performance.now() - began).toFixed(0).padStart(7);
}

process.stdout.write(`${'ms'.padEnd(20)} shield  key sentences\n`);
for (const [name, piece] of Object.entries(pieces)) {
  const text = piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
  const shielding = msOf(() => shield(text, ['Anna', 'Smith']));
  const choosing = msOf(() => keySentences(text, 'en'));
  process.stdout.write(`${name.padEnd(20)}${shielding}${choosing}\n`);
}

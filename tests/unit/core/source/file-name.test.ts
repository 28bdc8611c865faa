import { expect, test } from 'vitest';
import { fileName, titleOrFileName } from '../../../../utils/core/source/file-name';

test.each([
  ['https://example.org/reports/a%20winter.pdf?page=2', 'a winter.pdf'],
  ['https://example.org/reports/', 'reports'],
  ['https://example.org/', 'example.org'],
  ['https://example.org/100%', '100%'],
  ['nothing', ''],
])('what is at %s is called %s', (address, name) => expect(fileName(address)).toBe(name));

const address = 'https://example.org/reports/winter.pdf';

test('an address that its browser shows decoded is no title', () => {
  const spaced = 'https://example.org/reports%20of%202026/a%20winter%C3%A9.pdf';
  expect(titleOrFileName('example.org/reports of 2026/a winteré.pdf', spaced)).toBe(
    'a winteré.pdf',
  );
  expect(titleOrFileName('example.org/100%', 'https://example.org/100%')).toBe('100%');
});

test.each([
  ['A hard winter', 'A hard winter'],
  ['winter.pdf', 'winter.pdf'],
  ['example.org/reports/winter.pdf', 'winter.pdf'],
  [address, 'winter.pdf'],
  ['', 'winter.pdf'],
])('a document that its browser calls “%s” is called %s', (title, name) =>
  expect(titleOrFileName(title, address)).toBe(name),
);

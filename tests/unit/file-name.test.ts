import { expect, test } from 'vitest';
import { fileName, titleOrFileName } from '../../utils/core/file-name';

test.each([
  ['https://example.org/reports/a%20winter.pdf?page=2', 'a winter.pdf'],
  ['https://example.org/reports/', 'reports'],
  ['https://example.org/', 'example.org'],
  ['https://example.org/100%', '100%'],
  ['nothing', ''],
])('what is at %s is called %s', (address, name) => expect(fileName(address)).toBe(name));

const address = 'https://example.org/reports/winter.pdf';

test.each([
  ['A hard winter', 'A hard winter'],
  ['winter.pdf', 'winter.pdf'],
  ['example.org/reports/winter.pdf', 'winter.pdf'],
  [address, 'winter.pdf'],
  ['', 'winter.pdf'],
])('a document that its browser calls “%s” is called %s', (title, name) =>
  expect(titleOrFileName(title, address)).toBe(name),
);

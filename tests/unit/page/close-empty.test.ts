import { describe, expect, test } from 'vitest';
import { closed } from '../../../utils/page/close-empty';

const head =
  '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html lang="en" xmlns="http://www.w3.org/1999/xhtml">';

describe('a page that is written as XML', () => {
  test.each([
    ['<script src="a.js"/><p>One', '<script src="a.js"></script><p>One'],
    ['<a id="top" /><b>One</b>', '<a id="top" ></a><b>One</b>'],
    ['<br/>One<img src="a.png" /><hr />', '<br/>One<img src="a.png" /><hr />'],
    ['<m:mi/> 1 </ 2', '<m:mi></m:mi> 1 </ 2'],
  ])('%s is for a reader of HTML %s', (xml, html) => expect(closed(head + xml)).toBe(head + html));

  test.each(['', '<!doctype html><html lang="en">', '<!doctype html><p>'])(
    'is told by its beginning: %j is none',
    (other) => expect(closed(`${other}<script src="a.js"/>`)).toBe(`${other}<script src="a.js"/>`),
  );

  // What took time by the square of it would take minutes, more than a test has.
  test.each(['<a', '<a ', '<', '<a/', 'a '])('is looked at in one go: %j', (part) => {
    const xml = `${head}<a ${part.repeat(100_000)}`;
    expect(closed(xml)).toBe(xml);
  });
});

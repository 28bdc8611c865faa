// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageTrouble } from '../../../components/StorageTrouble';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import type { Trouble } from '../../../utils/messages/storage-messages';

/** What the background answers to each, and what it was asked. */
function background(replies: Readonly<Record<string, Trouble | null>>) {
  const asked: string[] = [];
  const now = { ...replies };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { kind } = message as { kind: string };
    asked.push(kind);
    if (kind === 'begin-database' && now[kind] === null) now['storage-trouble'] = null;
    return now[kind];
  });
  return asked;
}

beforeEach(() => {
  fakeBrowser.reset();
  speak('en-US', en);
});
afterEach(cleanup);

const show = () => render(<StorageTrouble>All is well.</StorageTrouble>);
const click = (name: { readonly message: string }) =>
  fireEvent.click(screen.getByRole('button', { name: name.message }));

test.each<[Trouble, { readonly message: string }]>([
  ['damaged', en.advice_database_damaged],
  ['newer', en.advice_database_newer],
  ['blocked', en.databaseBlocked],
  ['off', en.databaseOff],
  ['settings', en.settingsUnreadHint],
])('says why nothing can be kept: %s', async (closed, words) => {
  background({ 'storage-trouble': closed });
  show();
  expect(await screen.findByText(words.message)).toBeTruthy();
  expect(screen.queryAllByRole('button')).toHaveLength(closed === 'damaged' ? 1 : 0);
  expect(screen.queryByText('All is well.')).toBeNull();
});

test('says nothing while all is well, or when nobody can tell; and nothing else before that is known', async () => {
  background({ 'storage-trouble': null });
  show();
  expect(screen.queryByText('All is well.')).toBeNull();
  expect(await screen.findByText('All is well.')).toBeTruthy();
  cleanup();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('gone'));
  show();
  expect(await screen.findByText('All is well.')).toBeTruthy();
});

test('begins a new database after a second word, and is gone then', async () => {
  const asked = background({ 'storage-trouble': 'damaged', 'begin-database': null });
  show();
  await screen.findByText(en.problem_database_damaged.message);
  click(en.remedy_begin_database);
  expect(await screen.findByText(en.beginDatabaseAsk.message)).toBeTruthy();
  expect(asked).not.toContain('begin-database');
  click(en.beginDatabaseNow);
  expect(await screen.findByText('All is well.')).toBeTruthy();
  expect(asked.filter((kind) => kind === 'begin-database')).toHaveLength(1);
});

test('deletes nothing when the user thinks better of it', async () => {
  const asked = background({ 'storage-trouble': 'damaged' });
  show();
  await screen.findByText(en.problem_database_damaged.message);
  click(en.remedy_begin_database);
  await screen.findByText(en.beginDatabaseAsk.message);
  click(en.cancel);
  await screen.findByRole('button', { name: en.remedy_begin_database.message });
  expect(asked).not.toContain('begin-database');
});

test('says what to do when no new one can be made either', async () => {
  background({ 'storage-trouble': 'damaged', 'begin-database': 'damaged' });
  show();
  await screen.findByText(en.problem_database_damaged.message);
  click(en.remedy_begin_database);
  await screen.findByText(en.beginDatabaseAsk.message);
  click(en.beginDatabaseNow);
  expect(await screen.findByText(en.beginDatabaseFailed.message)).toBeTruthy();
});

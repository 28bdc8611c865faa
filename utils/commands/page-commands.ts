import type { PutOutcome } from '../capture/put-text';
import type { Command } from '../messages/messages';
import type { Orders, Staff } from './staff';

/** What views ask to be done in a page. */
export const pageCommands: Orders<'put-text' | 'show-passage'> = {
  'put-text': putText,
  'show-passage': ({ tabId, wanted }, { showPassage }) => showPassage(tabId, wanted),
};

async function putText(
  { runId, tabId, how, text }: Extract<Command, { kind: 'put-text' }>,
  { runner, putText }: Staff,
): Promise<PutOutcome> {
  const source = (await runner.find(runId))?.source;
  if (!source?.place) return 'changed';
  return putText({ tabId, place: source.place, expected: source.text, how, text });
}

import type { Row } from './row';

const e2e = (name: string) => `e2e/${name}.test.ts`;
const unit = (name: string) => `unit/${name}.test.ts`;

const noCard =
  'nothing of Gloss is ever in a page: there is no card that a page could read or cover';

/** What somebody may want to do to the user. */
export const threats: readonly Row[] = [
  {
    id: 'T1',
    what: 'A content script, or a page process gone bad, reads the key from storage',
    done: 'a hostile content script dumps all storage areas and databases that it can reach; after each stage of the end-to-end tests the key is looked for in each file of the profile',
    shown: [
      [e2e('hostile'), 'a content script, even a hostile one, finds no key, no answer and no ear'],
      [e2e('hostile'), 'the key is in no storage area, in no view and in no message'],
      [unit('store/vault'), 'puts nothing of a key kept on the device into storage areas'],
      [unit('aftermath'), 'fails where the key stands in a file'],
    ],
  },
  {
    id: 'T2',
    what: 'A key leaves in a message to a view or page',
    done: 'all that the background tells is searched for the key',
    shown: [
      [e2e('hostile'), 'the key is in no storage area, in no view and in no message'],
      [unit('store/vault'), 'tells a view no more than four characters'],
    ],
  },
  { id: 'T3', what: 'A page listens while a key is typed', void: noCard },
  {
    id: 'T4',
    what: 'An endpoint’s address is changed, and the key goes along',
    done: 'a table of addresses; an endpoint moves to another origin in real browsers, and its server counts requests',
    shown: [
      [unit('core/base-url'), 'a base URL'],
      [e2e('endpoints'), 'a key does not follow to another origin'],
      [e2e('endpoints'), 'Anthropic never sees the key of another'],
      [unit('store/vault'), 'are not given away by naming another origin in a record either'],
    ],
  },
  {
    id: 'T5',
    what: 'A redirect takes key or text to another host',
    done: 'the service answers with a redirect: 1 request; the proxy lists all hosts that were asked, at the end as well',
    shown: [
      [e2e('problems'), 'a redirect, which the key must not follow'],
      [unit('endpoints/endpoint-elsewhere'), 'follows no redirect'],
    ],
  },
  {
    id: 'T6',
    what: 'The profile is copied from the disk',
    done: 'under a passphrase all files of the closed profile are searched for the key and what opens it: nothing; without one it can be read, as is said',
    shown: [
      [e2e('options'), 'under a passphrase neither it nor what opens it is in the profile'],
      [e2e('options'), 'a key kept on the device can be read by whoever has the profile'],
      [e2e('options'), 'it is locked then, opens by the passphrase alone'],
      [e2e('problems'), 'the key is under a passphrase, and it was locked'],
      [unit('store/lock'), 'is nowhere on the disk, nor is what opens it'],
      [unit('store/lock'), 'lets those who guess wait longer and longer'],
    ],
  },
  {
    id: 'T7',
    what: 'A key shows in an error, a log or an export',
    done: 'a service that echoes the key in twelve places and ten writings, and in pieces; no console in the source; a backup, and every file that a view saves, is read',
    shown: [
      [unit('core/redact'), 'nothing leaves the network room with the key'],
      [unit('core/redact'), 'may cut the key between pieces of the answer'],
      [e2e('main-job'), 'where it is exported and deleted for good'],
      [e2e('main-job'), 'is exported'],
      [unit('core/backup'), 'is a file that people can read, and says what it is'],
      ['architecture.test.ts', 'never uses'],
    ],
  },
  {
    id: 'T8',
    what: 'A page forges the start of paid work',
    done: 'a hostile content script sends 1,000 forged commands: 0 requests',
    shown: [
      [e2e('hostile'), 'gets no answer from the extension'],
      [e2e('hostile'), 'a content script, even a hostile one, finds no key, no answer and no ear'],
    ],
  },
  {
    id: 'T9',
    what: 'A content script sends a command that only our own pages may send',
    done: 'classes of senders against commands; each field of a sender as a browser sets it; a hostile content script gets no answer in both browsers',
    shown: [
      [unit('messages/incoming'), 'a sender'],
      [e2e('hostile'), 'a content script, even a hostile one, finds no key, no answer and no ear'],
    ],
  },
  {
    id: 'T10',
    what: 'Another extension talks to Gloss or reads its pages',
    done: 'a second extension with all hosts sends forged messages, opens a port, fetches, frames and scripts our pages, in both browsers; no external listeners in source and builds, no files for others in the manifest',
    shown: [
      [e2e('hostile'), 'another extension gets no answer, and into no page of ours'],
      ['supply-chain.test.ts', 'has no ears for other extensions'],
      ['architecture.test.ts', 'never uses listeners for other extensions'],
      ['manifest.test.ts', 'has no web_accessible_resources'],
      ['manifest.test.ts', 'has no externally_connectable'],
    ],
  },
  {
    id: 'T11',
    what: 'A page reads an answer',
    done: 'a hostile page looks by all that pages have, in both browsers',
    shown: [[e2e('hostile'), 'reads neither the key nor the answer']],
  },
  { id: 'T12', what: 'A page covers a button of ours and lets the user click it', void: noCard },
  {
    id: 'T13',
    what: 'A page embeds a page of ours',
    void: 'no file of Gloss may be loaded by a page',
  },
  {
    id: 'T14',
    what: 'A page can tell that Gloss is there',
    done: 'the same page with and without the extension, and our files against those of an extension that is not there: no difference; the page before and after is the same, to the byte; `npm run bench` measures what an idle page costs: nothing',
    shown: [
      [e2e('hostile'), 'cannot tell before the first gesture that Gloss is there'],
      [e2e('hostile'), 'cannot tell that it was read itself'],
    ],
  },
  {
    id: 'T15',
    what: 'An answer runs code',
    done: '500 hostile answers, letter by letter, in both browsers: 0 scripts, 0 violations of policies, only elements from a closed list',
    shown: [
      [e2e('hostile'), 'hostile answers, letter by letter, run nothing'],
      [unit('components/answer-hostile'), 'makes only elements of ours'],
      [unit('components/answer-hostile'), 'nothing can be followed to'],
    ],
  },
  {
    id: 'T16',
    what: 'An answer phones home by what it loads',
    done: '500 hostile answers, and views that try all ways to the network; after each stage of the end-to-end tests the proxy lists all hosts that were asked',
    shown: [
      [e2e('hostile'), 'hostile answers, letter by letter, run nothing'],
      [e2e('hostile'), 'views can reach no network'],
      [e2e('main-job'), 'no host but the API was asked by us'],
      [unit('aftermath'), 'the look at a browser that has ended'],
    ],
  },
  {
    id: 'T17',
    what: 'An answer lures into a click that gives text away',
    done: 'links show their true host and open without a referrer; what carries words of the text, plain, in base64 or hexadecimal, is asked about first',
    shown: [
      [unit('components/answer-hosts'), 'a link opens outside, without a referrer'],
      [unit('core/odd-link'), 'is odd wherever and however it carries sixteen signs of the text'],
      ['unit/components/odd-link-view.test.tsx', 'that carries words of the text asks first'],
    ],
  },
  {
    id: 'T18',
    what: 'The text gives orders to the model',
    done: 'any text against the request: it stays one document, or one JSON string; in both browsers a page with 47 orders that the stand-in obeys: the answer is text, one request, no other host, settings, controls and page as before',
    shown: [
      [e2e('hostile'), 'a page whose orders the model obeys gets text, and nothing else happens'],
      [unit('core/prompt'), 'holds page text in one document block, whatever it says'],
      [unit('core/prompt'), 'never lets a page end the quotation, whatever it says'],
    ],
  },
  {
    id: 'T19',
    what: 'Text that nobody can see',
    done: 'tables and any text against the normaliser',
    shown: [
      [unit('core/source/normalise'), 'a source'],
      [unit('core/source/normalise'), 'holds no hidden character'],
    ],
  },
  {
    id: 'T20',
    what: 'A loop, a double click or a held key makes the user pay again',
    done: 'a shortcut pressed fifteen times in a row, and fifty clicks, in both browsers: 1 request and no window more; attempts are counted for every fault',
    shown: [
      [e2e('popup'), 'runs once for'],
      [unit('runs/double-click'), 'is one run and one request for a double click'],
      [unit('runs/double-click'), 'for a key that is held, however long'],
      [unit('runs/attempts'), 'is sent three times at most, and then costs nothing'],
    ],
  },
  {
    id: 'T21',
    what: 'A huge text',
    done: 'ten megabytes are selected; above 50,000 tokens Gloss asks first',
    shown: [
      [e2e('zoo'), 'ten megabytes are cut at the limit'],
      [e2e('stop'), 'above 50,000 tokens it asks first'],
    ],
  },
  {
    id: 'T22',
    what: 'A request without encryption',
    done: 'a table of addresses, and what the manifest lets through',
    shown: [
      [unit('core/base-url'), 'a base URL'],
      ['manifest.test.ts', 'nothing leave unencrypted'],
    ],
  },
  {
    id: 'T23',
    what: 'A dependency is tampered with',
    done: 'exact versions with their hashes; our source and the built code are searched for what could run strings as code; it is built twice, and the bytes compared; pages may run their own code only',
    shown: [
      ['supply-chain.test.ts', 'what Gloss is made of'],
      ['supply-chain.test.ts', 'has no code from strings'],
      ['supply-chain.test.ts', 'has no markup from strings'],
      ['supply-chain.test.ts', 'is the same a second time and in another place, byte for byte'],
      ['architecture.test.ts', 'never uses'],
      ['manifest.test.ts', 'lets its pages run their own code only'],
    ],
    full: [['trust/full/rebuild.test.ts', 'made again from the sources']],
  },
  { id: 'T24', what: 'The store account is taken over', void: 'Gloss is in no store yet' },
  {
    id: 'T25',
    what: 'Page content leaves without consent',
    done: 'the manifest declares it; the preview sends nothing before a click',
    shown: [
      ['manifest.test.ts', 'Firefox: what is sent is declared'],
      [e2e('main-job'), 'nothing leaves before a click'],
    ],
  },
  {
    id: 'T26',
    what: 'Traces of a private window',
    done: 'questions in a private window, then all that is stored is searched, and each file of the profile once the browser has ended',
    shown: [
      [e2e('privacy'), 'and nothing of it is kept but its cost'],
      [e2e('privacy'), 'leaves no byte on the disk'],
      [unit('runs/private-window'), 'of a private window is gone from memory'],
    ],
  },
  {
    id: 'T27',
    what: 'A message with a prototype, getters or endless nesting',
    done: 'a table of such messages',
    shown: [[unit('messages/incoming'), 'of any other shape is not understood and does no harm']],
  },
  {
    id: 'T28',
    what: 'A service lies about what it used',
    done: 'usage beyond belief, against the wire’s parser: it is doubted, and counts at no less than the request could cost',
    shown: [
      [unit('core/money/believe'), 'whatever a service reports at the'],
      [
        unit('core/money/believe'),
        'counts what is not believed at no less than the request could cost',
      ],
      [unit('core/money/believe'), 'what is not believed'],
    ],
  },
  {
    id: 'T29',
    what: 'Gloss talks to somebody of its own accord',
    done: 'installed and left alone for a minute: no host is asked; over all that it does the proxy sees one host',
    shown: [
      ['e2e/lifetime.test.ts', 'is asked for nothing on the network in a minute'],
      [e2e('main-job'), 'no host but the API was asked by us'],
    ],
  },
  {
    id: 'T30',
    what: 'What was deleted is still stored',
    done: 'after *Delete all* all stores and areas are searched for title, text, question and answer',
    shown: [
      [e2e('privacy'), 'nothing stored knows what was deleted'],
      [unit('runs/bin'), 'a run that is deleted is gone at once'],
    ],
  },
  {
    id: 'T31',
    what: 'Something piles up as the days go by',
    done: 'twelve days of fifty runs: records, maps in memory, timers and storage areas are those of the days that are kept',
    shown: [[unit('runs/days'), 'pile up nothing beyond the days that are kept']],
  },
];

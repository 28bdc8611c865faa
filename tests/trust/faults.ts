import type { Row } from './row';

const e2e = (name: string) => `e2e/${name}.test.ts`;
const unit = (name: string) => `unit/${name}.test.ts`;
const problem = (name: string) => [e2e('problems'), name] as const;
const refusing = (kind: string) => [e2e('refusing'), ` ${kind} has a sensible outcome`] as const;
const zoo = (specimen: string) => [e2e('zoo'), ` ${specimen}`] as const;

const full = (name: string) => `trust/full/${name}.test.ts`;
const kills = [[full('kills'), 'a hundred kills at random moments']] as const;

const words = 'asserts its words, what was kept and the number of requests';

/** What may go wrong. */
export const faults: readonly Row[] = [
  {
    id: 'F1',
    what: 'The background dies before it sends',
    done: 'killed from the moment of the click on: sent once at most, and the journal never knows less than the network',
    shown: [[e2e('survival'), 'whose background dies 0 ms after the click']],
    full: kills,
  },
  {
    id: 'F2',
    what: 'The background dies between the request and the first byte',
    done: `${words}: it may have been charged, 1 request`,
    shown: [[e2e('survival'), 'that loses its background before the first byte']],
  },
  {
    id: 'F3',
    what: 'The background dies in mid-stream',
    done: `${words}: text kept, 1 request`,
    shown: [
      problem('a background that the browser ends in mid-stream'),
      [e2e('survival'), 'that loses its background in mid-stream is shown as interrupted'],
      [e2e('survival'), 'ms after the click is sent once at most'],
    ],
    full: kills,
  },
  {
    id: 'F4',
    what: 'The browser would end an idle background in mid-stream',
    done: 'two minutes of stream, and 45 s of silence, with nothing attached to the background',
    shown: [[e2e('lifetime'), 'completes in']],
    full: [[full('streams'), 'of 10: a stream of']],
  },
  {
    id: 'F5',
    what: 'The browser crashes in mid-stream',
    done: 'it is killed and started again: text kept, 1 request',
    shown: [[e2e('survival'), 'that is cut by a crash of the browser is there after the restart']],
  },
  {
    id: 'F6',
    what: 'A newer version arrives in mid-stream',
    done: 'it waits until no run is under way and no view is open; put in by force: text kept, 1 request, a key under a passphrase locked',
    shown: [
      [e2e('survival'), 'that is cut by an update is there in the newer version'],
      [unit('platform/platform-updates'), 'a newer version waits for the end of the run'],
      [unit('platform/platform-updates'), 'a newer version waits until no view of Gloss is open'],
    ],
  },
  {
    id: 'F7',
    what: 'The connection breaks in mid-stream',
    done: `${words}; 300 answers cut anywhere: the input as it was told, the true cost between the bounds`,
    shown: [
      problem('a connection cut in mid-stream'),
      [unit('runs/cut-streams'), 'of an answer that is cut anywhere'],
    ],
  },
  {
    id: 'F8',
    what: 'The stream falls silent',
    done: 'interrupted after a minute, on a clock that the test moves',
    shown: [[unit('runs/broken-off'), 'because nothing ever came is interrupted after a minute']],
  },
  {
    id: 'F9',
    what: 'The stream is endlessly slow',
    done: 'said to be slow after 15 seconds without more text; interrupted after ten minutes, on a clock that the test moves',
    shown: [
      [
        'unit/components/components-run.test.tsx',
        'that falls silent in mid-answer says after 15 seconds that something is slow',
      ],
      [unit('runs/broken-off'), 'is interrupted, although it never fell silent'],
    ],
  },
  {
    id: 'F10',
    what: 'The stream ends without its last event',
    done: words,
    shown: [problem('a stream that ends well before its message_stop')],
  },
  { id: 'F11', what: 'No network', done: words, shown: [problem('offline: no network')] },
  {
    id: 'F12',
    what: 'The host cannot be reached',
    done: words,
    shown: [problem('nobody listens there'), problem('the connection is reset before any answer')],
  },
  {
    id: 'F13',
    what: 'A captive portal answers',
    done: words,
    shown: [problem('200 with a page to sign in')],
  },
  {
    id: 'F14',
    what: 'The service calls the request invalid, or too long',
    done: words,
    shown: [problem(': 400'), problem('400, the prompt is too long')],
  },
  {
    id: 'F15',
    what: 'The user’s own spend limit at the service is reached',
    done: words,
    shown: [problem('400, the usage limits that were specified are reached')],
  },
  { id: 'F16', what: 'The key is refused', done: words, shown: [problem('401, a bad key')] },
  {
    id: 'F17',
    what: 'The organisation forbids calls from browsers',
    done: words,
    shown: [problem('401, the organisation forbids calls from browsers')],
  },
  {
    id: 'F18',
    what: 'No credit, no permission, no such model',
    done: words,
    shown: [problem(': 402'), problem(': 403'), problem(': 404')],
  },
  {
    id: 'F19',
    what: 'A proxy refuses the size, in HTML',
    done: words,
    shown: [problem('413 from a proxy, in HTML and without CORS headers')],
  },
  {
    id: 'F20',
    what: 'Too many requests, with a time to wait',
    done: `${words}: 3 at most`,
    shown: [problem('429 with retry-after, three times')],
  },
  {
    id: 'F21',
    what: 'Too many requests, without a time, or for a spend limit',
    done: `${words}: 1`,
    shown: [
      problem('429 without retry-after'),
      problem('429 with a spend limit as its reason, which no waiting mends'),
    ],
  },
  {
    id: 'F22',
    what: 'The service fails, perhaps after the work',
    done: `${words}: 1`,
    shown: [
      problem('500, which may come after the work'),
      problem('504, which may come after the work'),
    ],
  },
  {
    id: 'F23',
    what: 'The service is overloaded',
    done: `${words}: 3 at most`,
    shown: [problem('529, three times')],
  },
  {
    id: 'F24',
    what: 'An error event in mid-stream',
    done: words,
    shown: [problem('an error event in mid-stream')],
  },
  {
    id: 'F25',
    what: 'A stream that cannot be read',
    done: `${words}; split and cut at each byte, LF and CRLF, a byte order mark, 500 streams with damaged bytes`,
    shown: [
      problem('broken JSON in mid-stream'),
      [unit('endpoints/anthropic'), 'reads the same answer from chunks'],
      [unit('stand-in/wire-fuzz'), 'is the same wherever it is split in two'],
      [unit('stand-in/wire-fuzz'), 'is the same in any pieces'],
      [
        unit('stand-in/wire-fuzz'),
        'that is cut anywhere tells a part of the text, and is never done',
      ],
      [unit('stand-in/wire-fuzz'), 'with any bytes damaged ends in words'],
    ],
  },
  {
    id: 'F26',
    what: 'Events and blocks that nobody knows yet',
    done: 'they are passed over',
    shown: [[unit('endpoints/anthropic'), 'passes over events and blocks that it does not know']],
  },
  {
    id: 'F27',
    what: 'The answer is cut at its limit, or declined',
    done: words,
    shown: [
      problem('stop_reason max_tokens'),
      problem('stop_reason refusal without a word'),
      problem('stop_reason refusal after some text'),
    ],
  },
  {
    id: 'F28',
    what: 'The tab is closed in mid-stream',
    done: 'the run goes on, and is in the history',
    shown: [[e2e('survival'), 'outlives its tab']],
  },
  {
    id: 'F29',
    what: 'The tab goes elsewhere in mid-stream, comes back, or is discarded',
    done: 'the run goes on, is marked in the history as not seen, and shown where its tab comes back; 1 request',
    shown: [[e2e('survival'), 'goes on while its tab goes elsewhere']],
  },
  {
    id: 'F30',
    what: 'The popup is closed in mid-stream',
    done: 'it opens again with the live answer; 1 request',
    shown: [
      [e2e('main-job'), 'an answer is read as it comes, and goes on while the popup is closed'],
    ],
  },
  {
    id: 'F31',
    what: 'Two windows, two popups',
    done: 'the same live run in two windows, and in popup and panel; 1 request',
    shown: [
      [e2e('survival'), 'is the same in two windows'],
      [e2e('panel'), 'shows the same live run as a popup'],
    ],
  },
  {
    id: 'F32',
    what: 'Fifty actions at once',
    done: 'fifty questions at once in both browsers, and fifty tabs: 50 requests, two at a time, in order, each with its answer',
    shown: [
      [e2e('main-job'), 'fifty questions at once are fifty requests'],
      [unit('runs/runner'), 'fifty actions in fifty tabs at once are fifty requests'],
    ],
  },
  {
    id: 'F33',
    what: 'A double click',
    done: 'one run, 1 request',
    shown: [[unit('runs/double-click'), 'is one run and one request for a double click']],
  },
  {
    id: 'F34',
    what: 'Stop in mid-stream',
    done: 'the service sees the socket close; text and the bounds of its cost are kept',
    shown: [[e2e('stop'), 'Stop in mid-stream closes the socket at once']],
    full: [[full('stop'), 'twenty stops']],
  },
  {
    id: 'F35',
    what: 'No room left in the browser’s storage',
    done: 'played by a journal that refuses, and with --full by a Firefox with 20 MB for all that is stored, of which the last kB is taken: before the request nothing is sent; in mid-stream the answer goes on, is said to be unsaved, and is kept once there is room; what is stored is kept for good',
    shown: [
      [unit('runs/storage-fails'), 'a journal that is full'],
      [unit('runs/storage-fails'), 'what a full storage would not take'],
    ],
    full: [[full('quota'), 'in firefox, with a limit for all that is stored']],
  },
  {
    id: 'F36',
    what: 'The disk is full',
    done: `${words}: the disk (200 MB) that the database is on is filled to the last byte, and kept so; nothing is sent before it is said, then 1 request, unsaved; filled in mid-stream, the answer stays and is kept once there is room`,
    onlyFull: [
      [full('disk'), 'on a full disk nothing is sent before it is said'],
      [full('disk'), 'when the disk is full in mid-stream'],
    ],
  },
  {
    id: 'F37',
    what: 'Stored records are damaged',
    done: 'what can be read is kept; a spoilt or emptied storage is said in words, never taken for a first run; a key that is gone is asked for again; with --full, six damages to the files of the database and six to those of the settings: 0 requests',
    shown: [
      [e2e('survival'), 'whose database is spoilt is told as lost storage'],
      [unit('store/loss'), 'what the browser has lost'],
      ['unit/components/storage-lost.test.tsx', 'is told in words, with the day'],
      [unit('store/journal'), 'passes over a record that it cannot read, and keeps the others'],
      [
        unit('store/history-store'),
        'heads that cannot be read are told apart from runs that cannot',
      ],
      [
        unit('store/history-store'),
        'runs that cannot be read are given as they are stored, and stay',
      ],
      [
        'unit/components/components-history.test.tsx',
        'counts what cannot be read, saves it as it is',
      ],
      [unit('store/vault'), 'takes a damaged record for a key that is gone'],
      problem('the journal in the database is gone'),
    ],
    full: [[full('damage'), 'damage to the']],
  },
  {
    id: 'F38',
    what: 'The database cannot be opened',
    done: `${words}: the user may go on unsaved; with --full, a file in the place of the folder of databases`,
    full: [
      [full('closed'), 'without IndexedDB every view says so'],
      [full('closed'), 'a new database begins apart where the browser can make one'],
    ],
    shown: [
      problem(
        'a database of a later version cannot be opened, but the key is kept for the session',
      ),
      problem('a database of a later version cannot be opened, and the key is in it'),
    ],
  },
  {
    id: 'F39',
    what: 'Records of an older or a later version',
    done: 'what each released version has stored is read; of a later one nothing is opened, changed or deleted, and settings are read as far as they are known',
    shown: [
      [unit('store/released'), 'what is stored by'],
      [unit('store/released'), 'what a later version has stored'],
      [unit('store/run-record'), 'a run of version 1'],
      [unit('store/run-record'), 'a run of version 2'],
      [unit('store/vault'), 'the database of version 1'],
    ],
  },
  {
    id: 'F40',
    what: 'The clock jumps, or the computer sleeps',
    done: 'a day on and a day back in mid-stream: durations stay true, nothing is ended; one set far ahead deletes nothing that is to be kept; after a sleep the background lives on, what arrived meanwhile is read, and what came to nothing is interrupted',
    shown: [
      [unit('runs/runner'), 'in mid-stream changes no duration, and ends nothing'],
      [unit('retention'), 'deletes nothing that the right one would keep'],
      [unit('runs/watchdog'), 'after a sleep it lets in first what has arrived meanwhile'],
      [
        unit('platform/platform-awake'),
        'a goodbye is called off by an event while an answer is under way',
      ],
    ],
    full: [[full('sleep'), 'a sleep in mid-stream']],
  },
  {
    id: 'F41',
    what: 'Ten megabytes are selected',
    done: 'the limit and the choice within a second or so; no request',
    shown: [[e2e('zoo'), 'ten megabytes are cut at the limit']],
  },
  {
    id: 'F42',
    what: 'Halves of characters, NUL, other directions, emoji',
    done: 'what is selected is what is received, for 50 texts',
    shown: [[e2e('zoo'), 'what is selected is what is received, in every script']],
  },
  {
    id: 'F43',
    what: 'A page with strict policies',
    done: 'pages that forbid scripts, styles, frames and strings as code',
    shown: [zoo('a strict policy'), zoo('trusted types')],
  },
  {
    id: 'F44',
    what: 'A page that isolates itself from other origins',
    done: 'the same, with COEP',
    shown: [zoo('isolation from other origins')],
  },
  {
    id: 'F45',
    what: 'A sandboxed page',
    done: 'a sensible outcome',
    shown: [refusing('a sandboxed page')],
  },
  {
    id: 'F46',
    what: 'A selection in a frame of another origin',
    done: 'what the browser tells is used, or said in words',
    shown: [[e2e('zoo'), 'that cannot be read from outside is a problem in words']],
  },
  {
    id: 'F47',
    what: 'about: and data: pages',
    done: 'a sensible outcome',
    shown: [refusing('a blank tab'), refusing('data:'), refusing('a page of the browser’s own')],
  },
  {
    id: 'F48',
    what: 'The browser’s own pages and stores',
    done: 'a sensible outcome',
    shown: [refusing('a page of the browser’s own'), refusing('a store of extensions')],
  },
  {
    id: 'F49',
    what: 'A page on which a script never ends',
    done: 'two seconds, then what the browser told',
    shown: [[unit('capture/capture-problems'), 'gives what the browser told']],
  },
  {
    id: 'F50',
    what: 'A PDF',
    done: 'a sensible outcome',
    shown: [[e2e('pdf'), 'a PDF in the viewer of']],
  },
  {
    id: 'F51',
    what: 'A file of this computer',
    done: 'a sensible outcome',
    shown: [refusing('a file of this computer'), refusing('a PDF that is a file')],
  },
  {
    id: 'F52',
    what: 'The browser’s error page',
    done: 'a sensible outcome',
    shown: [refusing('an error page')],
  },
  {
    id: 'F53',
    what: 'A page has rewritten what scripts rely on',
    done: 'pages with other prototypes',
    shown: [zoo('prototypes that were rewritten'), zoo('names that stand for properties')],
  },
  {
    id: 'F54',
    what: 'A script is put into a page twice',
    void: 'each reads once and leaves nothing',
  },
  {
    id: 'F55',
    what: 'The permission for the API is taken back',
    done: words,
    shown: [problem('the permission for the API was taken back')],
  },
  {
    id: 'F56',
    what: 'The database’s file is damaged so that the browser cannot open it',
    done: `${words}: its files are broken between two starts; said in all views, a key of the session works unsaved, and a new database begins after a second word`,
    shown: [
      problem('its files can be neither opened nor mended by the browser'),
      [unit('store/opening'), 'a database'],
      [unit('store/opening'), 'a new database'],
      [unit('store/opening'), 'a key that was in a database'],
      [unit('store/opening'), 'a place apart'],
      ['unit/components/storage-trouble.test.tsx', 'begins a new database after a second word'],
    ],
  },
  {
    id: 'F57',
    what: 'The browser ends while a key is stored, or a passphrase set, changed or given up',
    done: 'broken off after each write: the key opens by the old or the new passphrase, or can be given again',
    shown: [[unit('store/vault-cuts'), 'broken off after any of its writes']],
  },
];

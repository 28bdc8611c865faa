import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '../../../utils/store/database';
import { lockStatus } from '../../../utils/store/lock';
import {
  changePassphrase,
  forgetKey,
  forgetPassphrase,
  keyStatus,
  moveKey,
  readKey,
  saveKey,
  unlock,
} from '../../../utils/store/vault';

const origin = 'https://api.anthropic.com';
const elsewhere = 'https://gateway.example.org';
const key = 'sk-ant-demo-canary-9876';
const newKey = 'sk-ant-demo-canary-5432';
const passphrase = 'correct horse battery';
const next = 'another staple entirely';

/** The vault remembers nothing but what is stored: after this it is as on the first day. */
async function emptyVault(): Promise<void> {
  await (await database()).clear('vault');
  await Promise.all([fakeBrowser.storage.local.clear(), fakeBrowser.storage.session.clear()]);
}

/** Everything that writes takes so many writes, and then none any more, as if all had ended there; answers how many it took. */
function endAfter(writes: number): () => number {
  let taken = 0;
  const take = () => {
    if (taken >= writes) throw new Error('The browser has ended.');
    taken += 1;
  };
  for (const name of ['put', 'add', 'delete'] as const) {
    const write = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      take();
      return write.apply(this, args);
    } as never);
  }
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session])
    for (const name of ['set', 'remove'] as const) {
      const write = area[name].bind(area) as (given: never) => Promise<void>;
      vi.spyOn(area, name).mockImplementation(async (given: unknown) => {
        take();
        return write(given as never);
      });
    }
  return () => taken;
}

/** 600,000 rounds at each cut would take minutes; how many they are is another test's. */
function makeDerivingFast(): void {
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((how, ...rest) =>
    derive({ ...(how as Pbkdf2Params), iterations: 1 }, ...rest),
  );
}

beforeEach(makeDerivingFast);
afterEach(() => vi.restoreAllMocks());

/** What is done from what state, and which keys the origin may have afterwards; null: none. */
interface Work {
  readonly what: string;
  readonly before: () => Promise<void>;
  readonly work: () => Promise<unknown>;
  readonly may: readonly (string | null)[];
}

const locked = () => saveKey({ key, origin }, 'passphrase', passphrase);

const works: readonly Work[] = [
  {
    what: 'another passphrase',
    before: locked,
    work: () => changePassphrase(passphrase, next),
    may: [key],
  },
  {
    what: 'the first key under a passphrase',
    before: async () => {},
    work: locked,
    may: [null, key],
  },
  {
    what: 'another key under the same passphrase',
    before: locked,
    work: () => saveKey({ key: newKey, origin }, 'passphrase'),
    may: [key, newKey],
  },
  {
    what: 'a key of the device that gets a passphrase',
    before: () => saveKey({ key, origin }, 'device'),
    work: () => moveKey(origin, 'passphrase', passphrase),
    may: [key],
  },
  {
    what: 'a key that loses its passphrase',
    before: locked,
    work: () => moveKey(origin, 'device'),
    may: [key],
  },
  {
    what: 'the key of another service that is forgotten',
    async before() {
      await locked();
      await saveKey({ key: 'gw-other-canary-0001', origin: elsewhere }, 'passphrase');
    },
    work: () => forgetKey(elsewhere),
    may: [key],
  },
  {
    what: 'a passphrase that is given up',
    before: locked,
    work: forgetPassphrase,
    may: [null, key],
  },
];

describe.each(works)('$what, broken off after any of its writes', ({ before, work, may }) => {
  test.each([
    ['browser', true],
    ['background', false],
  ])('by the end of the %s: the key is there, or can be given again', async (_, clears) => {
    let whole = false;
    for (let writes = 0; !whole; writes += 1) {
      await emptyVault();
      await before();
      const taken = endAfter(writes);
      whole = await work().then(
        () => true,
        () => false,
      );
      const after = `after ${taken()} writes`;
      vi.restoreAllMocks();
      makeDerivingFast();
      if (clears) await fakeBrowser.storage.session.clear();
      expect(may, after).toContain(await openKey());
      await expectUsable(after);
    }
  });
});

/** The key, by whichever passphrase opens it, where it asks for one. */
async function openKey(): Promise<string | null> {
  for (const each of [passphrase, next]) {
    if ((await keyStatus(origin)).kind !== 'locked') break;
    await fakeBrowser.storage.session.remove('wrongTries');
    await unlock(each);
  }
  return readKey(origin);
}

/** Whoever gives the key again, under a new passphrase where there is none, can use it, also after a restart. */
async function expectUsable(after: string): Promise<void> {
  const isNew = (await lockStatus()).kind === 'none';
  await saveKey({ key, origin }, 'passphrase', isNew ? next : '');
  await fakeBrowser.storage.session.clear();
  expect(await openKey(), after).toBe(key);
}

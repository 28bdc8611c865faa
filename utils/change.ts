import { originOf } from './core/endpoint';
import { hostPattern } from './core/host';
import { inTurn } from './store/in-turn';
import { keepModelsOf } from './store/models';
import { changeSettings, readSettings, type Settings } from './store/settings';
import { forgetKey } from './store/vault';

/** What goes with an endpoint that is removed, and with a shorter time to keep answers. */
export interface CleanUp {
  /** Gives back the user's leave to reach an origin. */
  readonly release: (origin: string) => Promise<unknown>;
  /** Deletes what is older than the user wants it kept. */
  readonly tidy: () => void;
}

const inOrder = inTurn();

/** What is to be changed; as a function where it is made of what is there, which another view may be changing. */
type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** Changes settings; the key of an origin that no endpoint has any more is forgotten, and its host given back. */
export function change(wanted: Change, cleanUp: CleanUp): Promise<void> {
  return inOrder(() => changeNow(wanted, cleanUp));
}

/** Resolves when all is changed that was to be: a view shows a new endpoint, and lets it be tested, before it is stored. */
export function changesMade(): Promise<void> {
  return inOrder(async () => undefined);
}

async function changeNow(wanted: Change, cleanUp: CleanUp): Promise<void> {
  const settings = await readSettings();
  const before = settings.endpoints.map(originOf);
  const changed = typeof wanted === 'function' ? wanted(settings) : wanted;
  await changeSettings(changed);
  await forgetStrays(before, cleanUp);
  const { retentionDays, ledgerDays } = changed;
  if (retentionDays !== undefined || ledgerDays !== undefined) tidySoon(cleanUp);
}

/** ms after which a shorter time is taken as meant: who goes through the choices by arrow keys, or slips, passes others. */
const grace = 10_000;

let tidying: ReturnType<typeof setTimeout> | undefined;

function tidySoon({ tidy }: CleanUp): void {
  clearTimeout(tidying);
  tidying = setTimeout(tidy, grace);
}

/** Of these origins, forgets the keys that belong to no endpoint: they must not wait there for another. Lists of models go, too. */
export async function forgetStrays(
  origins: readonly string[],
  { release }: CleanUp,
): Promise<void> {
  const { endpoints } = await readSettings();
  const used = new Set(endpoints.map(originOf));
  const hosts = new Set([...used].map(hostPattern));
  const strays = origins.filter((origin) => !used.has(origin));
  const freed = strays.filter((origin) => !hosts.has(hostPattern(origin)));
  // The change itself is made, whatever becomes of what it leaves behind.
  const models = keepModelsOf(endpoints.map(({ id }) => id));
  await Promise.allSettled([...strays.map(forgetKey), ...freed.map(release), models]);
}

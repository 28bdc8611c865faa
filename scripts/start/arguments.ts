import { parseArgs } from 'node:util';
import type { Brand } from '../../tests/browsers/find';

const brands: readonly Brand[] = ['chrome', 'chromium', 'edge', 'brave', 'firefox'];

export const usage = `npm start -- [--browser ${brands.join('|')}] [--headless]

Builds Gloss, loads it into a browser and opens a sample article. Answers come from a demo on this machine and cost
nothing. With ANTHROPIC_API_KEY set they come from the real API and are billed to that key.

  --browser   which browser to take; without it, the first one found
  --headless  do the job unattended, print answer and receipt, save pictures to artifacts/start
              (as it is without a display, or with CI set)`;

export interface Wishes {
  readonly kind: 'start';
  readonly brand: Brand | undefined;
  /** Somebody is at the screen and tries it; else it does the job itself. */
  readonly attended: boolean;
}

export type Asked = Wishes | { readonly kind: 'usage'; readonly wrong: string | null };

export function readArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Asked {
  const given = parse(args);
  if ('wrong' in given) return { kind: 'usage', wrong: given.wrong };
  if (given.help) return { kind: 'usage', wrong: null };
  const brand = brands.find((each) => each === given.browser);
  if (given.browser !== undefined && !brand) {
    return { kind: 'usage', wrong: `There is no browser "${given.browser}" to choose.` };
  }
  return { kind: 'start', brand, attended: !given.headless && hasAudience(env, platform) };
}

function parse(args: readonly string[]) {
  const options = {
    browser: { type: 'string' },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return { wrong: String((error as Error).message).split(/\.\s/)[0] ?? '' };
  }
}

function hasAudience(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env.CI && env.CI !== 'false') return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The user's key, out of the environment: neither the build nor the browser inherits it. */
export function takeKey(env: NodeJS.ProcessEnv): string | null {
  const key = env.ANTHROPIC_API_KEY?.trim();
  delete env.ANTHROPIC_API_KEY;
  return key || null;
}

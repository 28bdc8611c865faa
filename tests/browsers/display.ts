import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { every, until } from './poll';
import { killGroup, spawnTied } from './processes';

const run = promisify(execFile);

/** ms: far longer than a menu takes, as the next click closes it. */
const clickAgain = 5_000;

/** An X display: its own Xvfb, or the desktop of the person at the keyboard. */
export interface Display {
  readonly name: string;
  /** Real keys and mouse. */
  xdo(...args: readonly (string | number)[]): Promise<string>;
  /** The ids of the windows on the screen, native menus among them. */
  windows(): Promise<readonly string[]>;
  /** Right-clicks, again each few seconds while no menu opens, as a user would; the id of the menu's window. */
  openMenu(at: { readonly screenX: number; readonly screenY: number }): Promise<string>;
  /** Taken when it no longer changes, or after three seconds. */
  screenshot(path: string): Promise<void>;
  close(): void;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** `undefined` where there is no X: macOS, Windows, Wayland alone. */
export async function withDisplay(screen: Screen, desktop = false): Promise<Display | undefined> {
  if (process.platform !== 'linux') return undefined;
  if (desktop && process.env.WAYLAND_DISPLAY && !process.env.DISPLAY) return undefined;
  if (desktop && process.env.DISPLAY) return on(process.env.DISPLAY, () => undefined);
  const server = spawnTied(
    'Xvfb',
    [
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${screen.width}x${screen.height}x24`,
      '-nolisten',
      'tcp',
      '-noreset',
      // On a busy machine a key is up late, and would be typed twice.
      '-r',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const own = on(`:${number}`, () => killGroup(server));
  // In the middle it would lie on Firefox's menu, which closes under a pointer when no window manager runs.
  await own.xdo('mousemove', 0, 0);
  return own;
}

async function signature(path: string): Promise<string> {
  const { stdout } = await run('identify', ['-format', '%#', path]);
  return stdout;
}

function on(name: string, close: () => void): Display {
  const env = { ...process.env, DISPLAY: name };
  const xdo = async (...args: readonly (string | number)[]) =>
    (await run('xdotool', args.map(String), { env })).stdout;
  const windows = async () => {
    const found = await xdo('search', '--onlyvisible', '--name', '').catch(() => '');
    return found.split('\n').filter(Boolean);
  };
  return {
    name,
    close,
    xdo,
    windows,
    openMenu: async ({ screenX, screenY }) => {
      // Not by their number: the bubble that says what is being loaded is a window too, and goes when a menu comes.
      const before = await windows();
      const click = () => xdo('mousemove', screenX, screenY, 'click', 3);
      const opened = async () => (await windows()).find((id) => !before.includes(id));
      return until('the menu to open', every(clickAgain, click, opened));
    },
    screenshot: async (path) => {
      let last = '';
      const settled = async () => {
        await run('import', ['-window', 'root', path], { env });
        const seen = await signature(path);
        const same = seen === last;
        last = seen;
        return same;
      };
      await until('the screen to settle', settled, { timeout: 3000, every: 100 }).catch(() => path);
    },
  };
}

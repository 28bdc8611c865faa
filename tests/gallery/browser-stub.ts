import { counts } from './data/counts';

interface Asked {
  readonly kind: string;
  readonly tabId?: number;
}

let stored: Readonly<Record<string, unknown>> = {};

let replies: Readonly<Record<string, unknown>> = {};

/** What the background answers while a state is shown, by the kind of command. */
export function reply(answers: typeof replies): void {
  replies = answers;
}

/** What is stored while a state is shown: nothing, if it does not say otherwise. */
export function store(items: typeof stored): void {
  stored = items;
}

const area = {
  get: async () => stored,
  onChanged: { addListener: () => undefined, removeListener: () => undefined },
};

/** The gallery's views talk to nobody; of the one file that there is they are told, and what comes of a count. */
export const browser = {
  storage: { local: area, session: area },
  runtime: {
    sendMessage: async ({ kind, tabId = 0 }: Asked) => {
      if (kind === 'count') return counts[tabId] ?? new Promise(() => undefined);
      return kind === 'file' ? drawn() : (replies[kind] ?? null);
    },
  },
};

function drawn(): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 600, height: 400 });
  const context = canvas.getContext('2d');
  if (!context) return '';
  const sky = context.createLinearGradient(0, 0, 0, 400);
  for (const [at, color] of [
    [0, '#1d2b53'],
    [0.6, '#b86b4b'],
    [1, '#f2c57c'],
  ] as const)
    sky.addColorStop(at, color);
  context.fillStyle = sky;
  context.fillRect(0, 0, 600, 400);
  context.fillStyle = '#12100e';
  context.fillRect(0, 310, 600, 90);
  context.fillRect(120, 230, 360, 60);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

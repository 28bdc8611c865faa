/** Drawn on a 16 × 16 grid, stroked in the colour of the text. */
const shapes = {
  ask: 'M3.5 3.5h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H8.5l-3 2.5v-2.5h-2a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM5.5 6.5h5M5.5 8.8h3',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm5 6.5 3 3 3-3',
  more: 'M4.5 9.5 8 6l3.5 3.5',
  costs: 'M3 13V9M6.4 13V5M9.8 13V7.5M13 13V3',
  copy: 'M6.5 6.5h6a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1zM4 10.5h-.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1V4',
  delete:
    'M3 4.5h10M6.5 4.5v-1a1 1 0 0 1 1-1h1a1 1 0 0 1 1 1v1M4.5 4.5l.6 8a1 1 0 0 0 1 1h3.8a1 1 0 0 0 1-1l.6-8M7 7v4M9 7v4',
  'describe-image':
    'M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM3 11.5l3-3 2.5 2.5 2-2 2.5 2.5M10.2 6.3v.1',
  explain: 'M5.6 5.6a2.4 2.4 0 1 1 3.6 2.1c-.8.4-1.2 1-1.2 1.8v.4M8 12.7v.1',
  'explain-simply':
    'M8 2.5a4 4 0 0 1 2.4 7.2c-.5.4-.9.9-.9 1.5h-3c0-.6-.4-1.1-.9-1.5A4 4 0 0 1 8 2.5ZM6.7 13.5h2.6',
  key: 'M10.5 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.3 7.7 2.8 13.2M5 11l1.7 1.7',
  'key-points': 'M3 4v.1M3 8v.1M3 12v.1M6 4h7.5M6 8h7.5M6 12h5',
  new: 'M8 3.5v9M3.5 8h9',
  options:
    'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M11.5 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM7.5 11a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
  panel: 'M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM9.5 3v10',
  history: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM8 5v3.2l2 1.3',
  proofread: 'M2.5 4h11M2.5 8h5M2.5 12h3.5M8 11l2.2 2.2L14 8.5',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7L13 5.5M13 2.5v3h-3',
  rewrite: 'M10.8 2.9 13.1 5.2 5.5 12.8l-3 .7.7-3zM9.3 4.4l2.3 2.3',
  send: 'M3 8h9.5M8.5 4l4 4-4 4',
  stop: 'M4.5 5a.5.5 0 0 1 .5-.5h6a.5.5 0 0 1 .5.5v6a.5.5 0 0 1-.5.5H5a.5.5 0 0 1-.5-.5z',
  tab: 'M9 3h4v4M13 3 7.5 8.5M7 3.5H4a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1h7.5a1 1 0 0 0 1-1V9',
  summarize: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  translate:
    'M2.5 4.5h6M5.5 3v1.5M7.5 4.5c-.5 2.5-2.2 4.3-5 5.5M3.8 6.8c1 1.6 2.4 2.7 4.2 3.2M8.5 13.5l2.5-6 2.5 6M9.3 11.5h3.4',
  warning: 'M8 2.8 14 13H2zM8 6.8v2.8M8 11.3v.1',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

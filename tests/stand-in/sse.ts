import type { WireEvent } from './events';

/** Spaces before the last brace, as the real stream pads some of its events; the nth always the same. */
const padding = (n: number): string => (n % 3 === 2 ? '' : ' '.repeat((n * 7) % 16));

/** The event as it goes over the wire: LF only, one line of data, an empty line after it. */
export function encode({ event, data }: WireEvent, n: number): string {
  const json = JSON.stringify(data);
  if (event === 'ping') return 'event: ping\ndata: {"type": "ping"}\n\n';
  return `event: ${event}\ndata: ${json.slice(0, -1)}${padding(n)}}\n\n`;
}

import type { Command } from './messages';

/** What changes nothing, or no more the second time. Nothing that may send or cost something, or delete. */
const harmless: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'preview',
  'preview-pasted',
  'preview-picture',
  'preview-source',
  'has-picture',
  'what-fits',
  'cheaper-ways',
  'cheaper-before',
  'source-before',
  'compare',
  'start-request',
  'turn-request',
  'plan-action',
  'budget',
  'file',
  'key-status',
  'lock-status',
  'lock-now',
  'storage-trouble',
  'complete-history',
  'change-settings',
  'seen',
  'stop',
  'stop-waiting',
]);

/**
 * Whether a command that failed may be sent once more. A background that ends while it is asked, for an update or because
 * the browser stops it, answers nobody; nor can a view tell whether it had heard.
 */
export function mayBeAskedTwice({ kind }: Command): boolean {
  return harmless.has(kind);
}

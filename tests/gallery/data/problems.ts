import type { Problem, ProblemKind } from '../../../utils/core/problem';

/** One of each kind. */
const examples: { readonly [K in ProblemKind]: Extract<Problem, { kind: K }> } = {
  'no-key': { kind: 'no-key', service: 'Anthropic' },
  'key-gone': { kind: 'key-gone' },
  'key-refused': { kind: 'key-refused' },
  'no-credit': { kind: 'no-credit' },
  'spend-limit': {
    kind: 'spend-limit',
    message: 'You have reached your specified workspace API usage limits.',
  },
  'browser-calls-forbidden': { kind: 'browser-calls-forbidden' },
  'not-permitted': { kind: 'not-permitted', message: 'Your API key does not have permission.' },
  'model-not-found': { kind: 'model-not-found', model: 'claude-haiku-5-5' },
  'rate-limited': { kind: 'rate-limited' },
  overloaded: { kind: 'overloaded' },
  'service-failed': { kind: 'service-failed', status: 500 },
  'service-stopped': { kind: 'service-stopped' },
  offline: { kind: 'offline' },
  unreachable: { kind: 'unreachable' },
  'site-not-allowed': { kind: 'site-not-allowed', origin: 'https://news.example.org' },
  'link-unread': {
    kind: 'link-unread',
    address: 'https://news.example.org/winter',
    fault: { kind: 'not-text', type: 'image/png' },
  },
  'host-not-allowed': { kind: 'host-not-allowed', origin: 'https://api.anthropic.com' },
  'captive-portal': { kind: 'captive-portal' },
  'server-down': { kind: 'server-down', origin: 'http://localhost:11434' },
  'not-the-api': { kind: 'not-the-api', origin: 'https://gateway.example.org' },
  'too-large': { kind: 'too-large', tokens: 1_240_000, limit: 1_000_000 },
  'request-rejected': { kind: 'request-rejected', message: 'max_tokens: must be at most 64000' },
  refused: { kind: 'refused', category: 'cyber' },
  cut: { kind: 'cut' },
  interrupted: { kind: 'interrupted', cause: 'connection' },
  'unreadable-reply': { kind: 'unreadable-reply' },
  'nothing-selected': { kind: 'nothing-selected' },
  'frame-unreadable': { kind: 'frame-unreadable' },
  'page-forbids': { kind: 'page-forbids' },
  'no-picture': { kind: 'no-picture' },
  'picture-unreadable': { kind: 'picture-unreadable' },
  'needs-gesture': { kind: 'needs-gesture' },
  'not-on-device': { kind: 'not-on-device' },
  'private-window-off': { kind: 'private-window-off' },
  'storage-failing': { kind: 'storage-failing' },
};

export const problems: readonly Problem[] = Object.values(examples);

import { vi } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import type { Turn } from '../../../utils/core/runs/turn';
import { usualAim } from '../../../utils/core/source/source';
import { instructionFor, sourceWith } from '../support';

export const turn: Turn = {
  id: 't',
  requestHash: 'h',
  question: null,
  asked: { endpointId: 'anthropic', model: 'claude-haiku-5-5' },
  service: 'Anthropic',
  pricing: { kind: 'listed' },
  model: 'claude-haiku-5-5',
  prompt: { low: 1, high: 2 },
  cached: null,
  maxOutput: 10,
  text: 'part',
  state: { kind: 'streaming' },
  usage: { input: 1, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 1, thinking: 0 },
  final: false,
  requestId: 'req_1',
  sentAt: 5,
  receipt: null,
};

/** A run in mid-answer, with what a test wants otherwise. */
export function runWith(change: Partial<Run>): Run {
  return {
    id: 'r',
    ...instructionFor('summarize'),
    endpointId: null,
    state: { kind: 'active' },
    aim: usualAim,
    source: sourceWith(),
    found: null,
    language: 'English',
    turns: [turn],
    createdAt: 1,
    private: false,
    saved: true,
    seen: false,
    ...change,
  };
}

export const image = (file: string) =>
  sourceWith({
    kind: 'image',
    text: '',
    media: { kind: 'image', type: 'image/png', file, width: 2, height: 1 },
  });

/** As a background has them that has just begun. */
export async function freshStores() {
  vi.resetModules();
  const { journal } = await import('../../../utils/store/runs');
  const { database } = await import('../../../utils/store/database');
  return { journal, database };
}

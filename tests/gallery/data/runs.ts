import { type BuiltInId, builtInIds, builtIns } from '../../../utils/core/actions/action';
import { anthropicEndpoint, originOf } from '../../../utils/core/endpoint';
import {
  consentAbove,
  type Estimate,
  estimateOf,
  type Thresholds,
} from '../../../utils/core/estimate/estimate';
import { defaultModel } from '../../../utils/core/model';
import type { Cost } from '../../../utils/core/money/cost';
import type { Receipt } from '../../../utils/core/money/receipt';
import type { Problem, ProblemKind } from '../../../utils/core/problem';
import { buildRequest } from '../../../utils/core/prompt';
import type { Run } from '../../../utils/core/runs/run';
import type { Turn, TurnState } from '../../../utils/core/runs/turn';
import { type Source, usualAim } from '../../../utils/core/source/source';
import type { ReadyPreview } from '../../../utils/messages/preview-messages';

const usage = {
  input: 1284,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 212,
  thinking: 0,
};

export const exact: Cost = { kind: 'exact', nano: 234_400 };
export const between: Cost = { kind: 'between', atLeast: 134_900, atMost: 878_400 };

export function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    service: anthropicEndpoint.name,
    model: defaultModel.id,
    usage,
    final: true,
    cost: exact,
    saved: null,
    pricedOn: '2026-11-22',
    requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy',
    sentAt: 0,
    firstWordMs: 640,
    wholeMs: 2140,
    ...change,
  };
}

export function source(text: string, title: string, change: Partial<Source> = {}): Source {
  return {
    kind: 'selection',
    text,
    title,
    address: 'https://example.org/night-trains',
    language: null,
    hidden: 0,
    cut: 0,
    whole: null,
    unsure: false,
    media: null,
    ...change,
  };
}

/** What its receipt tells, the turn itself knows as well. */
export function turn(state: TurnState, change: Partial<Turn> = {}): Turn {
  const { receipt = null } = change;
  return {
    id: 'turn',
    requestHash: '0'.repeat(64),
    question: null,
    asked: { endpointId: anthropicEndpoint.id, model: defaultModel.id },
    service: anthropicEndpoint.name,
    pricing: { kind: 'listed' },
    model: defaultModel.id,
    prompt: { low: 1100, high: 1500 },
    cached: null,
    maxOutput: 1500,
    text: '',
    state,
    usage: receipt?.usage ?? null,
    final: receipt?.final ?? false,
    requestId: null,
    sentAt: Date.now(),
    receipt,
    ...change,
  };
}

export function run(source: Source | null, change: Partial<Run> = {}): Run {
  return {
    id: 'run',
    action: builtIns.summarize,
    controls: builtIns.summarize.defaults,
    question: '',
    endpointId: null,
    state: { kind: 'active' },
    aim: usualAim,
    source,
    found: null,
    language: 'English',
    turns: [],
    createdAt: Date.now(),
    private: false,
    saved: true,
    seen: false,
    ...change,
  };
}

/** What a long text would take on the default model. */
export function estimate(change: Partial<Estimate> = {}): Estimate {
  return {
    endpointId: anthropicEndpoint.id,
    service: anthropicEndpoint.name,
    origin: originOf(anthropicEndpoint),
    model: defaultModel.id,
    prompt: { low: 61_000, high: 84_000 },
    maxOutput: 1500,
    cost: { low: 4_200_000, high: 171_000_000 },
    ...change,
  };
}

/** A run that waits for the user's consent. */
export function confirming(
  from: Source,
  change: Partial<Estimate> = {},
  thresholds: Thresholds = consentAbove,
): Run {
  return run(from, { state: { kind: 'confirming', estimate: estimate(change), thresholds } });
}

const beforeSending: ReadonlySet<ProblemKind> = new Set([
  'no-key',
  'key-gone',
  'endpoint-gone',
  'offline',
  'nothing-selected',
  'frame-unreadable',
  'only-a-frame',
  'page-forbids',
  'needs-gesture',
  'not-on-device',
  'private-window-off',
  'pdf-broken',
  'pdf-locked',
  'pdf-unreachable',
  'pdf-not-taken',
]);

/** A run that failed as the runner would tell it: before anything was sent, or after. */
export function failed(from: Source | null, problem: Problem, text: string): Run {
  if (beforeSending.has(problem.kind)) {
    return run(from, { state: { kind: 'failed', problem } });
  }
  const cutReceipt = receipt({ final: false, cost: between });
  if (problem.kind === 'cut') {
    return run(from, { turns: [turn({ kind: 'cut' }, { text, receipt: receipt() })] });
  }
  if (problem.kind === 'interrupted') {
    const state = { kind: 'interrupted', cause: problem.cause } as const;
    return run(from, { turns: [turn(state, { text, receipt: cutReceipt })] });
  }
  if (problem.kind === 'service-stopped') {
    return run(from, { turns: [turn({ kind: 'failed', problem }, { text, receipt: cutReceipt })] });
  }
  return run(from, { turns: [turn({ kind: 'failed', problem })] });
}

export function preview(from: Source): ReadyPreview {
  const to = { model: defaultModel, language: 'English', documents: true };
  const estimate = (id: BuiltInId) => {
    const action = builtIns[id];
    const asked = { action, controls: action.defaults, question: '' };
    return estimateOf(buildRequest(asked, from, to), anthropicEndpoint, Date.now(), from.media);
  };
  const estimates = Object.fromEntries(builtInIds.map((id) => [id, estimate(id)]));
  return {
    kind: 'source',
    source: from,
    shielded: null,
    language: null,
    wanted: null,
    hasKey: true,
    estimates: estimates as Record<BuiltInId, Estimate>,
  };
}

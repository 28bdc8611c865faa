import type { ModelInfo, ModelLine } from '@anthropic-ai/sdk/resources/models';

export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
export type Effort = (typeof EFFORTS)[number];
export type ThinkingType = 'adaptive' | 'between_tools' | 'disabled' | 'enabled';

/** What the stand-in knows about a model: enough to list it and to refuse what it refuses. */
export interface ModelSpec {
  readonly id: string;
  readonly alias?: string;
  readonly name: string;
  readonly line: ModelLine;
  /** Where the day of release is not known, a guess that keeps the order. */
  readonly created: string;
  readonly maxInput: number;
  readonly maxOutput: number;
  /** Undefined: the model takes no effort at all. */
  readonly defaultEffort?: Effort;
  readonly thinking: readonly ThinkingType[];
  readonly thinksByDefault: boolean;
  readonly prefill: boolean;
  /** Below this many tokens nothing is cached. */
  readonly cacheMinimum: number;
  /** Absent: active. */
  readonly lifecycle?: 'deprecated' | 'retired';
  /** Largest image that it sees: pixels of the longer edge, and tokens. */
  readonly sees: { readonly edge: number; readonly tokens: number };
}

const LARGE_CONTEXT = 1_000_000;

const NEWEST = {
  maxInput: 1_000_000,
  maxOutput: 128_000,
  thinking: ['adaptive'],
  thinksByDefault: true,
  prefill: false,
  cacheMinimum: 512,
  sees: { edge: 2576, tokens: 4784 },
} as const;

/** Newest first, as the API lists them. */
export const MODELS: readonly ModelSpec[] = [
  {
    ...NEWEST,
    id: 'claude-fable-5-2',
    name: 'Claude Fable 5.2',
    line: 'fable',
    created: '2026-11-09T00:00:00Z',
    defaultEffort: 'high',
  },
  {
    ...NEWEST,
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    line: 'haiku',
    created: '2026-10-07T00:00:00Z',
    defaultEffort: 'medium',
    thinking: ['adaptive', 'disabled'],
  },
  {
    ...NEWEST,
    id: 'claude-sonnet-5-5',
    name: 'Claude Sonnet 5.5',
    line: 'sonnet',
    created: '2026-09-15T00:00:00Z',
    defaultEffort: 'high',
    thinking: ['adaptive', 'between_tools'],
  },
  {
    ...NEWEST,
    id: 'claude-opus-5-5',
    name: 'Claude Opus 5.5',
    line: 'opus',
    created: '2026-09-01T00:00:00Z',
    defaultEffort: 'medium',
  },
  {
    id: 'claude-haiku-4-5-20251001',
    alias: 'claude-haiku-4-5',
    name: 'Claude Haiku 4.5',
    line: 'haiku',
    created: '2025-10-15T00:00:00Z',
    maxInput: 200_000,
    maxOutput: 64_000,
    thinking: ['disabled', 'enabled'],
    thinksByDefault: false,
    prefill: true,
    cacheMinimum: 4096,
    sees: { edge: 1568, tokens: 1568 },
  },
];

/** Images, and pages of PDFs, that one request may have. */
export const mediaAtMost = ({ maxInput }: ModelSpec): number =>
  maxInput >= LARGE_CONTEXT ? 600 : 100;

export function findModel(models: readonly ModelSpec[], id: string): ModelSpec | undefined {
  return models.find((model) => model.id === id || model.alias === id);
}

const yes = { supported: true };
const no = { supported: false };
const supported = (is: boolean) => (is ? yes : no);

function capabilitiesOf(model: ModelSpec): NonNullable<ModelInfo['capabilities']> {
  const effort = supported(model.defaultEffort !== undefined);
  const accepts = (type: ThinkingType) => supported(model.thinking.includes(type));
  return {
    batch: yes,
    citations: yes,
    code_execution: yes,
    context_management: {
      ...yes,
      clear_thinking_20251015: yes,
      clear_tool_uses_20250919: yes,
      compact_20260112: effort,
    },
    effort: { ...effort, low: effort, medium: effort, high: effort, xhigh: effort, max: effort },
    image_input: yes,
    pdf_input: yes,
    server_tools: { ...yes, code_execution: yes, web_search: yes },
    structured_outputs: yes,
    thinking: {
      ...yes,
      types: {
        adaptive: accepts('adaptive'),
        between_tools: accepts('between_tools'),
        disabled: accepts('disabled'),
        enabled: accepts('enabled'),
      },
    },
  };
}

/** The model as `GET /v1/models` shows it; the name says that it is not the real one. */
export function describeModel(model: ModelSpec): ModelInfo {
  return {
    type: 'model',
    id: model.id,
    display_name: `${model.name} (demo)`,
    created_at: model.created,
    max_input_tokens: model.maxInput,
    max_tokens: model.maxOutput,
    lifecycle: model.lifecycle ?? 'active',
    deprecated_at: null,
    retires_at: null,
    line: model.line,
    capabilities: capabilitiesOf(model),
  };
}

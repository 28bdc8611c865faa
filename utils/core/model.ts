/** Ways of thinking that a model's capabilities list; names are the service's. */
export const thinkingTypes = ['adaptive', 'between_tools', 'disabled', 'enabled'] as const;
export type ThinkingType = (typeof thinkingTypes)[number];

/** A model as `GET /v1/models` tells of it: limits in tokens, null where the service does not say. */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly maxInput: number | null;
  readonly maxOutput: number | null;
  readonly thinking: readonly ThinkingType[];
  readonly efforts: readonly string[];
}

/** 1/20 of the next price, and its thinking can be switched off: https://platform.claude.com/docs/en/models */
export const defaultModel: Model = {
  id: 'claude-haiku-5-5',
  name: 'Claude Haiku 5.5',
  maxInput: 1_000_000,
  maxOutput: 128_000,
  thinking: ['adaptive', 'disabled'],
  efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
};

const before47 = /^claude-(3|haiku-4|sonnet-4|opus-4-[0-6])/;

/** Whether a model is older than Claude 4.7: it has another tokenizer and sees images smaller. */
export function isBefore47(id: string): boolean {
  return before47.test(id);
}

/** What is known of a model id; nothing is assumed of one that is not in the list. */
export function modelOf(id: string, known: readonly Model[]): Model {
  const found = known.find((model) => model.id === id);
  if (found) return found;
  if (id === defaultModel.id) return defaultModel;
  return { id, name: id, maxInput: null, maxOutput: null, thinking: [], efforts: [] };
}

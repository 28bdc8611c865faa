import { defaultModel, type Model } from '../../../utils/core/model';

const model = (id: string, name: string, maxInput: number | null): Model => ({
  id,
  name,
  maxInput,
  maxOutput: 128_000,
  thinking: [],
  efforts: [],
});

export const models: readonly Model[] = [
  defaultModel,
  model('claude-sonnet-5-5', 'Claude Sonnet 5.5', 1_000_000),
  model('claude-opus-5-5', 'Claude Opus 5.5', 1_000_000),
  model('claude-haiku-4-5-20251001', 'Claude Haiku 4.5', 200_000),
  model('claude-next-1', 'Claude Next 1', null),
];

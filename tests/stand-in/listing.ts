import { type Exchange, sendFailure, sendJson } from './exchange';
import { failure } from './failure';
import { describeModel, findModel, type ModelSpec } from './models';

const STAGES = ['active', 'deprecated', 'retired'];

/** GET /v1/models: one page, or the part of it that was asked for. */
export function listModels(
  exchange: Exchange,
  models: readonly ModelSpec[],
  query: URLSearchParams,
) {
  const asked = [...query.getAll('lifecycle'), ...query.getAll('lifecycle[]')];
  const wrong = asked.find((stage) => !STAGES.includes(stage));
  if (wrong) return sendFailure(exchange, failure(400, `lifecycle: unknown stage '${wrong}'`));
  const stages = asked.length > 0 ? asked : ['active', 'deprecated'];
  const all = models.map(describeModel).filter(({ lifecycle }) => stages.includes(lifecycle));
  const after = all.findIndex(({ id }) => id === query.get('after_id')) + 1;
  const limit = Number(query.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return sendFailure(exchange, failure(400, 'limit: Input should be between 1 and 1000'));
  }
  const data = all.slice(after, after + limit);
  sendJson(exchange, 200, {
    data,
    has_more: after + limit < all.length,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  });
}

/** GET /v1/models/:id */
export function showModel(exchange: Exchange, models: readonly ModelSpec[], id: string): void {
  const model = findModel(models, id);
  if (model) sendJson(exchange, 200, describeModel(model));
  else sendFailure(exchange, failure(404, `model: ${id}`));
}

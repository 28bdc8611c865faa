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
  const limit = Number(query.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return sendFailure(exchange, failure(400, 'limit: Input should be between 1 and 1000'));
  }
  const page = pageOf(all, query, limit);
  if (!page) return sendFailure(exchange, failure(400, 'after_id, before_id: no such model'));
  const { data, has_more } = page;
  sendJson(exchange, 200, {
    data,
    has_more,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  });
}

/** The models after the one that is named, or before it; null where there is none of that name. */
function pageOf<Model extends { readonly id: string }>(
  all: readonly Model[],
  query: URLSearchParams,
  limit: number,
) {
  const [after, before] = ['after_id', 'before_id'].map((name) => query.get(name));
  const at = all.findIndex(({ id }) => id === (after ?? before));
  if (at < 0 && (after || before)) return null;
  if (!before) {
    return { data: all.slice(at + 1, at + 1 + limit), has_more: at + 1 + limit < all.length };
  }
  const from = Math.max(0, at - limit);
  return { data: all.slice(from, at), has_more: from > 0 };
}

/** GET /v1/models/:id */
export function showModel(exchange: Exchange, models: readonly ModelSpec[], id: string): void {
  const model = findModel(models, id);
  if (model) sendJson(exchange, 200, describeModel(model));
  else sendFailure(exchange, failure(404, `model: ${id}`));
}

import type { CountBody, MessagesBody } from './body';
import { type Checked, checkCountShape, checkMessagesShape } from './check-body';
import { complaintsAboutContent, complaintsAboutCounting } from './check-content';
import { complaintsAboutLimits, complaintsAboutModel } from './check-model';
import { type Failure, failure } from './failure';
import { findModel, type ModelSpec } from './models';

/** A body that passed every check, with its model. */
export interface Accepted<Body> {
  readonly body: Body;
  readonly model: ModelSpec;
}

function first(complaints: Generator<string>): Failure | undefined {
  const { value, done } = complaints.next();
  return done ? undefined : failure(400, value);
}

function withModel<Body extends CountBody>(
  shape: Checked<Body>,
  version: string,
  models: readonly ModelSpec[],
): Checked<Accepted<Body>> {
  if ('failed' in shape) return shape;
  const body = shape.ok;
  const model = findModel(models, body.model);
  if (!model || model.lifecycle === 'retired')
    return { failed: failure(404, `model: ${body.model}`) };
  const failed =
    first(complaintsAboutContent(body, version, model)) ?? first(complaintsAboutModel(body, model));
  return failed ? { failed } : { ok: { body, model } };
}

/** The body of POST /v1/messages, checked as the API checks it, or the API's complaint. */
export function accept(
  given: unknown,
  version: string,
  models: readonly ModelSpec[],
): Checked<Accepted<MessagesBody>> {
  const checked = withModel(checkMessagesShape(given, version), version, models);
  if ('failed' in checked) return checked;
  const failed = first(complaintsAboutLimits(checked.ok.body, checked.ok.model));
  return failed ? { failed } : checked;
}

/** The body of POST /v1/messages/count_tokens: no limits, and no sampling parameters either. */
export function acceptCount(
  given: unknown,
  version: string,
  models: readonly ModelSpec[],
): Checked<Accepted<CountBody>> {
  const checked = withModel(checkCountShape(given), version, models);
  if ('failed' in checked) return checked;
  const failed = first(complaintsAboutCounting(checked.ok.body));
  return failed ? { failed } : checked;
}

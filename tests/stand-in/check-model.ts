import type { CountBody, MessagesBody } from './body';
import { EFFORTS, type ModelSpec } from './models';
import { promptTokens } from './tokens';

const FAST = ['claude-opus-5-5'];

function* aboutThinking(body: CountBody, model: ModelSpec): Generator<string> {
  const { thinking, output_config } = body;
  const effort = output_config?.effort ?? undefined;
  if (effort && !model.defaultEffort) yield 'This model does not support the effort parameter.';
  if (!thinking) return;
  if (!model.thinking.includes(thinking.type)) {
    const accepted = model.thinking.map((type) => `"thinking.type.${type}"`).join(' or ');
    yield `"thinking.type.${thinking.type}" is not supported for this model. Use ${accepted} instead.`;
  }
  const isOff = thinking.type === 'disabled' || thinking.type === 'between_tools';
  if (isOff && effort && EFFORTS.indexOf(effort) > EFFORTS.indexOf('high')) {
    yield `output_config.effort '${effort}' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.`;
  }
}

/** What this model does not take, in a request to count or to answer. */
export function* complaintsAboutModel(body: CountBody, model: ModelSpec): Generator<string> {
  yield* aboutThinking(body, model);
  if (body.speed === 'fast' && !FAST.includes(model.id)) {
    yield `speed: 'fast' is not supported for ${model.id}`;
  }
  const { type: choice } = body.tool_choice ?? {};
  const thinksAlways = model.thinksByDefault && !model.thinking.includes('disabled');
  if (thinksAlways && (choice === 'any' || choice === 'tool')) {
    yield `tool_choice: '${choice}' is not supported for ${model.id}`;
  }
  if (!model.prefill && body.messages.at(-1)?.role === 'assistant') {
    yield 'This model does not support assistant message prefill. The conversation must end with a user message.';
  }
}

/** Sampling parameters pass the shape of the old version; the new models refuse them there too. */
function* aboutSampling(body: MessagesBody, model: ModelSpec): Generator<string> {
  if (!model.thinksByDefault) return;
  for (const name of ['temperature', 'top_p', 'top_k']) {
    if (name in body) yield `\`${name}\` is deprecated for this model.`;
  }
}

/** What does not fit: limits of the answer, then of the prompt. */
export function* complaintsAboutLimits(body: MessagesBody, model: ModelSpec): Generator<string> {
  const { max_tokens, thinking } = body;
  yield* aboutSampling(body, model);
  if (max_tokens > model.maxOutput) {
    yield `max_tokens: ${max_tokens} > ${model.maxOutput}, which is the maximum allowed number of output tokens for ${model.id}`;
  }
  if (thinking?.type === 'enabled' && thinking.budget_tokens >= max_tokens) {
    yield '`max_tokens` must be greater than `thinking.budget_tokens`.';
  }
  const prompt = promptTokens(body, model);
  if (prompt > model.maxInput) {
    yield `prompt is too long: ${prompt} tokens > ${model.maxInput} maximum`;
  }
}

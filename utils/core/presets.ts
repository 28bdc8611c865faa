import type { Auth } from './endpoint';

/** What has to be known or done before a service answers. */
export type PresetNote = 'ollama-origins' | 'lm-studio-cors' | 'own-models';

/** A service that speaks the Messages API, as its makers document it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  /** As `parseBaseUrl` writes it. */
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly note: PresetNote | null;
}

const row = (
  id: string,
  name: string,
  baseUrl: string,
  auth: Auth,
  note: PresetNote | null = null,
): Preset => ({ id, name, baseUrl, auth, note });

/** Servers on this computer first; each list in the order of the alphabet. */
export const presets: readonly Preset[] = [
  row('litellm', 'LiteLLM', 'http://localhost:4000', 'bearer'),
  row('llama-cpp', 'llama.cpp', 'http://localhost:8080', 'none'),
  row('lm-studio', 'LM Studio', 'http://localhost:1234', 'none', 'lm-studio-cors'),
  row('ollama', 'Ollama', 'http://localhost:11434', 'none', 'ollama-origins'),
  row('vllm', 'vLLM', 'http://localhost:8000', 'none'),
  // It answers with models of its own, whichever id is asked for: https://api-docs.deepseek.com/guides/anthropic_api
  row('deepseek', 'DeepSeek', 'https://api.deepseek.com/anthropic', 'x-api-key', 'own-models'),
  row('fireworks', 'Fireworks', 'https://api.fireworks.ai/inference', 'bearer'),
  row('minimax', 'MiniMax', 'https://api.minimax.io/anthropic', 'bearer'),
  // It refuses a bearer token.
  row('opencode', 'OpenCode Zen', 'https://opencode.ai/zen', 'x-api-key'),
  row('openrouter', 'OpenRouter', 'https://openrouter.ai/api', 'bearer'),
  // It takes a bearer token alone, unlike the local one.
  row('ollama-cloud', 'Ollama Cloud', 'https://ollama.com', 'bearer'),
  row('vercel', 'Vercel AI Gateway', 'https://ai-gateway.vercel.sh', 'bearer'),
  row('zai', 'Z.ai', 'https://api.z.ai/api/anthropic', 'bearer'),
];

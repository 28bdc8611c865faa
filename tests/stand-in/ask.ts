import type { StandIn } from './stand-in';

export const KEY = 'sk-ant-demo-key';

/** The headers of a good request without a browser. */
export const HEADERS: Readonly<Record<string, string>> = {
  authorization: `Bearer ${KEY}`,
  'anthropic-version': '2026-10-21',
  'content-type': 'application/json',
};

export const SOURCE =
  'Pelicans are large water birds. They live near lakes and coasts! Their pouch holds fish.';

/** A good body: a document, an instruction, thinking off. */
export const BODY = {
  model: 'claude-haiku-5-5',
  max_tokens: 1500,
  thinking: { type: 'disabled' as const },
  messages: [
    {
      role: 'user' as const,
      content: [
        {
          type: 'document' as const,
          title: 'Pelicans',
          source: { type: 'text' as const, media_type: 'text/plain' as const, data: SOURCE },
        },
        { type: 'text' as const, text: 'Summarize the document.' },
      ],
    },
  ],
};

/** A body whose source is this text. */
export const about = (text: string) => ({
  ...BODY,
  messages: [{ role: 'user' as const, content: text }],
});

interface Asking {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Post the body as it is, past every SDK. */
export function ask(standIn: StandIn, body: unknown, asking: Asking = {}): Promise<Response> {
  const { path = '/v1/messages', headers = HEADERS, signal = null } = asking;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method: 'POST', headers, body: text, redirect: 'manual', signal } as const;
  return fetch(standIn.origin + path, init);
}

/** What a stream gave before it ended or broke. */
export async function receive(response: Response): Promise<{ text: string; broke: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    return { text, broke: false };
  } catch {
    return { text, broke: true };
  }
}

export interface SeenEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** The events of a raw stream, read the simplest way. */
export function eventsIn(text: string): readonly SeenEvent[] {
  return text
    .split('\n\n')
    .filter((part) => part.startsWith('event: '))
    .map((part) => {
      const [event = '', data = ''] = part.split('\n');
      return {
        event: event.slice('event: '.length),
        data: JSON.parse(data.slice('data: '.length)),
      };
    });
}

import { Glass } from '../../components/glass/Glass';
import type { GlassSubject } from '../../components/glass/subject';
import type { Exchange } from '../../utils/core/glass/exchange';
import { defaultModel } from '../../utils/core/model';
import { buildRequest } from '../../utils/core/prompt';
import { withData } from '../../utils/core/request-parts';
import { leaving } from '../../utils/core/shield/shield-source';
import type { Source } from '../../utils/core/source/source';
import type { ShownRequest } from '../../utils/messages/glass-messages';
import { type Act, Acted, click, reveal } from './acted';
import { preview, receipt, run, source, turn } from './data/runs';
import type { Texts } from './data/texts';
import { nameModel, type States } from './states-popup';

const sent = {
  address: 'https://api.anthropic.com/v1/messages',
  headers: [
    ['accept', 'application/json'],
    ['anthropic-dangerous-direct-browser-access', 'true'],
    ['anthropic-version', '2026-10-21'],
    ['content-type', 'application/json'],
    ['x-api-key', '$ANTHROPIC_API_KEY'],
    ['x-stainless-runtime', 'browser:chrome'],
  ],
} as const;

const usage = {
  input_tokens: 1284,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: 212,
  service_tier: 'standard',
};

const exchange: Exchange = {
  ...sent,
  status: 200,
  replied: [
    ['anthropic-ratelimit-requests-limit', '4000'],
    ['anthropic-ratelimit-requests-remaining', '3999'],
    ['anthropic-ratelimit-requests-reset', '2026-11-26T07:00:00Z'],
    ['request-id', 'req_011CSHoEeqs5C35K2UUqR7Fy'],
  ],
  stopReason: 'end_turn',
  usage: [JSON.stringify({ ...usage, output_tokens: 1 }), JSON.stringify(usage)],
  attempts: 2,
  timing: { queued: 12, firstByte: 420, firstWord: 640, whole: 2140 },
};

const bodyFor = (from: Source) =>
  JSON.stringify(
    withData(
      buildRequest(run(from), from, { model: defaultModel, language: 'English', documents: true }),
      'iVBORw0KGgoAAAANSUhEUgAA'.repeat(4000),
    ),
  );

const kept = (from: Source): ShownRequest => ({ kind: 'sent', body: bodyFor(from), sent });

const planned = (from: Source): ShownRequest => ({
  ...kept(from),
  kind: 'planned',
  body: bodyFor(from),
  sent,
  prompt: { low: 1100, high: 1500 },
});

export function glassStates(texts: Texts): States {
  const here = source(texts.page, texts.title, { kind: 'page' });
  const answered = turn(
    { kind: 'done' },
    {
      text: texts.answer,
      receipt: receipt({ sentAt: Date.UTC(2026, 10, 22) }),
      usage: receipt().usage,
      final: true,
      exchange,
    },
  );
  const show = (
    request: ShownRequest | 'failed' | null,
    change: Partial<GlassSubject> = {},
    acts: readonly Act[] = [],
  ) => (
    <Acted acts={acts}>
      <Glass
        request={request}
        onClose={() => undefined}
        subject={{
          command: { kind: 'turn-request', runId: 'run', turnId: 'turn' },
          source: here,
          found: null,
          turn: answered,
          service: 'Anthropic',
          nameModel,
          seePage: async () =>
            preview({ ...here, text: `${texts.passage}\n${here.text}\n${texts.passage}` }),
          ...change,
        }}
      />
    </Acted>
  );
  const end = reveal('.glass-part:last-child');
  return {
    'glass-sent': () => show(kept(here)),
    'glass-sent-back': () =>
      show(kept(here), {}, [click('.glass-part:last-child details summary'), end]),
    'glass-guide': () => show(kept(here), {}, [click('.glass-guide summary')]),
    'glass-guide-bill': () =>
      show(kept(here), {}, [click('.glass-guide summary'), reveal('.glass-guide li:last-child')]),
    'glass-headers': () => show(kept(here), {}, [click('.glass-part summary')]),
    'glass-json': () =>
      show(kept(here), {}, [click('input[name=as-json]'), reveal('.glass-parts')]),
    'glass-planned': () => show(planned(here), { turn: null }),
    'glass-left-out': () =>
      show(planned(here), { turn: null }, [
        click('.glass-part:last-child .link'),
        reveal('.glass-part:last-child'),
      ]),
    'glass-hidden': () => {
      const personal = { ...here, text: `ada@example.org 4111 1111 1111 1111\n${texts.passage}` };
      const { source: leaves, found } = leaving(personal, []);
      return show(planned(leaves), { turn: null, source: personal, found }, [
        reveal('.glass-part:last-child'),
      ]);
    },
    'glass-image': () => {
      const media = {
        kind: 'image',
        type: 'image/png',
        file: 'f',
        width: 600,
        height: 400,
      } as const;
      const image = source('', texts.title, { kind: 'image', media });
      return show(kept(image), { source: image }, [reveal('.glass-parts')]);
    },
    'glass-both-texts': () => {
      const both = source(texts.passage, texts.title, { around: texts.page });
      return show(kept(both), { source: both }, [reveal('.glass-parts')]);
    },
    'glass-long': () => {
      const long = { ...here, text: texts.page.repeat(400) };
      return show(kept(long), { source: long }, [
        reveal('.glass-parts'),
        click('.glass-is-text .link'),
      ]);
    },
    'glass-gone': () => show({ kind: 'gone' }),
    'glass-nothing': () =>
      show({ kind: 'nothing' }, { turn: { ...answered, pricing: { kind: 'free' } } }),
    'glass-making': () => show(null, { turn: null }),
    'glass-interrupted': () =>
      show(kept(here), { turn: { ...answered, exchange: undefined } }, [end]),
  };
}

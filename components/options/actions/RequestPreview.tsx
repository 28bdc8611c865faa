import { useEffect, useState } from 'preact/hooks';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import { count } from '../../../utils/core/format';
import { type Model, modelOf } from '../../../utils/core/model';
import type { Request } from '../../../utils/core/prompt';
import { locale, t } from '../../../utils/i18n';
import type { PlannedAction } from '../../../utils/messages/action-messages';
import { EstimateLine } from '../../preview/EstimateLine';

interface Props {
  /** Null while it cannot be sent. */
  readonly draft: OwnAction | null;
  /** Models that can be asked. */
  readonly models: readonly Model[];
  readonly plan: (action: OwnAction) => Promise<PlannedAction>;
}

/** ms without typing before the request is made anew. */
const pause = 250;

/** The request that an action would send, with a text at hand, and what it would take. */
export function RequestPreview({ draft, models, plan }: Props) {
  const planned = usePlanned(draft, plan);
  const nameModel = (id: string) => modelOf(id, models).name;
  return (
    <details class="request-preview" open>
      <summary>{t('ownPreview')}</summary>
      {!draft && <p class="hint">{t('ownPreviewFaulty')}</p>}
      {draft && planned && (
        <>
          <p class="hint">
            {planned.of ? t('ownPreviewOf', { title: planned.of.title }) : t('ownPreviewSample')}
          </p>
          {planned.withheld && <p class="hint">{t('ownAddressWithheld')}</p>}
          <section
            class="request"
            dir="ltr"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={t('ownPreview')}
          >
            <pre>{written(planned.request)}</pre>
          </section>
          <EstimateLine estimate={planned.estimate} nameModel={nameModel} />
        </>
      )}
    </details>
  );
}

function usePlanned(draft: OwnAction | null, plan: Props['plan']): PlannedAction | null {
  const [planned, setPlanned] = useState<PlannedAction | null>(null);
  const wanted = draft && JSON.stringify(draft);
  useEffect(() => {
    if (!draft) return;
    let current = true;
    const timer = setTimeout(() => {
      const show = (found: PlannedAction) => current && setPlanned(found);
      void plan(draft).then(show, () => undefined);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return planned;
}

/** UTF-16 units of a text that are shown. */
const shown = 12_000;

/** As it would be sent, but for the middle of what is very long. */
function written(request: Request): string {
  const shorter = (_: string, value: unknown) =>
    typeof value === 'string' && value.length > shown
      ? `${value.slice(0, shown)} … (${t('ownPreviewRest', { count: count(locale(), value.length - shown) })})`
      : value;
  return JSON.stringify(request, shorter, 2);
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PdfMedia } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import './pages-picker.css';

interface Props {
  readonly media: PdfMedia;
  readonly onChoose: (from: number, to: number) => void;
}

/** Which pages of a PDF shall be sent. */
export function PagesPicker({ media, onChoose }: Props) {
  const { from, to, pages } = media;
  // What was chosen last counts, although the background has not answered yet.
  const chosen = useRef({ from, to });
  useLayoutEffect(() => {
    chosen.current = { from, to };
  }, [from, to]);
  const choose = (now: { readonly from: number; readonly to: number }) => {
    chosen.current = now;
    onChoose(now.from, now.to);
  };
  return (
    <fieldset class="pages-picker tabular">
      <legend>{t('pagesTitle')}</legend>
      <PageField
        label={t('pagesFrom')}
        value={from}
        last={pages}
        onPage={(page) => choose({ from: page, to: Math.max(page, chosen.current.to) })}
      />
      <PageField
        label={t('pagesTo')}
        value={to}
        last={pages}
        onPage={(page) => choose({ from: Math.min(page, chosen.current.from), to: page })}
      />
      <span>{t('pagesTotal', { pages })}</span>
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: number;
  readonly last: number;
  readonly onPage: (page: number) => void;
}

function PageField({ label, value, last, onPage }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // Only a new value is written: what is being typed meanwhile stays.
  useLayoutEffect(() => {
    if (field.current) field.current.value = String(value);
  }, [value]);
  return (
    <label>
      <span>{label}</span>
      <input
        ref={field}
        type="number"
        min={1}
        max={last}
        step={1}
        onChange={({ currentTarget }) => {
          const page = Math.min(last, Math.max(1, Math.round(currentTarget.valueAsNumber)));
          // What was typed and cannot be taken is replaced by what is.
          currentTarget.value = String(Number.isNaN(page) ? value : page);
          if (!Number.isNaN(page)) onPage(page);
        }}
      />
    </label>
  );
}

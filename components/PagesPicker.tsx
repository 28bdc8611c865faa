import type { PdfMedia } from '../utils/core/pdf/limits';
import { t } from '../utils/i18n';
import './pages-picker.css';

interface Props {
  readonly media: PdfMedia;
  readonly onChoose: (from: number, to: number) => void;
}

/** Which pages of a PDF shall be sent. */
export function PagesPicker({ media, onChoose }: Props) {
  const { from, to, pages } = media;
  return (
    <fieldset class="pages-picker tabular">
      <legend>{t('pagesTitle')}</legend>
      <PageField
        label={t('pagesFrom')}
        value={from}
        last={pages}
        onPage={(page) => onChoose(page, Math.max(page, to))}
      />
      <PageField
        label={t('pagesTo')}
        value={to}
        last={pages}
        onPage={(page) => onChoose(Math.min(from, page), page)}
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
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={last}
        step={1}
        value={String(value)}
        onChange={({ currentTarget }) => {
          const page = Math.min(last, Math.max(1, Math.round(currentTarget.valueAsNumber)));
          // What was typed and cannot be taken is replaced by what is.
          currentTarget.value = String(Number.isNaN(page) ? value : page);
          if (!Number.isNaN(page) && page !== value) onPage(page);
        }}
      />
    </label>
  );
}

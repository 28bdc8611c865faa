import { curlOf } from '../../utils/core/glass/curl';
import type { Sent } from '../../utils/core/glass/exchange';
import { t } from '../../utils/i18n';
import { CopyButton } from '../CopyButton';

interface Props {
  readonly body: string;
  readonly sent: Sent;
}

/** Copies the request whole, whatever of it is shown shortened. */
export function CopyRequest({ body, sent }: Props) {
  const write = (text: string) => navigator.clipboard.writeText(text);
  return (
    <footer class="foot glass-foot">
      <div class="bar">
        <CopyButton name={t('copyCurl')} text="" write={() => write(curlOf(sent, body))} />
        <CopyButton name={t('copyJson')} text={body} />
      </div>
      <p class="glass-hint">{t('glassCurlHint')}</p>
    </footer>
  );
}

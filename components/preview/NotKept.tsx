import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import '../text-field.css';

/** Says that a choice was not stored, and comes into sight: it may have been made further up. */
export function NotKept() {
  const said = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => said.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={said} class="fault" role="alert">
      <p>{t('problem_storage_failing')}</p>
      <p>{t('advice_storage_failing')}</p>
    </div>
  );
}

import { t } from '../utils/i18n';
import { IconButton } from './IconButton';

/** A popup closes with the next click on the page; beside it, the same stays. */
export function KeepOpen({ onClick }: { readonly onClick: () => void }) {
  return <IconButton icon="panel" label={t('keepOpen')} onClick={onClick} />;
}

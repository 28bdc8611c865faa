import { t } from '../../utils/i18n';
import type { Found, Part } from './search';
import { useInView } from './use-in-view';
import './contents.css';

interface Props {
  readonly parts: readonly Part[];
  readonly found: Found;
}

/** The sections by name, beside the page where there is room; the one that is read is marked. */
export function Contents({ parts, found }: Props) {
  const current = useInView(parts.map(({ id }) => id));
  return (
    <nav aria-label={t('sections')}>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id} hidden={!found.has(id)}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

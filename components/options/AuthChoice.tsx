import { type Auth, authStyles } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import { Choice } from './Choice';

interface Props {
  readonly chosen: Auth;
  readonly onChoose: (auth: Auth) => void;
}

/** How the key is sent. */
export function AuthChoice({ chosen, onChoose }: Props) {
  return (
    <Choice
      name="auth"
      legend={t('authLegend')}
      chosen={chosen}
      options={authStyles.map((value) => ({ value, label: authWords(value) }))}
      onChoose={onChoose}
    />
  );
}

export function authWords(auth: Auth): string {
  switch (auth) {
    case 'x-api-key':
      return 'x-api-key';
    case 'bearer':
      return t('authBearer');
    case 'none':
      return t('authNone');
  }
}

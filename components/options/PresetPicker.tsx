import { isLoopback } from '../../utils/core/base-url';
import { type Preset, type PresetNote, presets } from '../../utils/core/presets';
import { t } from '../../utils/i18n';
import { option } from '../SelectBox';
import { FormField } from './FormField';

interface Props {
  readonly chosen: Preset | null;
  /** Null: a server that is not in the list. */
  readonly onChoose: (preset: Preset | null) => void;
}

/** Services that are known, those on this computer first. */
export function PresetPicker({ chosen, onChoose }: Props) {
  const group = (label: string, members: readonly Preset[]) => (
    <optgroup label={label}>{members.map(({ id, name }) => option(id, name))}</optgroup>
  );
  const choose = (wanted: string) => onChoose(presets.find(({ id }) => id === wanted) ?? null);
  return (
    <FormField label={t('presetLabel')}>
      <select
        class="text-field"
        value={chosen?.id ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t('presetOwn')}</option>
        {group(
          t('presetLocal'),
          presets.filter(({ baseUrl }) => isLoopback(baseUrl)),
        )}
        {group(
          t('presetRemote'),
          presets.filter(({ baseUrl }) => !isLoopback(baseUrl)),
        )}
      </select>
    </FormField>
  );
}

const ollamaOrigins = 'OLLAMA_ORIGINS="chrome-extension://*,moz-extension://*"';

export function presetNote(note: PresetNote): string {
  switch (note) {
    case 'ollama-origins':
      return t('noteOllama', { variable: ollamaOrigins });
    case 'lm-studio-cors':
      return t('noteLmStudio');
    case 'own-models':
      return t('noteOwnModels');
  }
}

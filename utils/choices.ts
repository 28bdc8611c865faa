import type { Choices } from './plan';
import { readModels } from './store/models';
import { readSettings } from './store/settings';

/** The user's choices. `uiLanguage`: BCP 47, for answers unless another language was chosen. */
export async function readChoices(uiLanguage: string): Promise<Choices> {
  const [settings, models] = await Promise.all([readSettings(), readModels()]);
  const language = englishName(settings.answerLanguage ?? uiLanguage);
  return { model: settings.model, models, language };
}

function englishName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

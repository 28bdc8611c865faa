import { type ComponentChildren, render } from 'preact';
import { loadLanguage, type MessageKey, markDocument, t } from '../utils/i18n';
import { type Look, readLook, watchLook } from '../utils/store/look';
import './base.css';
import './tokens.css';

interface Beginning {
  /** BCP 47. */
  readonly browserLanguage: string;
  readonly title: MessageKey;
  readonly content: () => ComponentChildren;
}

/** Shows a view in the user's language and look, and again whenever those change. */
export async function startView(beginning: Beginning): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  await prepare(await readLook(), beginning);
  root.replaceChildren();
  render(beginning.content(), root);
  watchLook(async (look) => {
    await prepare(look, beginning);
    render(beginning.content(), root);
  });
}

async function prepare(look: Look, { browserLanguage, title }: Beginning): Promise<void> {
  await loadLanguage(look.uiLanguage ?? browserLanguage);
  markDocument(document.documentElement, look);
  document.title = t(title);
}

import { Fragment, render } from 'preact';
import { type Messages, markDocument, speak } from '../../utils/i18n';
import { reply, store } from './browser-stub';
import { arabic, english } from './data/texts';
import { glassStates } from './states-glass';
import { historyStates } from './states-history';
import { ledgerStates } from './states-ledger';
import { optionsStates } from './states-options';
import { paletteStates } from './states-palette';
import { popupStates } from './states-popup';
import { welcomeStates } from './states-welcome';
import { isPage } from './variants';
import '../../components/base.css';
import '../../components/tokens.css';
import './gallery.css';

declare global {
  interface Window {
    /** Names of all states, for whoever takes the pictures. */
    stateNames: readonly string[];
    show(name: string): void;
  }
}

const query = new URLSearchParams(location.search);
const language = query.get('language') ?? 'en';
const files = import.meta.glob<Messages>('../../public/_locales/*/messages.json', {
  import: 'default',
});
const messages =
  await files[`../../public/_locales/${language.replace('-', '_')}/messages.json`]?.();
if (!messages) throw new Error(`There is no language ${language}.`);
speak(language, messages);
markDocument(document.documentElement, { theme: 'system', textSize: 'normal' });

const states = {
  ...historyStates(language === 'ar' ? arabic : english),
  ...glassStates(language === 'ar' ? arabic : english),
  ...popupStates(language === 'ar' ? arabic : english),
  ...paletteStates(language === 'ar' ? arabic : english),
  ...ledgerStates(),
  ...optionsStates(),
  ...welcomeStates(),
};
// Loaded before any picture: the first answer would be taken while its lexer is still on the way.
await import('../../components/answer/markdown');
window.stateNames = Object.keys(states);

const root = document.getElementById('app');
window.show = (name) => {
  store({});
  reply({});
  document.body.className = isPage(name) ? '' : 'popup';
  if (root) render(<Fragment key={name}>{states[name]?.()}</Fragment>, root);
};
window.show(query.get('state') ?? '');

import { Fragment, render } from 'preact';
import ar from '../../public/_locales/ar/messages.json';
import en from '../../public/_locales/en/messages.json';
import { markDocument, speak } from '../../utils/i18n';
import { arabic, english } from './data/texts';
import { optionsStates } from './states-options';
import { popupStates } from './states-popup';
import { welcomeStates } from './states-welcome';
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
const inArabic = query.get('language') === 'ar';
speak(inArabic ? 'ar' : 'en', inArabic ? ar : en);
markDocument(document.documentElement, { theme: 'system', textSize: 'normal' });

const states = {
  ...popupStates(inArabic ? arabic : english),
  ...optionsStates(),
  ...welcomeStates(),
};
// Loaded before any picture: the first answer would be taken while its lexer is still on the way.
await import('../../components/answer/markdown');
window.stateNames = Object.keys(states);

const root = document.getElementById('app');
window.show = (name) => {
  document.body.className = /^(options|welcome)/.test(name) ? '' : 'popup';
  if (root) render(<Fragment key={name}>{states[name]?.()}</Fragment>, root);
};
window.show(query.get('state') ?? '');

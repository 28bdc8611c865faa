import { followUp } from './popup/follow-up';
import { palette } from './popup/palette';
import { places } from './popup/places';
import { shield } from './popup/shield';
import { sources } from './popup/sources';
import { textSize } from './popup/text-size';
import { describeTogether } from './suites';

// The order counts, as what is chosen is remembered: the shield for the site, then a length, then sources, then a language and
// the user's own menu.
describeTogether('the popup', [
  ['a follow-up', followUp],
  ['personal data', shield],
  ['the box, by keyboard alone', palette],
  ['an answer with its sources', sources],
  ['an action of the user’s own', places],
  ['each size of text', textSize],
]);

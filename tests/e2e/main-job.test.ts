import { history } from './main-job/history';
import { news } from './main-job/news';
import { ownActions } from './main-job/own-actions';
import { runs } from './main-job/runs';
import { writeBack } from './main-job/write-back';
import { describeTogether } from './suites';

// The order counts: the history is to hold its own answers alone, then a model and a language are chosen, and an action of
// one's own stands in the menu from then on.
describeTogether('the main job', [
  ['the history', history],
  ['runs', runs],
  ['an answer for the page', writeBack],
  ['what the button tells', news],
  ['an action of one’s own', ownActions],
]);

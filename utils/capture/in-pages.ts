import { putText } from './put-text';
import { showPassage } from './show-passage';

/** What is done in pages at a click in a view. */
export const inPages = { putText, showPassage };

import { captureLimit } from '../core/source/source';
import { clean } from '../page/captured';
import type { Capture } from './capture';

/** The source that a text is which the user pasted: cleaned like one that was captured, of no page and no title. */
export function pasted(raw: string): Capture {
  const cleaned = clean(raw, captureLimit);
  if (cleaned.text === '') return { kind: 'problem', problem: { kind: 'nothing-selected' } };
  return {
    kind: 'source',
    source: {
      kind: 'pasted',
      ...cleaned,
      title: '',
      address: '',
      language: null,
      whole: null,
      unsure: false,
      media: null,
    },
  };
}

import type { Amend } from '../../../components/preview/use-amended';

const nothing = () => undefined;

/** Where nobody changes what would be sent. */
export const noAmends: Amend = {
  edit: nothing,
  shield: nothing,
  again: nothing,
  pick: nothing,
  take: nothing,
  pages: nothing,
  undo: null,
};

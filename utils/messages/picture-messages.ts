import type { Preview } from './preview-messages';

/** What a view can ask about the largest picture in view of a tab: what could be sent of it, and whether there is one. */
export type PictureCommand =
  | { readonly kind: 'preview-picture'; readonly tabId: number }
  | { readonly kind: 'has-picture'; readonly tabId: number };

export interface PictureReplies {
  readonly 'preview-picture': Preview;
  readonly 'has-picture': boolean;
}

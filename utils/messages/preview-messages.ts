import type { BuiltInId } from '../core/actions/action';
import type { Picked } from '../core/estimate/compare';
import type { Estimate } from '../core/estimate/estimate';
import type { Problem } from '../core/problem';
import type { Found } from '../core/shield/shield';
import type { Source, Wanted } from '../core/source/source';

/** What a view can ask about what could be sent of a tab. */
export type PreviewCommand =
  | {
      readonly kind: 'preview';
      readonly tabId: number;
      readonly wants: Wanted;
      /** The site that the user has just let us read for it, and no longer. */
      readonly lent?: string | undefined;
    }
  /** What the user pasted instead of a page that cannot be read. */
  | { readonly kind: 'preview-pasted'; readonly tabId: number; readonly text: string }
  /** The same source once more: as the user has edited it, with the shield up or down, or of a model that was picked. */
  | {
      readonly kind: 'preview-source';
      readonly tabId: number;
      readonly source: Source;
      readonly shielded: boolean;
      readonly picked?: Picked | undefined;
    };

/** What a preview shows: what could be sent, or why there is nothing. */
export type Preview = ReadyPreview | { readonly kind: 'problem'; readonly problem: Problem };

/** The source and, per action, what it would take. */
export interface ReadyPreview {
  readonly kind: 'source';
  readonly source: Source;
  /** What leaves instead, while the shield is up. */
  readonly shielded: {
    readonly title: string;
    readonly text: string;
    readonly around?: string | undefined;
    readonly found: readonly Found[];
  } | null;
  /** The user hides personal data on its site, and in this nothing can be hidden. */
  readonly unshielded?: boolean | undefined;
  /** Its window is private: nothing is kept of its site. */
  readonly isPrivate?: boolean | undefined;
  /** BCP 47, as found in the text, else as declared. */
  readonly language: string | null;
  /** Id of the action that is offered first; null: the usual one. */
  readonly wanted: string | null;
  /** Whether an answer would come from a model that has a key, or needs none. */
  readonly hasKey: boolean;
  /** What the estimates are for; absent: what is usually asked. */
  readonly picked?: Picked | undefined;
  /** By the action's id. */
  readonly estimates: Readonly<Record<BuiltInId, Estimate> & Record<string, Estimate>>;
}

export interface PreviewReplies {
  readonly preview: Preview;
  readonly 'preview-source': Preview;
  readonly 'preview-pasted': Preview;
}

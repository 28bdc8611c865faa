import type { Part } from './fit';
import type { Size } from './image';

/** Where a text, or what stands for one, was taken from. */
export const sourceKinds = [
  'selection',
  /** The main content of a page. */
  'page',
  /** All that can be seen of a page: the user wanted it, or no main content was found. */
  'everything',
  /** The main content of a page that a link leads to. */
  'link',
  'pasted',
  'image',
  'pdf',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What was captured, with what is needed to name it. Lengths are UTF-16 units. */
export interface Source {
  readonly kind: SourceKind;
  /** Normalised; empty only where `media` stands for it. */
  readonly text: string;
  /** The main content of the page that a selection stands in, for actions that read both; absent: it was not read. */
  readonly around?: string | undefined;
  readonly title: string;
  /** Kept to show and to group by; sent only where an action of the user's own names it. */
  readonly address: string;
  /** BCP 47, as the page declares it; null when it does not. */
  readonly language: string | null;
  /** Invisible characters that were dropped. */
  readonly hidden: number;
  /** UTF-16 units beyond `captureLimit` that were left out. */
  readonly cut: number;
  /** UTF-16 units of all that can be seen on the page that the text was taken from; null where that says nothing. */
  readonly whole: number | null;
  /** Whether the main content may have been missed; of a selection, its end. */
  readonly unsure: boolean;
  /** Address of a frame of another site that takes a large part of the page and was not read; absent: none. */
  readonly frame?: string | undefined;
  readonly media: Media | null;
  /** Where the text can be written to; absent: nowhere, or it is not the text as it stands there. */
  readonly place?: EditablePlace | undefined;
  /** Which part of a longer text this is; absent: all of it. */
  readonly part?: Part | undefined;
}

/** `field`: an input or a text area; `rich`: what is edited as a whole, as in editors. */
export const editableKinds = ['field', 'rich'] as const;
export type EditableKind = (typeof editableKinds)[number];

/** Something on a page that its user can write to. */
export interface EditablePlace {
  readonly kind: EditableKind;
  /** The browser's number of the frame; 0: the page itself. */
  readonly frameId: number;
  /** By which the page knows it again; absent: it was not remembered. */
  readonly mark?: number | undefined;
}

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;

/** What is sent in the place of a text. Its bytes lie in `store/files.ts`; sizes in pixels, pages from 1, both ends included. */
export type Media = ImageMedia | PdfMedia;

export interface ImageMedia {
  readonly kind: 'image';
  readonly type: (typeof imageTypes)[number];
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** What it was scaled down from; absent: it was not. */
  readonly original?: Size | undefined;
  /** Taken from the screen, with all that lies over it. */
  readonly asSeen?: boolean | undefined;
  /** Of a kind that may move: one frame of it. */
  readonly oneFrame?: boolean | undefined;
}

export interface PdfMedia {
  readonly kind: 'pdf';
  readonly file: string;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** The source that a picture or a PDF is: there is no text in it to be read here. */
export function mediaSource<M extends Media>(
  media: M,
  about: Pick<Source, 'title' | 'address'>,
): Source & { readonly media: M } {
  return {
    ...about,
    kind: media.kind,
    text: '',
    language: null,
    hidden: 0,
    cut: 0,
    whole: null,
    unsure: false,
    media,
  };
}

/**
 * What in a tab is wanted; `selection`: that alone; `page`: its main content, whatever is selected; `everything`: all that
 * can be seen of it.
 */
export const wanted = ['selection-or-page', 'selection', 'page', 'everything'] as const;
export type Wanted = (typeof wanted)[number];

/** What is to be captured: enough to capture it again. */
export type Aim =
  /** `around`: with a selection also the page that it stands in. */
  | { readonly kind: 'tab'; readonly wants: Wanted; readonly around?: boolean | undefined }
  /** `address`: where the link leads, as the browser told it. */
  | { readonly kind: 'link'; readonly address: string }
  /**
   * `address`: as the browser told it of the click, cut at `pictureAddressLimit`; empty: it did not; null: the largest
   * picture in view.
   * `origin`: whose leave it takes to read it, if anybody's.
   */
  | {
      readonly kind: 'image';
      readonly address: string | null;
      readonly frameId: number;
      readonly origin: string | null;
    };

export const usualAim: Aim & { readonly kind: 'tab' } = { kind: 'tab', wants: 'selection-or-page' };

/** UTF-16 units of text that are captured at most: about the context of the largest models. */
export const captureLimit = 4_000_000;

/** UTF-16 units after which Firefox cuts what it tells of a selection, without a word. */
export const toldLimit = 16_384;

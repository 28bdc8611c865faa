import type { Language } from '../../utils/core/language';

/** Messages that are rightly the same as in English, by key: names, and words that both languages share. */
export const sameAsEnglish: Readonly<
  Record<Exclude<Language, 'en'> | 'everywhere', readonly string[]>
> = {
  everywhere: ['extName', 'kind_pdf'],
  ar: [],
  de: ['format', 'languageAuto', 'showDetails', 'endpointName', 'sizeNormal'],
  es: [
    'tokens_one',
    'tokens_other',
    'aboutTokens_one',
    'aboutTokens_other',
    'languageAuto',
    'endpointsLegend',
    'sizeNormal',
    'tone_formal',
    'totalCost',
  ],
  fr: [
    'format',
    'kind_image',
    'kind_page',
    'pages_one',
    'pages_other',
    'tokens_one',
    'tokens_other',
    'aboutTokens_one',
    'aboutTokens_other',
    'languageAuto',
    'options',
    'sections',
    'presetLabel',
    'actionsSection',
    'ownEffort',
  ],
  ja: [],
  'pt-BR': [
    'foundEmails_one',
    'foundEmails_other',
    'tokens_one',
    'tokens_other',
    'aboutTokens_one',
    'aboutTokens_other',
    'languageAuto',
    'endpointsLegend',
    'sizeNormal',
    'tone_formal',
    'totalCost',
  ],
  'zh-CN': [],
};

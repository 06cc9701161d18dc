/** Languages of the screens. Traditional Chinese and English are equal; more are added as catalogues (messages/README.md). */
export const LOCALES = ['zh-Hant', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const CONTRASTS = ['paper', 'high', 'glare'] as const;
export type Contrast = (typeof CONTRASTS)[number];

import type { PlatformText } from '../schema/texts.ts';

const SEVERE_WEATHER = {
  text: {
    'zh-Hant': '如懸掛八號或以上風球，或發出黑色暴雨警告，積金易有特別安排，請致電 183 2622 查詢。',
    en: 'eMPF has special arrangements for gale and black rainstorm days. Please call 183 2622 to ask.',
  },
  from: '2024-06-26',
  to: null,
  source: 'sourced',
} as const;

/** facts/domain.md §3d: that there is an arrangement is sourced; what it is, is not known. */
export const TEXTS: PlatformText[] = [
  { id: 'severe-weather-switch', shownAt: 'fund-switch', ...SEVERE_WEATHER },
  { id: 'severe-weather-mandate', shownAt: 'mandate', ...SEVERE_WEATHER },
];

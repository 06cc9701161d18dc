import type { Locale } from '../../domain/locale.ts';

/** What a demo member does: which invented card they carry and what they answer. Contact data are invented too. */
export interface Member {
  readonly visit: number;
  readonly locale: Locale;
  readonly document: string;
  readonly contact:
    | { readonly channel: 'mobile'; readonly mobile: string }
    | { readonly channel: 'email'; readonly email: string }
    | { readonly channel: 'post'; readonly lines: readonly string[]; readonly district: string };
}

export const MEMBERS: readonly Member[] = [
  { visit: 1, locale: 'zh-Hant', document: 'adult-01', contact: { channel: 'mobile', mobile: '61234567' } },
  { visit: 2, locale: 'en', document: 'adult-02', contact: { channel: 'email', email: 'm2@example.com' } },
  {
    visit: 3,
    locale: 'zh-Hant',
    document: 'adult-03',
    contact: { channel: 'post', lines: ['FLAT 8 12F', '1 SAMPLE STREET'], district: 'kwun-tong' },
  },
  { visit: 4, locale: 'en', document: 'adult-04', contact: { channel: 'mobile', mobile: '69876543' } },
  { visit: 5, locale: 'zh-Hant', document: 'adult-05', contact: { channel: 'mobile', mobile: '92345678' } },
  { visit: 6, locale: 'en', document: 'adult-06', contact: { channel: 'mobile', mobile: '51234568' } },
  { visit: 7, locale: 'zh-Hant', document: 'adult-07', contact: { channel: 'mobile', mobile: '93456789' } },
  { visit: 8, locale: 'en', document: 'adult-08', contact: { channel: 'mobile', mobile: '98765432' } },
];

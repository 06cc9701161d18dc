import type { Locale } from '../locale.ts';

/** Whom a member may ask to see or correct personal data (PDPO; facts/wording.md, *Notice before collection*). */
export interface NoticeContact {
  readonly jobTitle: string;
  readonly address: string;
}

/**
 * SAMPLE. The operator replaces these words before any member sees them; they say themselves that they are a sample,
 * so that nobody writes to an address we made up.
 */
export const SAMPLE_NOTICE_CONTACT: Readonly<Record<Locale, NoticeContact>> = {
  'zh-Hant': { jobTitle: '個人資料主任（樣本）', address: '地址由營運機構填上（樣本）' },
  en: { jobTitle: 'Personal Data Officer (sample)', address: 'address to be given by the operator (sample)' },
};

import type { MismatchEvidence } from '../schema/mismatch.ts';

const FROM = '2024-06-26';
const NAME = ['surname', 'given-names', 'name-order'] as const;

/**
 * facts/domain.md §3e: that a change of name or birth date needs documentary proof is general knowledge, and so is
 * which papers prove it; the platform's own list was not found.
 */
export const MISMATCH_EVIDENCE: MismatchEvidence[] = [
  {
    id: 'identity-card',
    settles: [...NAME, 'date-of-birth'],
    text: { 'zh-Hant': '香港身份證', en: 'Hong Kong identity card' },
    from: FROM,
    to: null,
    source: 'general-knowledge',
  },
  {
    id: 'record-seen',
    settles: [...NAME, 'date-of-birth'],
    text: {
      'zh-Hant': '印有另一寫法的強積金文件，例如結單、信件或僱傭合約',
      en: 'MPF paper with the other details, such as a statement, a letter or your employment contract',
    },
    from: FROM,
    to: null,
    source: 'general-knowledge',
  },
  {
    id: 'deed-poll',
    settles: [...NAME],
    text: {
      'zh-Hant': '如曾改名：改名契，或入境處發出的登記事項證明書',
      en: 'If you changed your name: the deed poll, or a Certificate of Registered Particulars from Immigration',
    },
    from: FROM,
    to: null,
    source: 'general-knowledge',
  },
  {
    id: 'birth-certificate',
    settles: ['date-of-birth'],
    text: {
      'zh-Hant': '出生證明書，或入境處發出的登記事項證明書',
      en: 'Birth certificate, or a Certificate of Registered Particulars from Immigration',
    },
    from: FROM,
    to: null,
    source: 'general-knowledge',
  },
];

import type { ROLES } from '../catalogue/kinds/employer-registration/rules.ts';
import type { FORMS, ROUTES } from '../catalogue/kinds/employer-registration/vocabulary.ts';
import { plainText } from '../table/headings.ts';

/** How people write what the pages offer to choose, besides the code itself. */
const WORDS = {
  form: {
    incorporated: ['limited company', 'hong kong company', '在香港成立的公司', '香港公司', '有限公司'],
    'non-hong-kong': [
      'registered non hong kong company',
      'non hong kong company',
      '非香港公司',
      '已註冊的非香港公司',
    ],
    unincorporated: [
      'sole proprietor or partnership',
      'sole proprietor',
      'partnership',
      '獨資或合夥',
      '獨資',
      '合夥',
    ],
  } satisfies Record<(typeof FORMS)[number], readonly string[]>,
  role: {
    'company-authorised': ['company authorised person', 'cap', '公司獲授權人'],
    'scheme-authorised': ['scheme authorised person', '計劃獲授權人'],
    'other-user': ['another user', '其他用戶'],
    none: ['none of these', '以上都不是'],
  } satisfies Record<(typeof ROLES)[number], readonly string[]>,
  route: {
    'company-papers': [
      'certificates',
      'certificates and appointment form',
      '公司證書',
      '證書',
      '公司證書和委任表格',
    ],
    'trustee-document': ['trustee', 'document of the trustee', '受託人文件', '受託人發出的文件'],
  } satisfies Record<(typeof ROUTES)[number], readonly string[]>,
} as const;

export type ChoiceColumn = keyof typeof WORDS;
type ChoiceOf<Column extends ChoiceColumn> = keyof (typeof WORDS)[Column];

/** What a cell chooses, by its code or in words of either language; null when it is none of them. */
export function choiceIn<Column extends ChoiceColumn>(column: Column, cell: string): ChoiceOf<Column> | null {
  const said = plainText(cell);
  const words: Readonly<Record<string, readonly string[]>> = WORDS[column];
  const found = Object.entries(words).find(([code, others]) =>
    [code, ...others].some((word) => plainText(word) === said),
  );
  return found === undefined ? null : (found[0] as ChoiceOf<Column>);
}

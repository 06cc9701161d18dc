import type { mandateChange as english } from '../../en/instructions/mandate-change.ts';

/** 更改日後供款的投資。 */
export const mandateChange = {
  'kind.mandate-change.name': '更改日後供款投資',
  'kind.mandate-change.help': '選擇日後供款投放到哪些基金。',
  'declaration.mandate-change': '這個選擇由我自行決定。請按所示投資我日後的供款；現有結餘不變。',
  'receipt.mandate-change': '這項指示更改日後供款的投資，現有結餘不變。',

  'ask.mandate-change.effect.heading': '何時生效',
  'ask.mandate-change.effect.help': '只適用於日後存入的錢。',
  'ask.mandate-change.effect.future-only':
    '這項指示適用於日後供款及轉入的錢，現有結餘不變。如要轉換現有結餘，請用「轉換基金」。',
} as const satisfies Record<keyof typeof english, string>;

import { type Failure, fail, ok, type Result } from '../result.ts';
import { isRealIsoDate } from '../time.ts';
import { parseMoney, plainMoney } from '../money/money.ts';
import type { Ask } from './ask.ts';

/** What can be wrong with the shape of an answer; message `rule.<code>`. */
export const SHAPE_ERRORS = [
  'answer-needed',
  'choose-one-of-these',
  'too-long',
  'figures-only',
  'email-shape',
  'date-shape',
  'percentage-not-whole',
  'percentages-not-100',
  'nothing-chosen-twice',
  'read-first',
  'money-format',
  'money-negative',
  'money-decimals',
  'money-too-large',
] as const;
type ShapeError = (typeof SHAPE_ERRORS)[number];

type Checked = Result<string, Failure<ShapeError>>;

const MOST_CHARACTERS_A_LINE = 80;

/** Whether a text is an answer to what was asked, and that answer in its normal form (see `Ask`). */
export function checkShape(ask: Ask, raw: string): Checked {
  const text = raw.normalize('NFKC').trim();
  switch (ask.type) {
    case 'choice':
      return ask.options.some(({ code }) => code === text) ? ok(text) : fail('choose-one-of-these');
    case 'several':
      return several(
        text,
        ask.options.map(({ code }) => code),
      );
    case 'text':
      return typed(ask, raw);
    case 'money': {
      if (text === '') return fail('answer-needed');
      const amount = parseMoney(text);
      return amount.ok ? ok(plainMoney(amount.value)) : amount;
    }
    case 'date':
      if (text === '') return fail('answer-needed');
      return isRealIsoDate(text) ? ok(text) : fail('date-shape');
    case 'allocation':
      return allocation(
        text,
        ask.options.map(({ code }) => code),
      );
    case 'file':
    case 'company-list':
      return text === '' ? fail('answer-needed') : ok(text);
    case 'statement':
      return text === 'read' || ask.platform !== undefined ? ok(text) : fail('read-first');
  }
}

function several(text: string, codes: readonly string[]): Checked {
  const chosen = text === '' ? [] : text.split(',');
  if (!chosen.every((code) => codes.includes(code))) return fail('choose-one-of-these');
  return ok(codes.filter((code) => chosen.includes(code)).join(','));
}

function typed(ask: Extract<Ask, { readonly type: 'text' }>, raw: string): Checked {
  const lines = raw
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim())
    .filter((line) => line !== '');
  const text = lines.join('\n');
  if (text === '') return ask.optional ? ok('') : fail('answer-needed');
  if (lines.length > ask.lines || lines.some((line) => line.length > MOST_CHARACTERS_A_LINE)) {
    return fail('too-long', { most: MOST_CHARACTERS_A_LINE, lines: ask.lines });
  }
  if (ask.keyboard === 'digits') {
    const digits = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
    return /^\d+$/.test(digits) ? ok(digits) : fail('figures-only');
  }
  if (ask.keyboard === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return fail('email-shape');
  return ok(text);
}

function allocation(text: string, codes: readonly string[]): Checked {
  if (text === '') return fail('answer-needed');
  const parts = text.split(',').map((part) => part.split('='));
  const shares = new Map<string, number>();
  for (const [code = '', percentage = ''] of parts) {
    if (!codes.includes(code)) return fail('choose-one-of-these');
    if (shares.has(code)) return fail('nothing-chosen-twice');
    // Whole numbers only, facts/domain.md §3d.
    if (!/^(?:[1-9]\d?|100)$/.test(percentage)) return fail('percentage-not-whole');
    shares.set(code, Number(percentage));
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  if (total !== 100) return fail('percentages-not-100', { total });
  const inOrder = codes.filter((code) => shares.has(code));
  return ok(inOrder.map((code) => `${code}=${String(shares.get(code))}`).join(','));
}

import { parseMoney, hongKongDollars } from '../money/money.ts';
import { type Ask, type Label, literal, message } from './ask.ts';
import type { Facts } from './definition.ts';
import type { Page } from './pages.ts';

/** An answer as the review page says it, line by line. */
export function describe(page: Page, value: string, facts: Facts): readonly Label[] {
  return page.step.describe?.(value, facts, page.index) ?? inWords(page.step.ask(facts, page.index), value);
}

function inWords(ask: Ask, value: string): readonly Label[] {
  const named = (code: string): Label =>
    ('options' in ask ? ask.options.find((option) => option.code === code)?.label : undefined) ??
    literal(code);
  switch (ask.type) {
    case 'choice':
      return [named(value)];
    case 'several':
      return value === '' ? [message('review.none')] : value.split(',').map(named);
    case 'text':
      return value === '' ? [message('review.none')] : value.split('\n').map(literal);
    case 'money': {
      const amount = parseMoney(value);
      return [literal(amount.ok ? hongKongDollars(amount.value) : value)];
    }
    case 'date':
      return [literal(value)];
    case 'allocation':
      return value.split(',').flatMap((part) => {
        const [code = '', percentage = ''] = part.split('=');
        return [named(code), literal(`${percentage}%`)];
      });
    case 'file':
    case 'company-list':
    case 'statement':
      return [];
  }
}

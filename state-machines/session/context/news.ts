import type { ItemState } from '../../../domain/terminal/ports/queue/submission.ts';
import type { ReceiptState } from '../../../domain/terminal/view/screens/submission.ts';
import type { ItemNews } from './visit.ts';

/** How far along each state is; the platform may decide more than once (domain/wire/outcomes.ts). */
const NEWS_ORDER: Readonly<Record<ReceiptState, number>> = {
  kept: 0,
  received: 1,
  'needs-correction': 2,
  accepted: 3,
  rejected: 3,
  superseded: 4,
  cancelled: 4,
};

/** News only ever moves forward: a repeated or late event never takes a receipt back. */
export function isNewer(before: ItemNews | null, state: ItemState): state is ReceiptState {
  if (state === 'parked' || state === 'expired') return false;
  return before === null || NEWS_ORDER[state] > NEWS_ORDER[before.state];
}

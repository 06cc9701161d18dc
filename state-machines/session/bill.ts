import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { BillStanding } from '../../domain/wire/bill.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import type { BillWaitOutput } from '../bill-wait.machine.ts';
import { isNewer } from './context/news.ts';
import type { SessionContext } from './context/context.ts';
import type { Visit } from './context/visit.ts';

function isBilled(request: SubmitRequest | null): boolean {
  if (request === null || request.kind !== 'employer-remittance') return false;
  const definition = definitionOf(request.kind);
  const details = definition.details.safeParse(request.payload.details);
  return details.success && definition.isBilled?.(details.data) === true;
}

/** What is known as the receipt comes up. */
export function billAtReceipt({ visit, online }: SessionContext): BillStanding {
  if (!isBilled(visit.request)) return null;
  return online ? 'waiting' : 'later';
}

/** Reference and code of what is waited for; null: nothing is. */
export function billWaitedFor({
  visit: { bill, request, kept },
}: SessionContext): { readonly reference: string; readonly code: string } | null {
  if (bill !== 'waiting' || kept === null || request === null || !('enquiryCode' in request.payload))
    return null;
  return { reference: kept.reference, code: request.payload.enquiryCode };
}

/** The platform's answer is also news of what was left: accepted, or why not. */
export function afterBillWait({ bill, news }: Visit, answer: BillWaitOutput): Partial<Visit> {
  if (bill !== 'waiting') return {};
  if (answer === null) return { bill: 'later' };
  const { status, code: outcome, receivedAt } = answer;
  return {
    bill: answer.bill ?? null,
    ...(isNewer(news, status) ? { news: { state: status, receivedAt, outcome } } : {}),
  };
}

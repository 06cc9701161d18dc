import { isNewer } from '../context/news.ts';
import type { SessionContext } from '../context/context.ts';
import { billAtReceipt } from '../bill.ts';
import { instructionRequest, registrationRequest, withdrawalRequest } from '../requests.ts';
import { ofVisit, type At } from './of-visit.ts';
import { shown } from './shown.ts';

/** From the declaration to the receipt. */
export const submissionUpdates = {
  makeSubmissionId: ofVisit(({ context }) => ({
    submissionId:
      context.visit.submissionId ??
      context.visit.later.takenUp?.submissionId ??
      context.outside.ports.newId(),
  })),
  /** The store said that nothing was kept: what is sent next may differ, so it gets another id. */
  dropRequest: ofVisit(() => ({ submissionId: null, request: null, fault: null, news: null })),
  declare: ofVisit(({ context }) => ({
    request: registrationRequest(context, shown(context, 'declaration'), () =>
      context.outside.ports.newEnquiryCode(),
    ),
  })),
  declareInstruction: ofVisit(({ context }) => ({
    request: instructionRequest(context, shown(context, 'declaration')),
  })),
  declareWithdrawal: ofVisit(({ context }) => ({ request: withdrawalRequest(context.visit) })),
  forgetFault: ofVisit(() => ({ fault: null })),
  storeSilent: ofVisit(() => ({ fault: { code: 'unavailable', certain: false } })),
  noteNews: ofVisit(({ context: { visit }, event }) => {
    if (event.type !== 'ITEM' || !isNewer(visit.news, event.state)) return {};
    const { state, receivedAt, outcome, bill = null } = event;
    return { news: { state, receivedAt, outcome }, ...(bill === null ? {} : { bill }) };
  }),
  awaitBill: ofVisit(({ context }) => ({ bill: context.visit.bill ?? billAtReceipt(context) })),
  /** The store had not answered in time, but its news says that the submission is there after all. */
  keptAfterAll: ofVisit(({ context, event }) =>
    event.type === 'ITEM'
      ? {
          fault: null,
          kept: { id: event.id, reference: event.reference, keptAt: context.outside.ports.now() },
        }
      : {},
  ),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

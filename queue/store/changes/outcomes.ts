import { fail, ok } from '../../../domain/result.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import type { Context, Now } from '../context.ts';
import type { AppliedOutcome, AppliedPage, PlatformSide } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { columnsOf } from '../submission.ts';
import { isLegalChange } from '../submission-states.ts';

/** Kept on disk no more often than this, in milliseconds of uptime; staff read it in minutes. */
const CONTACT_EVERY_MS = 60_000;
const CONTACT_FACT = 'last-contact';

type Decided = 'changed' | 'as-before' | 'pending' | 'unknown';

/** Puts an outcome into a row that has a receipt, where that is a legal change; in the caller's transaction. */
export function decideReceived(session: Session, id: string, outcome: Outcome): Decided {
  const row = session.statements.stateOf.get(id);
  if (row === undefined) return 'unknown';
  if (row.state === 'kept' || row.state === 'sending') return 'pending';
  if (row.received_at === null) return 'as-before';
  const { outcome: code, by } = columnsOf(outcome);
  // Asked for another correction: the same state with another code.
  const legal = row.state === outcome.state ? code !== row.outcome : isLegalChange(row.state, outcome.state);
  if (!legal) return 'as-before';
  session.statements.decide.run(outcome.state, code, by, row.sequence);
  return 'changed';
}

function auditOutcome(session: Session, id: string, outcome: Outcome, now: Now): void {
  const { outcome: code } = columnsOf(outcome);
  const detail = { id, state: outcome.state, ...(code === null ? {} : { outcome: code }) };
  session.audit.append({ event: 'submission.outcome', actor: 'system', detail }, now.place);
}

function applyPage(
  session: Session,
  outcomes: Parameters<PlatformSide['applyOutcomes']>[0]['outcomes'],
  from: number,
  now: Now,
): AppliedPage {
  const applied: AppliedOutcome[] = [];
  let cursor = from;
  for (const decision of outcomes) {
    if (decision.cursor <= cursor) continue;
    const { id, outcome } = decision;
    const decided = decideReceived(session, id, outcome);
    if (decided === 'pending') break;
    cursor = decision.cursor;
    if (decided !== 'changed') continue;
    auditOutcome(session, id, outcome, now);
    const row = session.statements.stateOf.get(id);
    if (row === undefined) throw new Error('a row vanished inside a transaction');
    applied.push({
      id,
      reference: row.reference,
      state: outcome.state,
      outcome,
      receivedAt: row.received_at,
    });
  }
  if (cursor !== from) session.statements.setCounter.run(cursor, 'outcomes');
  return { applied, cursor };
}

/** What the platform decided, and when it was last heard of. */
export function platformSide({ store, now }: Context): PlatformSide & {
  readonly lastContact: (session: Session) => string | null;
} {
  let contact: { readonly at: string; readonly writtenAt: number } | null = null;

  return {
    settle: (id, outcome) =>
      store.write((session) => {
        if (decideReceived(session, id, outcome) !== 'changed') return fail('not-received');
        auditOutcome(session, id, outcome, now());
        return ok(null);
      }),

    applyOutcomes: (page) =>
      store.write((session) => {
        const cursor = session.statements.counter.get('outcomes')?.value ?? 0;
        if (page.after > cursor) return fail('cursor-differs', { cursor });
        return ok(applyPage(session, page.outcomes, cursor, now()));
      }),

    outcomesCursor: () => store.read((session) => session.statements.counter.get('outcomes')?.value ?? 0),

    noteContact(at) {
      const { uptime } = now();
      const due = contact === null || uptime - contact.writtenAt >= CONTACT_EVERY_MS;
      contact = { at, writtenAt: due ? uptime : (contact?.writtenAt ?? uptime) };
      if (!due) return;
      store.write((session) => {
        session.statements.setFact.run(CONTACT_FACT, at);
        return ok(null);
      });
    },

    lastContact: (session) => contact?.at ?? session.statements.fact.get(CONTACT_FACT)?.value ?? null,
  };
}

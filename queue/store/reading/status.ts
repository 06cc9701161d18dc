import type { Context } from '../context.ts';
import type { QueueCounts, QueueStatus, Reading } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { storedSubmission } from '../submission.ts';
import { PENDING_STATES, SUBMISSION_STATES, type SubmissionState } from '../submission-states.ts';
import { countUnsentReports } from '../work/work.ts';
import { ATTACHMENT_STATES, type AttachmentState } from '../attachments/attachment-states.ts';

const NO_LIMIT = -1;
/** The values of `turn` (migrations/0002-whole-life.ts). */
const TURNS = [0, 1, 2];

/** The oldest that is kept or being sent: a few looks into the index, however much is stored. */
export function oldestPending(
  session: Session,
): { readonly sequence: number; readonly kept_budget: number } | null {
  const { firstPending } = session.statements;
  const found: { readonly sequence: number; readonly kept_budget: number }[] = [];
  for (const turn of TURNS) {
    let first = firstPending.get(turn, -1);
    while (first !== undefined) {
      found.push(first);
      first = firstPending.get(turn, first.priority);
    }
  }
  return found.sort((a, b) => a.sequence - b.sequence)[0] ?? null;
}

export function reading({ store }: Context, lastContact: (session: Session) => string | null): Reading {
  return {
    get: (id) =>
      store.read((session) => {
        const row = session.statements.byId.get(id);
        return row === undefined ? null : storedSubmission(row);
      }),
    byReference: (reference) =>
      store.read((session) => {
        const row = session.statements.byReference.get(reference);
        return row === undefined ? null : storedSubmission(row);
      }),
    sealedOf: (id) => store.read((session) => session.statements.sealedOf.get(id)?.sealed ?? null),
    list: ({ after = 0, limit = NO_LIMIT, state } = {}) =>
      store.read((session) =>
        session.statements.list.all({ after, limit, state: state ?? null }).map(storedSubmission),
      ),
    counts: () => store.read(readCounts),
    status: () => store.read((session) => readStatus(session, lastContact(session))),
  };
}

function counters(session: Session): (name: string) => number {
  const found = new Map(session.statements.counters.all().map((row) => [row.name, row.value]));
  return (name) => {
    const value = found.get(name);
    if (value === undefined) throw new Error(`counter ${name} is missing`);
    return value;
  };
}

function readCounts(session: Session): QueueCounts {
  const of = counters(session);
  const pending = of('state:pending');
  const sending = session.leases.count();
  const states = Object.fromEntries(
    SUBMISSION_STATES.filter((state) => !isPending(state)).map((state) => [state, of(`state:${state}`)]),
  );
  const attachments = Object.fromEntries(
    ATTACHMENT_STATES.map((state) => [state, of(`attachment:${state}`)]),
  );
  return {
    ...(states as Record<Exclude<SubmissionState, PendingState>, number>),
    kept: pending - sending,
    sending,
    pending,
    exported: of('exported'),
    attachments: attachments as Record<AttachmentState, number>,
  };
}

type PendingState = (typeof PENDING_STATES)[number];

function isPending(state: SubmissionState): state is PendingState {
  return PENDING_STATES.some((pending) => pending === state);
}

function readStatus(session: Session, lastContact: string | null): QueueStatus {
  const { pending, parked, exported, attachments } = readCounts(session);
  return {
    pending,
    parked,
    exported,
    attachments: attachments.kept + attachments.sending + attachments.parked,
    oldestPendingBudget: oldestPending(session)?.kept_budget ?? null,
    lastContact,
    reports: countUnsentReports(session),
  };
}

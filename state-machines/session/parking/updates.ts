import type { TakeUpFault, ParkFault } from '../../../domain/codes.ts';
import type { Draft } from '../../../domain/parking/draft.ts';
import { holderOfParams } from '../../../domain/parking/held-by.ts';
import { reopenInstruction, reopenRegistration } from '../../../domain/parking/reopen.ts';
import type { Failure, Result } from '../../../domain/result.ts';
import { firstOpenStep } from '../../../domain/registration/steps.ts';
import type { Parked } from '../../../domain/terminal/ports/queue/parking.ts';
import { hongKongDate } from '../../../domain/time.ts';
import { factsOf } from '../../flow/create-flow-machine.ts';
import { newInstruction } from '../updates/instruction.ts';
import type { SessionContext } from '../context/context.ts';
import { type Visit, visitAnew } from '../context/visit.ts';
import type { SessionEvent } from '../events.ts';
import { type Later, NOTHING_LATER } from './later.ts';

interface At {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

function ofLater(change: (at: At) => Partial<Later>): (at: At) => Partial<SessionContext> {
  return (at) => {
    const { visit } = at.context;
    return { visit: { ...visit, later: { ...visit.later, ...change(at) } } };
  };
}

/** Updates of the context for what is finished later; pure, as all of them (`../updates/`). */
export const parkingUpdates = {
  bringSlip: ofLater(({ event }) =>
    event.type === 'SLIP_SCANNED'
      ? { brought: event.code, takeUpFault: null, heldBy: null, copy: false }
      : {},
  ),
  leaveSlip: ofLater(() => ({ brought: null, takeUpFault: null, heldBy: null, copy: false })),
  goOnWithCopy: ofLater(() => ({ copy: true })),
  makeSlip: ofLater(({ context }) => ({ making: context.outside.ports.newResumeCode(), parkFault: null })),
  parkingSilent: ofLater(() => ({ making: null, parkFault: 'unavailable' })),
  takingUpSilent: ofLater(() => ({ takeUpFault: 'unavailable', heldBy: null })),
  readOnAgain: ofLater(() => ({ again: 0, file: null })),
  /** Everything of the visit is put aside; what is left is the slip, and whoever of the staff holds the session. */
  keepSlipAlone: ({ context: { visit } }: At): Partial<SessionContext> => ({
    visit: { ...visitAnew(visit), later: { ...NOTHING_LATER, slip: visit.later.slip } },
  }),
  /** What is taken up is opened to who is read now; nothing that was done before in this visit goes into it. */
  takeUpAnew: ({ context: { visit, locale }, event }: At): Partial<SessionContext> => ({
    locale: event.type === 'RESUME' ? event.locale : locale,
    visit: { ...visitAnew(visit), purpose: 'resume', languageChosen: true },
  }),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

/** The slip is made, or there is none. */
export function afterParking(visit: Visit, result: Result<Parked, Failure<ParkFault>>): Visit {
  const { later } = visit;
  if (!result.ok || later.making === null) {
    const parkFault = result.ok ? 'unavailable' : result.code;
    return { ...visit, later: { ...later, making: null, parkFault } };
  }
  return { ...visit, later: { ...later, making: null, slip: { ...result.value, code: later.making } } };
}

/** What was put aside stands as it was, as far as it holds; or why not. */
export function afterTakingUp(
  context: SessionContext,
  result: Result<Draft, Failure<TakeUpFault>>,
): Partial<SessionContext> {
  const { visit } = context;
  const { later, identified } = visit;
  if (!result.ok || identified === null || later.brought === null) {
    const takeUpFault = result.ok ? 'not-found' : result.code;
    const heldBy = takeUpFault === 'held' && !result.ok ? holderOfParams(result.params) : null;
    return { visit: { ...visit, later: { ...later, takeUpFault, heldBy } } };
  }
  const draft = result.value;
  const common = (again: number, file: Later['file'] = null): Pick<Visit, 'notice' | 'later'> => ({
    notice: draft.notice,
    later: {
      ...NOTHING_LATER,
      again,
      file,
      takenUp: { code: later.brought ?? '', submissionId: draft.submissionId },
    },
  });
  // Whoever chose a language today keeps it.
  const locale = visit.languageChosen ? context.locale : draft.locale;
  if (draft.kind === 'member-registration') {
    const today = hongKongDate(context.outside.ports.now());
    const { answers, byStaff, page, typed, again } = reopenRegistration(draft, identified, today);
    const step = page ?? firstOpenStep(identified, answers);
    return {
      locale,
      visit: {
        ...visit,
        ...common(again),
        ...{ purpose: 'register', instruction: null, answers, byStaff },
        taskAt: { step, changing: false },
        open: { page, typed },
      },
    };
  }
  const facts = factsOf({ ...context, identified, answers: {} });
  const { answers, byStaff, page, typed, again, file } = reopenInstruction(draft, draft.kind, facts);
  const instruction = {
    ...newInstruction(draft.kind, context),
    ...{ answers, byStaff },
    openAt: { page, changing: false },
  };
  return {
    locale,
    visit: {
      ...visit,
      ...common(again, file),
      ...{ purpose: 'instruct', instruction, answers: {}, byStaff: [] },
      open: { page, typed },
    },
  };
}

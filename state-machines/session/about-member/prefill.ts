import type { PrefillNote } from '../../../domain/roster/notes.ts';
import { checkOfNumber } from '../../../domain/roster/form-code.ts';
import { draftsOf, prefillOf } from '../../../domain/roster/prefill.ts';
import type { RegistrationStep } from '../../../domain/registration/answers.ts';
import { answerTo, firstOpenStep } from '../../../domain/registration/steps.ts';
import type { Outside } from '../../outside.ts';
import { numberOf } from '../context/number-of.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';
import type { SessionEvent } from '../events.ts';
import { NOTHING_PREFILLED, type Prefilled } from './prefilled.ts';

/**
 * The visit with what was brought about the holder of the card that was read: it stands in the fields of pages that nobody
 * has answered, and counts when it is answered. The name is the card's and comes from nowhere else.
 */
export function withPrefill({ ports }: Outside, visit: Visit): Visit {
  const { inVan, purpose, identified, prefilled } = visit;
  if (!inVan || purpose !== 'register' || identified === null) return visit;
  const { form } = prefilled;
  if (identified.means === 'typed') {
    const note = form === null ? null : ('qr-needs-card' as const);
    return notedOnOpening({ ...visit, prefilled: { ...NOTHING_PREFILLED, form } }, note);
  }
  const number = numberOf(identified);
  const match = ports.roster?.match(number) ?? null;
  const fits = form?.check === checkOfNumber(number);
  const prefill = prefillOf({
    ...(match === null ? {} : { roster: match.brought }),
    ...(form !== null && fits ? { qr: form } : {}),
  });
  const hasList = (ports.roster?.counts() ?? null) !== null;
  const found: Prefilled = {
    ...{ form, prefill, registered: match?.registered ?? false, note: null },
    list: !hasList ? null : match === null ? 'not-listed' : 'listed',
  };
  const filled = filledIn({ ...visit, prefilled: found });
  return notedOnOpening(filled, form === null ? null : fits ? 'qr-used' : 'qr-other-person');
}

/** A code that was held before the scanner in a van's visit: what it says, or why it fills in nothing. */
export function afterScan({ outside, visit }: SessionContext, event: SessionEvent): Visit {
  if (event.type === 'SLIP_SCANNED') return noted(visit, 'qr-slip');
  if (event.type === 'TICKET_SCANNED') return noted(visit, 'qr-ticket');
  if (event.type !== 'FORM_SCANNED') return visit;
  const { scanned } = event;
  if (!scanned.ok) return noted(visit, `qr-${scanned.code}`);
  const form = scanned.value;
  const { identified, prefilled } = visit;
  if (JSON.stringify(prefilled.form) === JSON.stringify(form)) return noted(visit, 'qr-twice');
  const brought: Visit = { ...visit, prefilled: { ...prefilled, form } };
  if (identified === null) return noted(brought, 'qr-held');
  const after = withPrefill(outside, brought);
  const says = after.prefilled.note?.code;
  // Of somebody else: nothing of it stays.
  if (says !== 'qr-used') return noted(visit, says ?? null);
  const opened = Object.keys(prefillEvent(after).drafts).length > 0;
  return opened || after.answers !== visit.answers ? after : noted(after, 'qr-nothing-open');
}

/** For the flow that is under way: what stands in the fields of its pages now. */
export function prefillEvent({ answers, prefilled: { prefill } }: Visit) {
  const drafts = Object.entries(draftsOf(prefill)).filter(
    ([step]) => answerTo(answers, step as RegistrationStep) === undefined,
  );
  const { broughtEmployment } = answers;
  return {
    type: 'PREFILL',
    drafts: Object.fromEntries(drafts) as Partial<Record<RegistrationStep, string>>,
    ...(broughtEmployment === undefined ? {} : { broughtEmployment }),
  } as const;
}

/** What is said of the last code, while the page stands on which it was read. */
export function noteOf(visit: Visit): PrefillNote | null {
  const { note } = visit.prefilled;
  return note !== null && note.at === placeOf(visit) ? note.code : null;
}

function filledIn(visit: Visit): Visit {
  const { answers, open } = visit;
  const { employer } = visit.prefilled.prefill;
  const typed = Object.fromEntries(Object.entries(open.typed).filter(([, text]) => text.trim() !== ''));
  const asked = employer !== undefined && answers.employer === undefined;
  const offered = asked && answers.broughtEmployment !== employer.value;
  return {
    ...visit,
    answers: offered ? { ...answers, broughtEmployment: employer.value } : answers,
    open: { ...open, typed: { ...prefillEvent(visit).drafts, ...typed } },
  };
}

/** Said on the page that comes next, where none of the flow is open yet. */
function notedOnOpening(visit: Visit, code: PrefillNote | null): Visit {
  const { open, identified, answers } = visit;
  const page = open.page ?? (identified === null ? null : firstOpenStep(identified, answers));
  const after = noted({ ...visit, open: { ...open, page } }, code);
  return { ...after, open };
}

function noted(visit: Visit, code: PrefillNote | null): Visit {
  const note = code === null ? null : { code, at: placeOf(visit) };
  return { ...visit, prefilled: { ...visit.prefilled, note } };
}

function placeOf({ open, identified, notice, assist, attestation }: Visit): string {
  return [open.page, identified !== null, notice !== null, assist !== null, attestation !== null].join(' ');
}

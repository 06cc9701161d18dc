import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { allPages } from '../../../domain/catalogue/pages.ts';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { type Draft, DRAFT_VERSION } from '../../../domain/parking/draft.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { Instruction, Visit } from '../context/visit.ts';
import type { SessionContext } from '../context/context.ts';

const REGISTRATION_VERSION = 1;

/**
 * Whether there is something that could be finished later: begun, not submitted, and of somebody whose document can
 * open it again. A correction is not: the platform has what it corrects.
 */
export function isParkable({ visit }: SessionContext): boolean {
  const { purpose, identified, notice, request, kept, instruction } = visit;
  if (identified === null || notice === null || request !== null || kept !== null) return false;
  // Whoever goes on elsewhere has the notice put to them again, and a draft does not say so.
  if (visit.own !== null) return false;
  if (purpose === 'instruct') {
    return (
      instruction !== null &&
      KIND_FACTS[instruction.kind].assurance > 0 &&
      isBegun(visit, instruction.answers)
    );
  }
  return purpose === 'register' && isBegun(visit, visit.answers);
}

function isBegun({ open }: Visit, answers: object): boolean {
  return Object.keys(answers).length > 0 || Object.values(open.typed).some((text) => text.trim() !== '');
}

/** The visit as a draft; null where there is none to be made. */
export function draftOfVisit(context: SessionContext): Draft | null {
  const { visit, outside, locale } = context;
  const { notice, instruction, open, later } = visit;
  if (!isParkable(context) || notice === null) return null;
  const flow =
    instruction === null
      ? {
          kind: 'member-registration' as const,
          catalogue: REGISTRATION_VERSION,
          answers: textsOf(ownMobile(visit)),
          byStaff: [...visit.byStaff],
        }
      : {
          kind: instruction.kind,
          catalogue: definitionOf(instruction.kind).schemaVersion,
          answers: ownAnswers(instruction),
          byStaff: [...instruction.byStaff],
        };
  return {
    v: DRAFT_VERSION,
    ...flow,
    typed: { ...open.typed },
    page: open.page,
    locale,
    notice: { ...notice },
    submissionId: later.takenUp?.submissionId ?? visit.submissionId ?? outside.ports.newId(),
    parkedOn: hongKongDate(outside.ports.now()),
  };
}

/** A confirmation counts in this visit only: a number that was confirmed and not typed twice is asked once more then. */
function ownMobile({ answers, confirmedMobile }: Visit): Visit['answers'] {
  if (confirmedMobile === null || confirmedMobile.mobile !== answers.mobile) return answers;
  const { mobileAgain: _confirmed, ...others } = answers;
  return others;
}

/** Without what the platform said: it is asked anew, and may be long. */
function ownAnswers({ kind, answers }: Instruction): Record<string, string> {
  const platforms = new Set(
    allPages(definitionOf(kind)).flatMap(({ id, step }) => (step.asksPlatform === true ? [id] : [])),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !platforms.has(id)));
}

function textsOf(answers: Visit['answers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}

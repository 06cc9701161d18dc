import { companyListFrom } from '../company-list/list.ts';
import { definitionOf } from '../catalogue/catalogue.ts';
import type { Answers, Facts } from '../catalogue/definition.ts';
import { allPages, checkAnswer, pagesFor } from '../catalogue/pages.ts';
import type { InstructionKind } from '../kinds/kinds.ts';
import type { RegistrationAnswers, RegistrationStep } from '../registration/answers.ts';
import { REGISTRATION_STEPS } from '../registration/answers.ts';
import { fileFactsFrom, type FileToBring } from '../remittance/summary/file-facts.ts';
import type { IdentifiedMember } from '../registration/draft.ts';
import {
  answerTo,
  applyAnswer,
  checkAnswer as checkRegistrationAnswer,
  stepsFor,
} from '../registration/steps.ts';
import type { Draft } from './draft.ts';

/** A draft as far as it still holds. */
export interface Reopened<Page extends string, Given> {
  readonly answers: Given;
  readonly typed: Readonly<Record<string, string>>;
  readonly byStaff: readonly Page[];
  /** The page that was open; null when there is none such now, or something before it is asked again. */
  readonly page: Page | null;
  /** How many answers hold no more: they are asked again on the way. */
  readonly again: number;
  /** The file that was there, whose rows no draft carries: it has to be brought again. Null: none was. */
  readonly file: FileToBring | null;
}

/**
 * An instruction by the rules of now. An answer to a page that the catalogue no longer has, or that is no longer right,
 * is dropped. What was only read is read anew on another day: days and amounts in it may be others. A file is chosen again: its rows are not
 * in the draft. A list of companies is in it whole.
 *
 * @param facts those of now; their answers are not looked at
 */
export function reopenInstruction(
  draft: Draft,
  kind: InstructionKind,
  facts: Facts,
): Reopened<string, Answers> {
  const definition = definitionOf(kind);
  const known = new Set(allPages(definition).map(({ id }) => id));
  const fileIds = new Set(
    allPages(definition).flatMap(({ id, step }) =>
      step.asksFile === true && companyListFrom(draft.answers[id]) === null ? [id] : [],
    ),
  );
  const file = fileToBring(draft.answers, fileIds);
  let answers: Answers = only(draft.answers, (id) => known.has(id) && !fileIds.has(id));
  let again = Object.keys(draft.answers).filter((id) => !known.has(id)).length;
  for (;;) {
    const now = { ...facts, answers };
    const pages = pagesFor(definition, now).filter(({ id }) => answers[id] !== undefined);
    const wrong = pages.find((page) => !checkAnswer(page, answers[page.id] ?? '', now).ok);
    if (wrong === undefined) break;
    answers = only(answers, (id) => id !== wrong.id);
    again += 1;
  }
  const now = { ...facts, answers };
  const otherDay = draft.parkedOn !== facts.today;
  const anew = new Set(
    pagesFor(definition, now)
      .filter(({ step, index }) => {
        const { type } = step.ask(now, index);
        return type === 'statement' && otherDay;
      })
      .map(({ id }) => id),
  );
  answers = only(answers, (id) => !anew.has(id));
  const shown = pagesFor(definition, { ...facts, answers }).map(({ id }) => id);
  const page = again === 0 && file === null && shown.some((id) => id === draft.page) ? draft.page : null;
  return {
    answers,
    typed: only(draft.typed, (id) => known.has(id)),
    byStaff: draft.byStaff.filter((id) => answers[id] !== undefined),
    page,
    again,
    file,
  };
}

function fileToBring(answers: Answers, fileIds: ReadonlySet<string>): FileToBring | null {
  const [found] = [...fileIds].flatMap((id) => fileFactsFrom(answers[id]) ?? []);
  return found === undefined ? null : { rows: found.rows, total: found.totals.total };
}

/** A registration by the rules of now; a card that was read gives name and birth date itself. */
export function reopenRegistration(
  draft: Draft,
  identified: IdentifiedMember,
  today: string,
): Reopened<RegistrationStep, RegistrationAnswers> {
  const given = draft.answers as RegistrationAnswers;
  const seen = new Set<RegistrationStep>();
  let answers: RegistrationAnswers = {};
  let again = 0;
  for (;;) {
    const step = stepsFor(identified, answers).find((candidate) => !seen.has(candidate));
    if (step === undefined) break;
    seen.add(step);
    const value = answerTo(given, step);
    if (value === undefined) continue;
    const checked = checkRegistrationAnswer(step, value, { answers, today });
    if (checked.ok) answers = applyAnswer(answers, step, checked.value);
    else again += 1;
  }
  const shown = stepsFor(identified, answers);
  const page = again === 0 ? shown.find((step) => step === draft.page) : undefined;
  return {
    answers,
    typed: only(draft.typed, (id) => REGISTRATION_STEPS.some((step) => step === id)),
    byStaff: REGISTRATION_STEPS.filter(
      (step) => draft.byStaff.includes(step) && answerTo(answers, step) !== undefined,
    ),
    page: page ?? null,
    again,
    file: null,
  };
}

function only(answers: Answers, holds: (id: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => holds(id)));
}

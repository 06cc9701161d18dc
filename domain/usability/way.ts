import { definitionOf } from '../catalogue/catalogue.ts';
import { allPages, wordsOf } from '../catalogue/pages.ts';
import { INSTRUCTION_KINDS } from '../kinds/kinds.ts';
import { REGISTRATION_STEPS } from '../registration/answers.ts';

/** Pages before and after those that a flow asks for itself, in the order of a visit. */
const BEFORE = ['language', 'menu', 'notice', 'identify', 'reading', 'read-result'];
const BEFORE_TYPED = [...BEFORE, 'reader-trouble', 'typed-number', 'typed-number-check'];
const AFTER = [
  ...['staff-needed', 'attest.features', 'attest.face', 'attest.sign', 'review', 'instruction-review'],
  ...['declare', 'submitting', 'prepared', 'receipt'],
];
/** What a code to the mobile is asked on, between the number and the number once more. */
const CODE = ['mobile-code-sending', 'mobile-code', 'mobile-code-over'];

const ASKED = REGISTRATION_STEPS.flatMap((step) =>
  step === 'mobile' ? ['question.mobile', ...CODE] : [`question.${step}`],
);
/** Between what is asked and what comes after it there is room for the pages of any kind. */
const ROOM = 1_000;

/**
 * Where a page stands on the way of its flow, so that two pages that as many people reached are told in the order in
 * which they came: smaller is earlier; a page of no fixed place comes after those that are asked.
 */
export function placeOnWay(step: string): number {
  const asked = pageAsked(step);
  if (asked !== null) return BEFORE_TYPED.length + asked.place;
  const [page = ''] = step.split('.');
  const before = BEFORE_TYPED.indexOf(page);
  if (before >= 0) return before;
  const question = ASKED.indexOf(step);
  if (question >= 0) return BEFORE_TYPED.length + question;
  const after = AFTER.indexOf(step);
  return BEFORE_TYPED.length + ROOM + (after >= 0 ? 1 + after : 0);
}

/** Prefix of the messages of a page that an instruction asks; null: the page is none of those. */
export function wordsOfStep(step: string): string | null {
  return pageAsked(step)?.words ?? null;
}

function pageAsked(step: string): { readonly place: number; readonly words: string } | null {
  const [page, kindName, ...rest] = step.split('.');
  const kind = INSTRUCTION_KINDS.find((known) => known === kindName);
  if (page !== 'ask' || kind === undefined) return null;
  const pages = allPages(definitionOf(kind));
  const place = pages.findIndex(({ id }) => id === rest.join('.'));
  const found = pages[place];
  return found === undefined ? null : { place, words: wordsOf(kind, found) };
}

import { CALCULATOR_NAMES } from '../../../../domain/calculators/names.ts';
import { definitionOf } from '../../../../domain/catalogue/catalogue.ts';
import type { Answers } from '../../../../domain/catalogue/definition.ts';
import { IDENTITY_STEPS } from '../../../../domain/catalogue/identity-steps.ts';
import { allPages } from '../../../../domain/catalogue/pages.ts';
import { answer, chooser } from '../../../../domain/catalogue/testing/answering.ts';
import { foundRules } from '../../../../domain/catalogue/shared/stored-rules.ts';
import type { HkidDocument } from '../../../../domain/identity/document/document.ts';
import { type InstructionKind, KIND_FACTS } from '../../../../domain/kinds/kinds.ts';
import { MENU, MENU_GROUPS } from '../../../../domain/kinds/menu.ts';
import type { Records } from '../../../../domain/records/records.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS } from '../../../../domain/records/records.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../../domain/reference-data/embedded/embedded.ts';
import { ok } from '../../../../domain/result.ts';
import type { TerminalConfig } from '../../../../state-machines/outside.ts';
import { adult01, typedNumber, typedNumberText } from '../../../../state-machines/testing/people.ts';
import { type Eye, type Walk, walkKiosk } from '../eye.ts';
import { attest, end, layAndRead } from './registration.ts';

const OLD: HkidDocument = { ...adult01, dateOfBirth: { year: 1951, month: 4, day: 2 } };
const YOUNGER: HkidDocument = { ...adult01, dateOfBirth: { year: 1985, month: 4, day: 2 } };

/** Steps of a kind, whichever the round. */
export function stepsOf(kind: InstructionKind): ReadonlySet<string> {
  return new Set(allPages(definitionOf(kind)).map(({ step }) => step.id));
}

const stepOf = (page: string): string => page.replace(/-\d+$/, '');

interface Somebody {
  readonly document: HkidDocument | null;
  readonly atServiceCentre: boolean;
  readonly records: Records | null;
}

/** More runs than any kind needs to show each of its pages. */
const MOST_RUNS = 80;
/** Somebody with more rounds than this shows no page that others do not. */
const LONGEST = 60;

/**
 * People who together come to every page of a kind that people of this sort can come to, found by trying: who they are and
 * what they answer. Pages that ask for a file have a walk of their own.
 */
function* peopleFor(kind: InstructionKind, somebody: Somebody, wanted: Set<string>) {
  const definition = definitionOf(kind);
  for (let seed = 1; seed <= MOST_RUNS && wanted.size > 0; seed += 1) {
    const { document, atServiceCentre, records } = somebody;
    const read = document === null ? null : seed % 2 === 1 ? document : YOUNGER;
    const identified =
      KIND_FACTS[kind].assurance === 0
        ? null
        : read === null
          ? ({ means: 'typed', number: typedNumber } as const)
          : ({ means: 'reader', document: read } as const);
    const run = answer(
      definition,
      {
        ...{ answers: {}, identified, online: true, atServiceCentre, records },
        ...{ now: '2026-11-23T04:00:00.000Z', today: '2026-11-23', data: EMBEDDED_REFERENCE_DATA },
      },
      chooser(seed),
    );
    const fresh = run.pages.map(stepOf).filter((step) => wanted.has(step));
    if (fresh.length === 0 || run.pages.length > LONGEST) continue;
    for (const step of fresh) wanted.delete(step);
    yield { read, answers: run.facts.answers };
  }
}

async function choose(walk: Walk, kind: InstructionKind): Promise<void> {
  const group = MENU_GROUPS.find((name) => MENU[name].some((item) => item === kind));
  if (group === undefined) throw new Error(`${kind} stands nowhere in the menu`);
  await walk.go(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group },
    { type: 'CHOOSE_KIND', kind },
    { type: 'CONTINUE' },
  );
}

/** Staff answer what comes; true when nothing is asked any more. */
async function answerAll(walk: Walk, answers: Answers): Promise<boolean> {
  for (let count = 0; count < 200; count += 1) {
    const { screen } = walk.test.view();
    if (screen.id !== 'ask') return !screen.id.startsWith('file-');
    const { page, ask } = screen;
    await walk.answer(ask.type === 'statement' ? 'read' : (answers[page] ?? ''));
    const after = walk.test.view().screen;
    if (after.id === 'ask' && after.page === page) return false;
  }
  return false;
}

/** To the end of it: attested where that is enough, prepared where it is not. */
async function finish(walk: Walk): Promise<void> {
  const { test } = walk;
  if (test.view().screen.id === 'staff-needed') {
    if (test.view().chrome.assist === null) await walk.stay();
    await attest(walk);
  }
  if (test.view().screen.id === 'staff-needed') {
    await walk.stay('badge-officer-01');
    if (test.tap({ type: 'STAFF_ATTEST' }).accepted) await walk.go({ type: 'STAFF_CANCEL' });
    await walk.handBack();
    if (test.tap({ type: 'PREPARE_ONLY' }).accepted) await walk.look();
  }
  if (test.view().screen.id !== 'instruction-review') return;
  await walk.look();
  await walk.handBack();
  await walk.go({ type: 'CONTINUE' });
  if (test.view().screen.id !== 'declare') return;
  await walk.go({ type: 'SUBMIT' });
  await end(walk);
}

/** Asked only of somebody whose number was typed. */
const OF_A_CARD: ReadonlySet<string> = new Set(IDENTITY_STEPS.map(({ id }) => id));
/** Shown only with what the platform has on record. */
const OF_RECORDS: ReadonlySet<string> = new Set(['known-account', 'holdings', 'mandate-now', 'records']);

/** One kind of instruction, answered by staff for people who together come to each of its pages. */
export async function everyPageOf(eye: Eye, kind: InstructionKind): Promise<void> {
  const pages = allPages(definitionOf(kind)).filter(({ step }) => step.asksFile !== true);
  const steps = new Set(pages.map(({ step: { id } }) => id).filter((id) => !id.startsWith('list-')));
  const keyed = new Set([...steps].filter((step) => OF_A_CARD.has(step)));
  const others = new Set([...steps].filter((step) => !OF_A_CARD.has(step) && !OF_RECORDS.has(step)));
  for (const [somebody, wanted] of [
    [{ document: OLD, atServiceCentre: false, records: null }, others],
    [{ document: null, atServiceCentre: false, records: null }, keyed],
    [{ document: OLD, atServiceCentre: true, records: null }, others],
  ] as const) {
    for (const { read, answers } of peopleFor(kind, somebody, wanted)) {
      await oneOf(eye, kind, { serviceCentre: somebody.atServiceCentre }, read, answers);
    }
  }
}

async function oneOf(
  eye: Eye,
  kind: InstructionKind,
  config: Partial<TerminalConfig>,
  read: HkidDocument | null,
  answers: Answers,
): Promise<void> {
  const walk = await walkKiosk(eye, { config });
  const rules =
    Object.values(answers)
      .map(foundRules)
      .find((found) => found !== null) ?? null;
  if (rules !== null) walk.test.ports.rulesAnswer = ok(rules);
  await choose(walk, kind);
  await walk.stay('badge-officer-01');
  if (KIND_FACTS[kind].assurance > 0) {
    if (read === null) {
      await walk.go({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText });
    } else {
      await layAndRead(walk, read);
    }
    await walk.go({ type: 'CONTINUE' });
  }
  if (walk.test.view().screen.id === 'look-up-offer') await walk.go({ type: 'CONTINUE' });
  if (await answerAll(walk, answers)) await finish(walk);
}

/** Accounts and months are looked up; staff come to each page of it. */
export async function lookUps(eye: Eye): Promise<void> {
  for (const [kind, records] of [
    ['fund-switch', SAMPLE_ACCOUNTS],
    ['mandate-change', SAMPLE_ACCOUNTS],
    ['transfer', SAMPLE_ACCOUNTS],
    ['contribution-enquiry', SAMPLE_CONTRIBUTIONS],
  ] as const) {
    const wanted = new Set([...stepsOf(kind)].filter((step) => OF_RECORDS.has(step)));
    for (const { read, answers } of peopleFor(
      kind,
      { document: OLD, atServiceCentre: false, records },
      wanted,
    )) {
      if (read === null) continue;
      const walk = await walkKiosk(eye);
      const { test } = walk;
      // Who comes while it is looked up ends it, and by the phone it is proven once.
      test.ports.records = records.what === 'accounts' ? 'silent' : ok(records);
      await choose(walk, kind);
      await layAndRead(walk, read);
      await walk.go({ type: 'CONTINUE' });
      await proven(walk);
      await test.wait(test.delays.enquiryOverdue);
      await walk.look();
      test.ports.records = ok(records);
      if (test.tap({ type: 'RETRY' }).accepted) await test.settle();
      await walk.look();
      if (await answerAll(walk, answers)) await finish(walk);
    }
  }
}

/** By staff where that is enough, else with the phone. */
async function proven(walk: Walk): Promise<void> {
  const { test } = walk;
  const { screen } = test.view();
  if (screen.id !== 'look-up-offer') return;
  if (screen.staff) {
    await walk.stay('badge-officer-01');
    await attest(walk);
    await walk.handBack();
    return walk.look();
  }
  // Who comes while the member looks at the phone ends the sign-in: staff see it on their own window of a counter only.
  test.press({ type: 'IAM_SMART' });
  await test.settle();
  test.ports.phone = ok({ state: 'approved', token: 'a.signed.word.of.the.gateway' });
  await test.wait(test.delays.iamSmartAsk);
  await test.settle();
  await walk.look();
}

/** The phone is not answered for: staff come to the page that says so. */
export async function withoutPhone(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  walk.test.ports.code = 'silent';
  await choose(walk, 'contribution-enquiry');
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  walk.test.press({ type: 'IAM_SMART' });
  await walk.test.wait(walk.test.delays.enquiryOverdue);
  await walk.look();
}

/** What is refused before anything is asked, and what is reckoned without anybody. */
export async function menuAndCalculators(eye: Eye): Promise<void> {
  for (const group of MENU_GROUPS) {
    const walk = await walkKiosk(eye);
    await walk.go({ type: 'MENU', locale: 'en' }, { type: 'CHOOSE_GROUP', group });
  }
  const offline = await walkKiosk(eye);
  offline.test.network(false);
  offline.test.ports.referenceData = () => ({
    ...EMBEDDED_REFERENCE_DATA,
    schemes: EMBEDDED_REFERENCE_DATA.schemes.map((scheme) => ({
      ...scheme,
      onboarding: { ...scheme.onboarding, on: '2099-01-01' },
    })),
  });
  await offline.go(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'investing' },
    { type: 'CHOOSE_KIND', kind: 'fund-switch' },
  );
  for (const calculator of CALCULATOR_NAMES) {
    const walk = await walkKiosk(eye);
    await walk.go(
      { type: 'MENU', locale: 'en' },
      { type: 'CHOOSE_GROUP', group: 'calculators' },
      { type: 'CALCULATE', calculator },
    );
    await reckon(walk);
  }
}

const TRIED = ['64', 'yes', 'no', '1500.00', '25000.00', '2020-01-01', '2026-11-01', '12', '1', '30'];

/** Whatever the page takes. */
async function reckon(walk: Walk): Promise<void> {
  const { test } = walk;
  for (let count = 0; count < 40; count += 1) {
    const { screen } = test.view();
    if (screen.id !== 'calculator-ask') return;
    const { ask, page } = screen;
    const codes = ask.type === 'choice' ? ask.options.map(({ code }) => code) : TRIED;
    for (const value of codes) {
      await walk.answer(value);
      const after = test.view().screen;
      if (after.id !== 'calculator-ask' || after.page !== page) break;
    }
  }
}

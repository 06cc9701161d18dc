import { CONTRIBUTION_TYPES, type AccountPart, type AccountRecord } from '../../records/records.ts';
import type { InstructionGroup } from '../../reference-data/schema/schemes.ts';
import { ok } from '../../result.ts';
import { literal, message } from '../ask.ts';
import { type Definition, type Facts, isRepeat, type Repeat, type Step } from '../definition.ts';
import { schemeName, takenScheme } from './scheme.ts';

const STEP = 'known-account';
const OTHER = 'other';

/** The accounts that were looked up, of schemes the data know, in the order of scheme names; none is chosen in advance. */
function knownAccounts({ records, data }: Facts): readonly AccountRecord[] {
  if (records?.what !== 'accounts') return [];
  const names = new Map(data.schemes.map(({ id, name }) => [id, name.en]));
  const sortKey = ({ scheme, accountNumber }: AccountRecord) =>
    `${names.get(scheme) ?? ''}\n${accountNumber}`;
  return records.accounts
    .filter(({ scheme }) => names.has(scheme))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

interface CodedAccount {
  readonly code: string;
  readonly account: AccountRecord;
}

/** So many figures of a number may be shown to anybody (present/staff-work.ts). */
const SHOWN_FIGURES = 3;

/**
 * One account in one text, as an option's code has to be: scheme and last figures, and which of those that are alike so far.
 * The whole number would go to every window that shows the page, staff's as well.
 */
function codedAccounts(facts: Facts): readonly CodedAccount[] {
  const alike = new Map<string, number>();
  return knownAccounts(facts).map((account) => {
    const short = `${account.scheme}.${account.accountNumber.slice(-SHOWN_FIGURES)}`;
    const count = (alike.get(short) ?? 0) + 1;
    alike.set(short, count);
    return { code: count === 1 ? short : `${short}-${String(count)}`, account };
  });
}

/** The looked-up account with this code; null where there is none, as for "another one". */
export function accountNamed(facts: Facts, code: string | undefined): AccountRecord | null {
  return codedAccounts(facts).find((known) => known.code === code)?.account ?? null;
}

/** The looked-up account that the instruction is about; null where none was looked up or another one is meant. */
export function chosenAccount(facts: Facts): AccountRecord | null {
  return accountNamed(facts, facts.answers[STEP]);
}

/**
 * Which of the looked-up accounts; "another one" asks scheme and number as without a look-up.
 * @param taken of a repeated step: codes chosen in earlier rounds, which are not offered again
 */
export function knownAccountStep(
  instruction: InstructionGroup,
  taken: (facts: Facts, index: number) => readonly (string | undefined)[] = () => [],
): Step {
  const left = (facts: Facts, index: number): readonly CodedAccount[] =>
    codedAccounts(facts).filter(({ code }) => !taken(facts, index).includes(code));
  return {
    id: STEP,
    words: 'ask.shared.known-account',
    when: (facts, index) => left(facts, index).length > 0,
    ask: (facts, index) => ({
      type: 'choice',
      options: [
        ...left(facts, index).map(({ code, account }) => ({
          code,
          label: schemeName(facts, account.scheme),
          help: message('ask.shared.known-account.number', { number: account.accountNumber }),
        })),
        { code: OTHER, label: message('ask.shared.known-account.option.other') },
      ],
    }),
    check: (value, facts) => {
      const account = accountNamed(facts, value);
      const may = account === null ? ok(value) : takenScheme(account.scheme, instruction, facts);
      return may.ok ? ok(value) : may;
    },
    describe: (value, facts) => {
      const account = accountNamed(facts, value);
      if (account === null) return [message('ask.shared.known-account.option.other')];
      return [schemeName(facts, account.scheme), literal(account.accountNumber)];
    },
  };
}

/** Not asked where a looked-up account was chosen. */
export function unlessKnown(step: Step): Step {
  return {
    ...step,
    when: (facts, index) => chosenAccount(facts) === null && (step.when?.(facts, index) ?? true),
  };
}

/**
 * A definition whose rules find scheme and account under `scheme` and `account` whether they were chosen from the
 * records or typed.
 */
export function resolvingAccount<Details>(definition: Definition<Details>): Definition<Details> {
  const { build, tell } = definition;
  return {
    ...definition,
    steps: definition.steps.map((part) =>
      isRepeat(part)
        ? ({
            ...part,
            count: (facts) => part.count(resolved(facts)),
            steps: part.steps.map(resolvingStep),
          } satisfies Repeat)
        : resolvingStep(part),
    ),
    build: (facts) => build(resolved(facts)),
    ...(tell === undefined ? {} : { tell: (facts: Facts) => tell(resolved(facts)) }),
  };
}

function resolvingStep(step: Step): Step {
  const { when, ask, check, describe } = step;
  return {
    ...step,
    ask: (facts, index) => ask(resolved(facts), index),
    ...(when === undefined ? {} : { when: (facts, index) => when(resolved(facts), index) }),
    ...(check === undefined ? {} : { check: (value, facts, index) => check(value, resolved(facts), index) }),
    ...(describe === undefined
      ? {}
      : { describe: (value, facts, index) => describe(value, resolved(facts), index) }),
  };
}

function resolved(facts: Facts): Facts {
  const account = chosenAccount(facts);
  if (account === null) return facts;
  const { scheme, accountNumber } = account;
  return { ...facts, answers: { ...facts.answers, scheme, account: accountNumber } };
}

/** The parts of the chosen account in their usual order; empty while none is known. */
export function accountParts(facts: Facts): readonly AccountPart[] {
  const parts = chosenAccount(facts)?.parts ?? [];
  return CONTRIBUTION_TYPES.flatMap((type) => parts.filter((part) => part.type === type));
}

/** Contribution types that the chosen account has; null where it is not known. */
export function accountTypes(facts: Facts): readonly string[] | null {
  const types = accountParts(facts).map(({ type }) => type);
  return types.length === 0 ? null : types;
}

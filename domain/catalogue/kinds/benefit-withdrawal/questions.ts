import { z } from 'zod';
import { canonicalHkid, maskHkid, parseHkid } from '../../../identity/document/hkid.ts';
import { documentIdentity } from '../../../identity/document/document-identity.ts';
import { givenNames, surname } from '../../../registration/fields.ts';
import type { WithdrawalGround } from '../../../reference-data/schema/withdrawals.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { literal } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { yesNo } from '../../shared/options.ts';
import type { WithdrawalRule } from './codes.ts';
import {
  certificateFresh,
  chosenGround,
  longWithoutContribution,
  notInFuture,
  smallEnough,
} from './eligibility.ts';

const on =
  (ground: WithdrawalGround) =>
  (facts: Facts): boolean =>
    chosenGround(facts) === ground;

/** A question with one answer that leads on; the other one is the reason why this ground does not fit. */
function condition(
  id: string,
  ground: WithdrawalGround,
  leadsOn: 'yes' | 'no',
  otherwise: WithdrawalRule,
): Step {
  return {
    id,
    when: on(ground),
    ask: () => ({ type: 'choice', options: yesNo() }),
    check: (value) => (value === leadsOn ? ok(value) : fail(otherwise)),
  };
}

function dated(id: string, ground: WithdrawalGround, check?: Step['check']): Step {
  return {
    id,
    when: on(ground),
    ask: () => ({ type: 'date' }),
    ...(check === undefined ? {} : { check }),
  };
}

function typed(id: string, optional: boolean, check: NonNullable<Step['check']>): Step {
  return {
    id,
    when: on('death'),
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional }),
    check,
  };
}

/** What the ground itself asks for, before anything else (facts/domain.md §3c). */
export const CONDITIONS: readonly Step[] = [
  condition('ceased-work', 'early-retirement', 'yes', 'withdrawal-still-working'),
  condition('work-again', 'early-retirement', 'no', 'withdrawal-intends-to-work'),
  condition('departure-paid-before', 'permanent-departure', 'no', 'withdrawal-departure-once'),
  condition('departure-return', 'permanent-departure', 'no', 'withdrawal-intends-to-return'),
  condition('departure-permission', 'permanent-departure', 'yes', 'withdrawal-no-permission-elsewhere'),
  dated('departure-date', 'permanent-departure'),
  condition('incapacity-certificate', 'total-incapacity', 'yes', 'withdrawal-no-incapacity-certificate'),
  condition('illness-certificate', 'terminal-illness', 'yes', 'withdrawal-no-illness-certificate'),
  dated('illness-certificate-date', 'terminal-illness', certificateFresh),
  condition('one-scheme', 'small-balance', 'yes', 'withdrawal-several-schemes'),
  {
    id: 'balance',
    when: on('small-balance'),
    ask: () => ({ type: 'money' }),
    check: smallEnough,
  },
  dated('last-contribution', 'small-balance', longWithoutContribution),
  condition('work-soon', 'small-balance', 'no', 'withdrawal-intends-to-work'),
  condition('grant', 'death', 'yes', 'withdrawal-no-grant'),
  typed('deceased-surname', false, (value) => surname(value)),
  typed('deceased-given-names', true, (value) => givenNames(value)),
  {
    ...typed('deceased-number', false, deceasedNumber),
    describe: (value) => {
      const number = parseHkid(value);
      return number.ok ? [literal(maskHkid(number.value))] : [];
    },
  },
  dated('died-on', 'death', notInFuture),
];

/** The number of whoever died; never that of the claimant, who has just laid the card on the reader. */
function deceasedNumber(value: string, { identified }: Facts): Result<string, Failure<string>> {
  const number = parseHkid(value);
  if (!number.ok) return number;
  const same =
    identified !== null &&
    documentIdentity({ means: 'typed', number: number.value }) === documentIdentity(identified);
  return same ? fail('withdrawal-own-number') : ok(canonicalHkid(number.value));
}

const isoDate = z.iso.date();
const money = z.string().regex(/^\d+\.\d{2}$/);

/** What was said of the ground, as it travels; only what allows the withdrawal can be said. */
export const claimSchema = z.discriminatedUnion('ground', [
  z.strictObject({ ground: z.literal('age-65') }),
  z.strictObject({
    ground: z.literal('early-retirement'),
    ceasedAllWork: z.literal(true),
    intendsToWork: z.literal(false),
  }),
  z.strictObject({
    ground: z.literal('permanent-departure'),
    paidBefore: z.literal(false),
    intendsToReturn: z.literal(false),
    permittedElsewhere: z.literal(true),
    departure: isoDate,
  }),
  z.strictObject({ ground: z.literal('total-incapacity'), certificate: z.literal(true) }),
  z.strictObject({ ground: z.literal('terminal-illness'), certificateIssued: isoDate }),
  z.strictObject({
    ground: z.literal('small-balance'),
    oneScheme: z.literal(true),
    /** As the member knows it; the platform has the exact figure. */
    balance: money,
    lastContribution: isoDate,
    intendsToWork: z.literal(false),
  }),
  z.strictObject({
    ground: z.literal('death'),
    grantHeld: z.literal(true),
    deceased: z.strictObject({
      hkid: z.string().regex(/^[A-Z]{1,2}[0-9]{6}[0-9A]$/),
      surname: z.string().min(1).max(80),
      /** Empty: single name. */
      givenNames: z.string().max(120),
      diedOn: isoDate,
    }),
  }),
]);

/** What `claimSchema` takes, out of complete answers. */
export function claimOf(facts: Facts): unknown {
  const { answers } = facts;
  const said = (id: string): boolean => answers[id] === 'yes';
  const ground = chosenGround(facts);
  switch (ground) {
    case 'early-retirement':
      return { ground, ceasedAllWork: said('ceased-work'), intendsToWork: said('work-again') };
    case 'permanent-departure':
      return {
        ground,
        paidBefore: said('departure-paid-before'),
        intendsToReturn: said('departure-return'),
        permittedElsewhere: said('departure-permission'),
        departure: answers['departure-date'],
      };
    case 'total-incapacity':
      return { ground, certificate: said('incapacity-certificate') };
    case 'terminal-illness':
      return { ground, certificateIssued: answers['illness-certificate-date'] };
    case 'small-balance':
      return {
        ground,
        oneScheme: said('one-scheme'),
        balance: answers['balance'],
        lastContribution: answers['last-contribution'],
        intendsToWork: said('work-soon'),
      };
    case 'death':
      return {
        ground,
        grantHeld: said('grant'),
        deceased: {
          hkid: answers['deceased-number'],
          surname: answers['deceased-surname'],
          givenNames: answers['deceased-given-names'],
          diedOn: answers['died-on'],
        },
      };
    default:
      return { ground };
  }
}

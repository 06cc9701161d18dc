import { z } from 'zod';
import { sourceSchema } from '../../../reference-data/schema/common.ts';
import { type Label, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { optionsOf } from '../../shared/options.ts';
import { chosenRules } from './eligibility.ts';

/** What has to be handed in, from the reference data (facts/domain.md §3c: evidence and forms). */
export const papersSchema = z.strictObject({
  /** Ids of the evidence that the ground asks for: with the member today, or still to come. */
  present: z.array(z.string().min(1).max(64)),
  toCome: z.array(z.string().min(1).max(64)),
  forms: z.array(z.strictObject({ code: z.string().min(1).max(16), source: sourceSchema })).min(1),
  /** Sworn before a Commissioner for Oaths, a notary or a justice of the peace; never made here. */
  statutoryDeclaration: z.enum(['not-needed', 'to-be-sworn']),
  /** A paper is needed itself: until it has arrived the claim is not complete, whatever the terminal sends. */
  originalNeeded: z.boolean(),
  /** Staff of a service centre have it in their hands (ADR 0036); left out: it is still to come. */
  originalsSeen: z.exactOptional(z.literal(true)),
});

const ORIGINALS = ['seen', 'not-here'] as const;

function presentOf({ answers }: Facts): readonly string[] {
  return (answers['evidence'] ?? '').split(',').filter((id) => id !== '');
}

const originalNeeded = (facts: Facts): boolean =>
  chosenRules(facts)?.evidence.some(({ original }) => original) === true;

function areOriginalsSeen(facts: Facts): boolean {
  return facts.atServiceCentre === true && originalNeeded(facts) && facts.answers['originals'] === 'seen';
}

export function papersOf(facts: Facts): unknown {
  const rules = chosenRules(facts);
  const present = presentOf(facts);
  return {
    present,
    toCome: rules?.evidence.map(({ id }) => id).filter((id) => !present.includes(id)),
    forms: rules?.forms,
    statutoryDeclaration: rules?.statutoryDeclaration === true ? 'to-be-sworn' : 'not-needed',
    originalNeeded: originalNeeded(facts),
    ...(areOriginalsSeen(facts) ? { originalsSeen: true } : {}),
  };
}

/** A form code that no source confirms says so. */
export function formLabels(facts: Facts): readonly Label[] {
  return (chosenRules(facts)?.forms ?? []).map(({ code, source }) =>
    message(source === 'sourced' ? 'withdrawal.form' : 'withdrawal.form-not-confirmed', { code }),
  );
}

/** Checklist, the statutory declaration where one is needed, and the forms. */
export const PAPERS: readonly Step[] = [
  {
    id: 'evidence',
    ask: (facts) => ({
      type: 'several',
      options: (chosenRules(facts)?.evidence ?? []).map(({ id, text, original }) => ({
        code: id,
        label: { words: text },
        ...(original ? { help: message('withdrawal.original') } : {}),
      })),
    }),
  },
  {
    // Two of the staff look at this page's answer before they attest.
    id: 'originals',
    when: (facts) => facts.atServiceCentre === true && originalNeeded(facts),
    ask: () => ({ type: 'choice', options: optionsOf('ask.benefit-withdrawal.originals', ORIGINALS) }),
  },
  {
    id: 'sworn',
    when: (facts) => chosenRules(facts)?.statutoryDeclaration === true,
    ask: (facts) => ({
      type: 'statement',
      tone: 'caution',
      paragraphs: [
        message('withdrawal.sworn.where'),
        ...sworn(facts),
        message('withdrawal.sworn.original'),
        message('withdrawal.sworn.false'),
      ],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
  {
    id: 'forms',
    ask: (facts) => ({
      type: 'statement',
      tone: 'plain',
      paragraphs: [...formLabels(facts), message('withdrawal.thirty-days')],
      figures: [],
      agree: message('shared.read'),
    }),
  },
];

/**
 * What the member will swear, sentence by sentence, out of the answers. The form has words of its own, which were not
 * found (facts/domain.md §8): this says what they come to.
 */
export function sworn({ answers }: Facts): readonly Label[] {
  switch (answers['ground']) {
    case 'early-retirement':
      return [message('withdrawal.sworn.ceased-work'), message('withdrawal.sworn.no-work')];
    case 'permanent-departure':
      return [
        message('withdrawal.sworn.departure', { date: answers['departure-date'] ?? '' }),
        message('withdrawal.sworn.permitted'),
        message('withdrawal.sworn.once'),
      ];
    case 'small-balance':
      return [
        message('withdrawal.sworn.balance', { date: answers['last-contribution'] ?? '' }),
        message('withdrawal.sworn.no-work'),
      ];
    default:
      return [];
  }
}

/** Everything to bring, whether the member has it today or not: the paper is looked at there. */
export function bring(facts: Facts): readonly Label[] {
  const evidence = chosenRules(facts)?.evidence ?? [];
  return [...evidence.map(({ text }) => ({ words: text })), ...formLabels(facts)];
}

/** Receipt: when money comes, and that an original is still missing. */
export function tell(facts: Facts): readonly Label[] {
  return [
    ...(originalNeeded(facts)
      ? [message(areOriginalsSeen(facts) ? 'withdrawal.original-seen' : 'withdrawal.original-first')]
      : []),
    ...(facts.answers['extra-check'] === undefined ? [] : [message('withdrawal.extra-check')]),
    message('withdrawal.thirty-days'),
  ];
}

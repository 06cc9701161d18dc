import { z } from 'zod';
import { message } from '../../ask.ts';
import type { Definition, Facts } from '../../definition.ts';
import {
  ANSWER_CHANNELS,
  answerContact,
  answerContactSchema,
  answerSteps,
} from '../../shared/answer-steps.ts';
import { optionsOf } from '../../shared/options.ts';
import { complaintWords } from './rules.ts';

const NATURES = ['complaint', 'suggestion', 'praise'] as const;
/** What people complained of when the platform opened (facts/domain.md §6), in the order of a visit. */
const CATEGORIES = [
  'registration',
  'cannot-see',
  'contributions-missing',
  'contribution-process',
  'particulars',
  'payment-late',
  'waiting',
  'service',
  'this-machine',
  'other',
] as const;
const SEVERITIES = ['money-at-risk', 'cannot-go-on', 'inconvenient'] as const;

const pledgeSchema = z.strictObject({
  acknowledgedWithin: z.number().int().positive(),
  answeredWithin: z.number().int().positive(),
});

const detailsSchema = z.strictObject({
  nature: z.enum(NATURES),
  category: z.enum(CATEGORIES),
  /** Null where it is no complaint. */
  severity: z.enum(SEVERITIES).nullable(),
  /** As typed; empty: chosen from the lists only. */
  words: z.array(z.string().min(1).max(80)).max(3),
  answer: answerContactSchema,
  /** Working days that were promised on the screen; null: nothing was, as no answer is wanted. */
  pledge: pledgeSchema.nullable(),
});

const isComplaint = ({ answers }: Facts): boolean => answers['nature'] === 'complaint';
const wantsAnswer = ({ answers }: Facts): boolean => isAnswered(answers['answer-by']);
const isAnswered = (channel: string | undefined): boolean => channel !== undefined && channel !== 'none';

function pledgeOf({ data }: Facts): z.infer<typeof pledgeSchema> {
  const { acknowledgedWithin, answeredWithin } = data.contacts.complaintPledge;
  return { acknowledgedWithin, answeredWithin };
}

/** Complaint, suggestion or praise; nobody needs to be identified, and who wants no answer gives no contact. */
export const complaint: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'complaint',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.4', '§6'],
  steps: [
    { id: 'nature', ask: () => ({ type: 'choice', options: optionsOf('ask.complaint.nature', NATURES) }) },
    {
      id: 'category',
      ask: () => ({ type: 'choice', options: optionsOf('ask.complaint.category', CATEGORIES) }),
    },
    {
      id: 'severity',
      when: isComplaint,
      ask: () => ({ type: 'choice', options: optionsOf('ask.complaint.severity', SEVERITIES) }),
    },
    ...answerSteps(ANSWER_CHANNELS),
    {
      id: 'words',
      ask: () => ({ type: 'text', keyboard: 'latin', lines: 3, optional: true }),
      check: (value, { answers }) => complaintWords(value, answers),
    },
    {
      id: 'pledge',
      when: wantsAnswer,
      ask: (facts) => ({
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          message('ask.complaint.pledge.text', pledgeOf(facts)),
          message('ask.complaint.pledge.from'),
        ],
        figures: [],
        agree: message('ask.complaint.pledge.agree'),
      }),
    },
  ],
  build: (facts) => ({
    nature: facts.answers['nature'],
    category: facts.answers['category'],
    severity: facts.answers['severity'] ?? null,
    words: (facts.answers['words'] ?? '').split('\n').filter((line) => line !== ''),
    answer: answerContact(facts.answers),
    pledge: wantsAnswer(facts) ? pledgeOf(facts) : null,
  }),
  tell: (facts) => (wantsAnswer(facts) ? [message('ask.complaint.pledge.text', pledgeOf(facts))] : []),
};

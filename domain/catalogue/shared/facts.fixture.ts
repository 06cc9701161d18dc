import { officerAttestation, readAdult01 } from '../../registration/draft.fixture.ts';
import type { Answers, Definition, Facts } from '../definition.ts';
import { type InstructionPayload, buildInstruction } from '../instruction.ts';
import { checkAnswer, pagesFor } from '../pages.ts';
import type { Failure, Result } from '../../result.ts';
import { hongKongDate } from '../../time.ts';
import { sampleData } from './reference-data.fixture.ts';

/** Monday 23 November 2026, 10:00 in Hong Kong. */
export const MONDAY_MORNING = '2026-11-23T02:00:00.000Z';

/** What the rules look at: an identified adult, online, on a Monday morning, unless said otherwise. */
export function factsWith(answers: Answers = {}, other: Partial<Facts> = {}): Facts {
  const now = other.now ?? MONDAY_MORNING;
  return {
    answers,
    identified: readAdult01,
    online: true,
    now,
    today: hongKongDate(now),
    data: sampleData,
    ...other,
  };
}

/** Whoever is identified was born on this day. */
export function bornIn(year: number, month = 1, day = 1): Partial<Facts> {
  if (readAdult01.means !== 'reader') throw new Error('the fixture is a card that was read');
  const document = { ...readAdult01.document, dateOfBirth: { year, month, day } };
  return { identified: { means: 'reader', document } };
}

/** Ids of the pages that these answers lead through. */
export function pageIds(definition: Definition, answers: Answers, other: Partial<Facts> = {}): string[] {
  return pagesFor(definition, factsWith(answers, other)).map(({ id }) => id);
}

/** One answer, checked as the flow checks it; the page must be among those the other answers lead to. */
export function answered(
  definition: Definition,
  page: string,
  value: string,
  answers: Answers = {},
  other: Partial<Facts> = {},
): Result<string, Failure<string>> {
  const facts = factsWith(answers, other);
  const found = pagesFor(definition, facts).find(({ id }) => id === page);
  if (found === undefined) throw new Error(`no page ${page}`);
  return checkAnswer(found, value, facts);
}

/** The payload that complete answers travel as; `read` is given on every statement that is not answered. */
export function sent(
  definition: Definition,
  answers: Answers,
  other: Partial<Facts> = {},
): Result<InstructionPayload, Failure<'incomplete'>> {
  const facts = withStatements(definition, factsWith(answers, other));
  return buildInstruction(
    definition,
    {
      identified: facts.identified,
      attestation: officerAttestation,
      answers: facts.answers,
      notice: { digest: 'n'.repeat(43), locale: 'zh-Hant', at: '2026-11-23T02:00:00.000Z' },
      declaration: { digest: 'd'.repeat(43), locale: 'zh-Hant', at: '2026-11-23T02:06:00.000Z' },
    },
    facts,
  );
}

/** The facts with every statement read that is on the way. */
export function withStatements(definition: Definition, facts: Facts): Facts {
  const read = pagesFor(definition, facts)
    .filter(({ step, index }) => step.ask(facts, index).type === 'statement')
    .map(({ id }) => [id, 'read'] as const);
  return { ...facts, answers: { ...Object.fromEntries(read), ...facts.answers } };
}

/** The details of a payload that can be sent. */
export function detailsOf(definition: Definition, answers: Answers, other: Partial<Facts> = {}): unknown {
  const payload = sent(definition, answers, other);
  if (!payload.ok) throw new Error(`incomplete: ${String(payload.params?.['field'])}`);
  return payload.value.details;
}

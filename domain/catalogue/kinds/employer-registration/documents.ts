import type { Answers } from '../../definition.ts';
import { answerInRound } from '../../shared/rounds.ts';
import type { Paper } from './vocabulary.ts';

/** One company, some that are typed, or a list that is brought. */
export const WAYS = ['one', 'several', 'list'] as const;

/** How many companies are typed; undefined while it is not known, or where a list is brought. */
export function typedCount(answers: Answers): string | undefined {
  if (answers['way'] === 'one') return '1';
  return answers['way'] === 'several' ? answers['company-count'] : undefined;
}

/** Whether a later company takes form and papers over from the first one. */
export function isReused(answers: Answers, index: number): boolean {
  return index > 1 && answerInRound(answers, 'reuse', index) === 'yes';
}

/** An answer that a group shares: the company's own, or the first one's where that was said. */
export function sharedAnswer(answers: Answers, step: string, index: number): string | undefined {
  return answerInRound(answers, step, isReused(answers, index) ? 1 : index);
}

/** How papers are shown: a new employer has nothing from a trustee (facts/domain.md §2.3). */
export function routeOf(answers: Answers, index: number): string | undefined {
  return answers['standing'] === 'new' ? 'company-papers' : sharedAnswer(answers, 'route', index);
}

/** The papers that must be there (facts/domain.md §2.3, documents 1 to 3). */
export function papersNeeded(answers: Answers, index: number): readonly Paper[] {
  return papersOf(sharedAnswer(answers, 'form', index), answers['standing']);
}

/** The papers of a company of this form (facts/domain.md §2.3, documents 1 to 3). */
export function papersOf(form: string | undefined, standing: string | undefined): readonly Paper[] {
  const registered: readonly Paper[] =
    form === 'incorporated'
      ? ['incorporation']
      : form === 'non-hong-kong'
        ? ['non-hong-kong-registration']
        : [];
  const appointed = standing === 'new' ? 'board-resolution' : 'appointment-form';
  return ['business-registration', ...registered, appointed];
}

import type { Answers } from '../definition.ts';
import { pageId } from '../pages.ts';

/** What was answered to a repeated step in a round. @param index from 1 */
export function answerInRound(answers: Answers, step: string, index: number): string | undefined {
  return answers[pageId(step, index)];
}

/** 1 to the count that was answered; nothing while it is not. */
export function rounds(count: string | undefined): readonly number[] {
  return Array.from({ length: Number(count ?? 0) }, (_, round) => round + 1);
}

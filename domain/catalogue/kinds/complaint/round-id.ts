import type { Answers } from '../../definition.ts';

/** The id of a repeated page in a round, as `pages.ts` forms it. @param index from 1 */
function roundId(step: string, index: number): string {
  return index === 1 ? step : `${step}-${String(index)}`;
}

export function answerInRound(answers: Answers, step: string, index: number): string | undefined {
  return answers[roundId(step, index)];
}

/** 1 to the count that was answered; nothing while it is not. */
export function rounds(count: string | undefined): readonly number[] {
  return Array.from({ length: Number(count ?? 0) }, (_, round) => round + 1);
}

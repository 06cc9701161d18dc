import type { DurableDatabase } from '../database.ts';
import { promised } from './write.ts';

/**
 * What is asked in one turn of the event loop is read in one transaction: a batch asks fifty times, and to begin and end
 * a transaction takes longer than to read a row.
 * @param read reads one; what it throws is the rejection of whoever asked
 */
export function inOneLook<Question extends readonly unknown[], Answer>(
  database: DurableDatabase,
  read: (...question: Question) => Answer,
): (...question: Question) => Promise<Answer> {
  interface Asked {
    readonly answer: () => void;
    readonly reject: (error: unknown) => void;
  }
  let asked: Asked[] = [];
  const answerAll = database.transaction((all: readonly Asked[]) => {
    for (const { answer } of all) answer();
  });

  function look(): void {
    const all = asked;
    asked = [];
    try {
      answerAll(all);
    } catch (error) {
      // The transaction could not begin; what is answered already stays so.
      for (const { reject } of all) reject(error);
    }
  }

  return (...question) =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) queueMicrotask(look);
      const answer = (): void => resolve(promised(() => read(...question)));
      asked.push({ answer, reject });
    });
}

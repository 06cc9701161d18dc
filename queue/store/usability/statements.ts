import type { UsabilityCell } from '../../../domain/usability/cell.ts';
import type { Connection } from '../database/connection.ts';

export type UsabilityRow = Omit<UsabilityCell, 'assist' | 'textSize'> & {
  readonly assist: 0 | 1;
  readonly text_size: string;
};

export function usabilityStatements(connection: Connection) {
  return {
    touchUsabilityDay: connection.prepare<{ day: string; budget: number }>(
      `INSERT INTO usability_days (day, budget, untold) VALUES (@day, @budget, 1)
       ON CONFLICT (day) DO UPDATE SET budget = @budget, untold = 1`,
    ),
    addUsability: connection.prepare<UsabilityRow>(
      `INSERT INTO usability (day, mode, profile, flow, step, locale, text_size, assist, measure, count)
       VALUES (@day, @mode, @profile, @flow, @step, @locale, @text_size, @assist, @measure, @count)
       ON CONFLICT DO UPDATE SET count = count + @count`,
    ),
    usabilityBetween: connection.prepare<[string, string], UsabilityRow>(
      'SELECT * FROM usability WHERE day >= ? AND day <= ?',
    ),
    usabilityDays: connection.prepare<[], { day: string; budget: number }>(
      'SELECT day, budget FROM usability_days',
    ),
    /** Days before this one: today still grows. */
    untoldUsability: connection.prepare<[string], { day: string; budget: number }>(
      'SELECT day, budget FROM usability_days WHERE untold = 1 AND day < ? ORDER BY day LIMIT 1',
    ),
    usabilityTold: connection.prepare<{ day: string; budget: number }>(
      'UPDATE usability_days SET untold = 0 WHERE day = @day AND budget = @budget',
    ),
    forgetUsabilityDay: connection.prepare<[string]>('DELETE FROM usability_days WHERE day = ?'),
  };
}

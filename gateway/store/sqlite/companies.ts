import { z } from 'zod';
import { COMPANY_OUTCOME_CODES } from '../../../domain/catalogue/kinds/employer-registration/vocabulary.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import type { DurableDatabase } from '../database.ts';
import type { JudgedCompany, NewCompany } from '../submission-store.ts';
import { bytes } from './rows.ts';
import type { Effect } from './effect.ts';

interface Of {
  readonly terminalId: string;
  readonly id: string;
}

const code = z.enum(COMPANY_OUTCOME_CODES).nullable();
const leftRow = z.object({ company_key: bytes, fault: code });
const judgedRow = z.object({ outcome: z.enum(['registered', 'refused']).nullable(), code });

/** The companies of one submission, each with an outcome of its own. Every function belongs inside a transaction. */
export interface Companies {
  /** Keeps them undecided; the submission's row must be there. */
  insert(of: Of, companies: readonly NewCompany[]): void;
  /** As they were kept. */
  of(of: Of): readonly NewCompany[];
  /**
   * Each is registered, or refused by itself. The submission is accepted when one of them is; nothing is written before
   * `apply`.
   */
  effectOf(of: Of, companies: readonly NewCompany[]): Effect;
  /** What was accepted is so no more: nothing of it is registered. */
  forget(of: Of): void;
  outcomes(of: Of): readonly JudgedCompany[];
}

export function createCompanies(database: DurableDatabase): Companies {
  const insertCompany = database.prepare(
    'INSERT INTO companies (terminal_id, id, place, company_key, fault) VALUES (?, ?, ?, ?, ?)',
  );
  const selectLeft = database.prepare(
    'SELECT company_key, fault FROM companies WHERE terminal_id = ? AND id = ? ORDER BY place',
  );
  const selectJudged = database.prepare(
    'SELECT outcome, code FROM companies WHERE terminal_id = ? AND id = ? ORDER BY place',
  );
  const selectRegistered = database.prepare(
    `SELECT 1 FROM companies WHERE company_key = ? AND outcome = 'registered'`,
  );
  const update = database.prepare(
    'UPDATE companies SET outcome = ?, code = ? WHERE terminal_id = ? AND id = ? AND place = ?',
  );
  const updateAll = database.prepare(
    'UPDATE companies SET outcome = NULL, code = NULL WHERE terminal_id = ? AND id = ?',
  );

  return {
    insert({ terminalId, id }, companies) {
      for (const [at, { key, fault }] of companies.entries()) {
        insertCompany.run(terminalId, id, at + 1, key, fault);
      }
    },
    of: ({ terminalId, id }) =>
      z
        .array(leftRow)
        .parse(selectLeft.all(terminalId, id))
        .map(({ company_key: key, fault }) => ({ key, fault })),
    effectOf({ terminalId, id }, companies) {
      const codes = companies.map(
        ({ key, fault }) =>
          fault ?? (selectRegistered.get(key) === undefined ? null : ('already-registered' as const)),
      );
      return {
        outcome: outcomeOf(codes.filter((one) => one !== null).length, codes),
        apply: () => {
          for (const [at, refused] of codes.entries()) {
            update.run(refused === null ? 'registered' : 'refused', refused, terminalId, id, at + 1);
          }
        },
      };
    },
    forget({ terminalId, id }) {
      updateAll.run(terminalId, id);
    },
    outcomes: ({ terminalId, id }) =>
      z
        .array(judgedRow)
        .parse(selectJudged.all(terminalId, id))
        .map(({ outcome, code: why }, at) => ({ place: at + 1, state: outcome ?? 'waiting', code: why })),
  };
}

function outcomeOf(refused: number, codes: readonly (string | null)[]): Outcome {
  if (refused < codes.length) return { state: 'accepted' };
  const known = codes.every((one) => one === 'already-registered');
  return { state: 'rejected', code: known ? 'already-registered' : 'payload-refused' };
}

import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { GATEWAY_MODES, type GatewayMode, terminalFault } from './practice.ts';

const terminalRow = z.object({ terminal_id: z.string() });
const row = z.object({ mode: z.enum(GATEWAY_MODES) });

/**
 * Fixes what a database is for. A database that was in use before there was practice is live.
 * @param wanted undefined: whatever it is
 * @returns `mode-differs` when it is the other one
 */
export function settledMode(
  database: DurableDatabase,
  wanted: GatewayMode | undefined,
): Result<GatewayMode, Failure<'mode-differs'>> {
  return database
    .transaction((): Result<GatewayMode, Failure<'mode-differs'>> => {
      const stored = database.prepare('SELECT mode FROM gateway_mode').get();
      if (stored !== undefined) {
        const { mode } = row.parse(stored);
        return wanted === undefined || wanted === mode ? ok(mode) : fail('mode-differs');
      }
      const mode = wanted ?? 'live';
      const enrolled = database.prepare('SELECT DISTINCT terminal_id FROM terminal_credentials').all();
      const others = z
        .array(terminalRow)
        .parse(enrolled)
        .some((one) => terminalFault(one.terminal_id, mode) !== null);
      if (others) return fail('mode-differs');
      database.prepare('INSERT INTO gateway_mode (one, mode) VALUES (1, ?)').run(mode);
      return ok(mode);
    })
    .immediate();
}

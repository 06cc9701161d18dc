import { OUTCOME_CODES } from '../../domain/codes.ts';
import { formatReference, parseReference } from '../../domain/reference.ts';
import type { Decision } from '../store/submission-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from './command.ts';

const USAGE = `node gateway/main.ts decide <reference> accepted|superseded [--data ${USUAL_DATA}]
       node gateway/main.ts decide <reference> rejected|needs-correction <code> [--data ${USUAL_DATA}]
       codes: ${OUTCOME_CODES.join(', ')}
`;

function decisionOf(state: string | undefined, code: string | undefined): Decision | null {
  const known = OUTCOME_CODES.find((candidate) => candidate === code);
  switch (state) {
    case 'accepted':
      return code === undefined ? { state } : null;
    case 'superseded':
      return code === undefined ? { state, by: null } : null;
    case 'rejected':
    case 'needs-correction':
      return known === undefined ? null : { state, code: known };
    default:
      return null;
  }
}

/** Decides one submission by hand, also while the gateway runs; the terminal hears of it by its cursor. */
export async function decide(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [typed = '', state, code, ...more] = positionals;
  const parsed = parseReference(typed);
  if (!parsed.ok) giveUp(`the reference is not one: a character is missing or wrong\n${USAGE}`);
  const decision = decisionOf(state, code);
  if (decision === null || more.length > 0) giveUp(`arguments\n${USAGE}`);

  const opened = openSqliteStore(values.data);
  if (!opened.ok) giveUpFor(opened);
  const reference = formatReference(parsed.value);
  try {
    const decided = await opened.value.decide(reference, decision, new Date().toISOString());
    if (!decided.ok) giveUpFor(decided);
    say({ decided: reference, outcome: decided.value });
  } finally {
    opened.value.close();
  }
}

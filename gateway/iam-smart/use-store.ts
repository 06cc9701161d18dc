import { z } from 'zod';
import type { DurableDatabase } from '../store/database.ts';
import type { NewSubmission } from '../store/submission-store.ts';

const useRow = z.object({ terminal_id: z.string(), submission_id: z.string() });

/**
 * A sign-in counts for one submission: the first that is stored with it. Belongs inside the write transaction that
 * stores the submission.
 * @returns a function that gives a submission as it counts: as it is, or without the sign-in that another one used
 */
export function createSignInUses(database: DurableDatabase): (submission: NewSubmission) => NewSubmission {
  const insert = database.prepare(`
    INSERT INTO sign_in_uses (id, terminal_id, submission_id, forget_at)
    VALUES (@id, @terminalId, @submissionId, @forgetAt) ON CONFLICT (id) DO NOTHING`);
  const select = database.prepare('SELECT terminal_id, submission_id FROM sign_in_uses WHERE id = ?');

  return (submission) => {
    const { signIn, envelope } = submission;
    if (signIn === null) return submission;
    const { id, forgetAt, otherwise } = signIn;
    insert.run({ id, forgetAt, terminalId: envelope.terminalId, submissionId: envelope.id });
    const { terminal_id, submission_id } = useRow.parse(select.get(id));
    const own = terminal_id === envelope.terminalId && submission_id === envelope.id;
    return own ? submission : { ...submission, ...otherwise, signIn: null };
  };
}

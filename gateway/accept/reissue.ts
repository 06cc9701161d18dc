import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Receipt } from '../../domain/wire/contract.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { SignedReceipt } from '../store/submission-store.ts';

/**
 * A receipt under a revoked key purges nothing at the terminal (DESIGN.md, *Trust*), so repeating it would leave the
 * item there for ever: it is issued anew. It keeps its first `receivedAt` when the new key covers that instant;
 * otherwise it carries the instant of issue, since terminals check that the key was in force at `receivedAt`.
 * @returns null when the receipt that was given still counts
 */
export async function reissued(
  given: { readonly kid: string; readonly receivedAt: string },
  facts: Pick<Receipt, 'id' | 'digest' | 'terminalId'>,
  keys: KeyRing,
  issuedAt: string,
): Promise<Result<SignedReceipt | null, Failure<'busy'>>> {
  const { document } = await keys.current();
  const key = document.keys.find((candidate) => candidate.kid === given.kid);
  if (key !== undefined && key.revokedAt === null) return ok(null);
  const { id, digest, terminalId } = facts;
  for (const receivedAt of [given.receivedAt, issuedAt]) {
    const receipt = { id, digest, terminalId, receivedAt } satisfies Receipt;
    const signed = await keys.sign(receipt, 'receipt', receivedAt);
    if (signed.ok) return signed;
  }
  return fail('busy');
}

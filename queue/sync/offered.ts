import type { Failure, Result } from '../../domain/result.ts';
import type { Trust } from './trust.ts';

/**
 * Offers to its store what the platform has signed. Where its key is not trusted, the newest keys are fetched and it is
 * offered once more.
 *
 * @param notTrusted the code by which the store says so
 * @returns whether the store took it
 */
export async function isTaken<Code extends string>(
  offer: () => Promise<Result<unknown, Failure<Code>>>,
  notTrusted: NoInfer<Code>,
  trust: Pick<Trust, 'refreshKeys'>,
): Promise<boolean> {
  const first = await offer();
  if (first.ok || first.code !== notTrusted) return first.ok;
  await trust.refreshKeys();
  return (await offer()).ok;
}

import type { KeyDocument, KeyUse } from '../../domain/wire/contract.ts';

const DAY_MS = 86_400_000;

/**
 * Days from the instant for which there is a sealing key, where one may take over from another; 0 when there is none.
 * @param instant ISO instant
 */
export function sealingDaysLeft(document: KeyDocument, use: KeyUse, instant: string): number {
  const keys = document.keys.filter((key) => key.use === use && key.revokedAt === null);
  let until = instant;
  for (;;) {
    const next = keys.find((key) => key.notBefore <= until && key.notAfter > until);
    if (next === undefined) return (Date.parse(until) - Date.parse(instant)) / DAY_MS;
    until = next.notAfter;
  }
}

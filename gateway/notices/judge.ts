import type { OutcomeCode } from '../../domain/codes.ts';
import { agreedUses, isWhole, type OwnLanguage, type PutText } from '../../domain/notices/own-language.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { NoticeStore, StoredTranslation } from './notice-store.ts';

/** What of a registration says how notice, consents and declaration were put to the member in their own language. */
export interface PutInOwnLanguage {
  readonly own: OwnLanguage;
  /** Digests of the texts that the payload says were shown. */
  readonly notice: string;
  readonly declaration: string;
  readonly optionalUses: RegistrationPayload['consents']['optionalUses'];
}

/**
 * Why the member has to be asked once more: they were put words that nobody signed off, that had been withdrawn by then,
 * or of another notice; or they say that they heard what has no recording, was not played to its end, or was not put.
 *
 * @returns null: all is as it was signed off
 */
export async function judgeOwnLanguage(
  put: PutInOwnLanguage,
  capturedAt: string,
  store: Pick<NoticeStore, 'findTranslation'>,
): Promise<OutcomeCode | null> {
  const { own, optionalUses } = put;
  const agreed = agreedUses(own);
  if (!isWhole(own) || agreed.join() !== optionalUses.join()) return 'notice-not-heard';
  for (const text of own.texts) {
    const fault = faultOf(text, await store.findTranslation(text.translation), put, capturedAt);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOf(
  text: PutText,
  stored: StoredTranslation | null,
  { own, notice, declaration }: PutInOwnLanguage,
  capturedAt: string,
): OutcomeCode | null {
  if (stored === null) return 'notice-not-known';
  const { translation, withdrawnAt } = stored;
  if (translation.language !== own.language || translation.part !== text.part) return 'notice-not-known';
  if (withdrawnAt !== null && Date.parse(withdrawnAt) <= Date.parse(capturedAt)) return 'notice-withdrawn';
  const shown = text.part === 'notice' ? notice : text.part === 'declaration' ? declaration : text.original;
  const originals = Object.values(translation.translates);
  if (!originals.includes(text.original) || !originals.includes(shown)) return 'notice-out-of-date';
  const neverPlayed = translation.sound === null && text.played !== 'nothing';
  const known = text.way === 'heard' ? text.played === 'whole' : text.shownToEnd;
  return neverPlayed || !known ? 'notice-not-heard' : null;
}

import type { z } from 'zod';
import type { AssuranceLevel, IdentificationEvidence } from '../../../domain/assurance.ts';
import type { RegisteredCompany } from '../../../domain/catalogue/definition.ts';
import type { OutcomeCode } from '../../../domain/codes.ts';
import type { MobileEvidence } from '../../../domain/identity/proof/mobile-code.ts';
import type { Remainder } from '../../../domain/registration/remainder.ts';
import type { PutInOwnLanguage } from '../../notices/judge.ts';
import type { SubmissionKind } from '../../../domain/wire/contract.ts';

/** What the gateway needs to know of an opened payload; the payload itself goes no further. */
export interface Understood {
  /** Null for what is from nobody in particular. */
  readonly member: {
    readonly evidence: IdentificationEvidence;
    /** Identity of the member, canonical; only ever used under an HMAC. */
    readonly documentId: string;
    /** `A12***(*)`. */
    readonly maskedNumber: string;
  } | null;
  /** Name and birth date in one text, canonical; only ever used under an HMAC. Null where the payload has none. */
  readonly details: string | null;
  /** How notice, consents and declaration were put to the member in a language of their own. Left out: they were not. */
  readonly ownLanguage?: PutInOwnLanguage;
  /** Why it waits for papers before anything is done about it. */
  readonly toCorrect: OutcomeCode | null;
  /** Set when the payload fits its schema and yet breaks a rule; the submission is then rejected. */
  readonly refusal: OutcomeCode | null;
  /** Taken in a van: what is still to be asked (docs/adr/0029). Left out: nothing is. */
  readonly remainder?: Remainder;
  /** The mobile number it gives as contact, and what shows that it was confirmed. Left out: it gives none. */
  readonly mobile?: { readonly number: string; readonly evidence: MobileEvidence | null };
  /** Id of the submission that the member takes back. */
  readonly withdraws: string | null;
  /** Once accepted, the contact known until then hears of it too (DESIGN.md, *Assurance*). */
  readonly tellsOldContact: boolean;
  /** The slip's code of what is taken back, where nobody was identified for it. */
  readonly withdrawsWith: string | null;
  /** Whose rules for voluntary contributions these are; null for what describes none. Only ever used under an HMAC. */
  readonly describes: { readonly account: string; readonly scheme: string } | null;
  /** Id of the file that holds rows to be checked before it is accepted; null or left out: none does. */
  readonly rowsIn?: string | null;
  /** The companies that are registered by it, each judged by itself on the Hong Kong day it was left; left out: none. */
  readonly companies?: readonly RegisteredCompany[];
  /** It says what only a terminal in a service centre may say (ADR 0036). Left out: it does not. */
  readonly centreOnly?: boolean;
  /** Accepted, it gets the number of a bill (`bills/`). Left out: it does not. */
  readonly billed?: boolean;
  /** The code on the member's slip; never stored, compared in memory (ADR 0010). */
  readonly enquiryCode: string | null;
}

/** How one kind of submission, in one version of its schema, is read. */
export interface KindRules<Payload> {
  readonly kind: SubmissionKind;
  readonly schemaVersion: number;
  readonly payload: z.ZodType<Payload>;
  readonly requiredAssurance: AssuranceLevel;
  readonly understand: (payload: Payload) => Understood;
}

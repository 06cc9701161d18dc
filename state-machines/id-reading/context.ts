import type { FieldErrorCode, ReaderTrouble } from '../../domain/codes.ts';
import { type Hkid } from '../../domain/identity/document/hkid.ts';
import type { WhoItIs } from '../../domain/identity/differing/difference.ts';
import type { RecordStep } from '../../domain/terminal/view/screens/answers.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { Outside } from '../outside.ts';
import { type ReaderFacts } from '../reader-facts.ts';

/** What a page may ask for while a member is being identified. */
type IdReadingIntent = Extract<
  ScreenIntent,
  {
    type:
      | 'CONTINUE'
      | 'BACK'
      | 'FIELD_DRAFT'
      | 'ANSWER'
      | 'RETRY'
      | 'NO_HKID'
      | 'TYPE_NUMBER'
      | 'OTHER_DOCUMENT'
      | 'RECORD_DIFFERS';
  }
>;

export type IdReadingEvent =
  | IdReadingIntent
  /** The session passes on what concerns the ID reader; other devices are not heard here. */
  | HardwareEvent
  /** The card lies there and nothing came in time. */
  | { readonly type: 'READ_OVERDUE' };

export type OtherDocument = 'passport' | 'replacement-slip';

export interface IdReadingInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly reader: ReaderFacts;
  /** `result` shows again what was read or typed; `typed-number` asks for the number once more. */
  readonly startAt: 'reader' | 'result' | 'typed-number' | 'no-hkid';
  readonly identified: IdentifiedMember | null;
  /** Whether a record that has the member otherwise is a case here. */
  readonly mayDiffer: boolean;
}

export type IdReadingOutput =
  | {
      readonly outcome: 'identified';
      readonly identified: IdentifiedMember;
      /** How a record has them, as the member says; left out: they said nothing of one. */
      readonly recordSays?: WhoItIs;
    }
  | { readonly outcome: 'back' }
  | { readonly outcome: 'other-document'; readonly document: OtherDocument };

export interface IdReadingContext {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly startAt: IdReadingInput['startAt'];
  readonly reader: ReaderFacts;
  /** The read that is armed; a document of any other is dropped. */
  readonly readId: string | null;
  readonly identified: IdentifiedMember | null;
  readonly trouble: ReaderTrouble;
  /** Failed reads so far in this visit. */
  readonly attempt: number;
  readonly typed: string;
  readonly typedError: FieldErrorCode | null;
  /** The typed number that passed its check digit and still has to be confirmed. */
  readonly number: Hkid | null;
  readonly mayDiffer: boolean;
  /** What is said of a record so far; null: nothing. */
  readonly said: Readonly<Partial<Record<RecordStep, string>>>;
  readonly saidError: FieldErrorCode | null;
  readonly output: IdReadingOutput;
}

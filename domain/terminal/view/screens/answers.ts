import type { Ask, Label, Listed } from '../../../catalogue/ask.ts';
import type { FieldErrorCode, OutcomeCode } from '../../../codes.ts';
import type { InstructionKind } from '../../../kinds/kinds.ts';
import type { CodeChoice } from '../../../registration/ccc/ccc.ts';
import type { WhereNext } from '../../../reference-data/look-up/where-next.ts';
import type { RegistrationStep } from '../../../registration/answers.ts';
import type { Employment, PrefillSource } from '../../../roster/prefill.ts';
import type { Failure } from '../../../result.ts';
import type { ReviewRow, AskedRow } from '../rows.ts';

/** What is asked, one thing a page, and all of it to be looked at. */
export type AnswerScreen =
  | {
      readonly id: 'question';
      readonly step: RegistrationStep;
      /** What was answered or typed before; the page edits it locally. */
      readonly value: string;
      readonly error: FieldErrorCode | null;
      /** True when the member came here by "change" on the review page. */
      readonly changing: boolean;
      /** What stands there was brought by a list or a form. */
      readonly from?: PrefillSource;
      /** What was brought; on `employer` only. */
      readonly employment?: Employment;
      /** What each keyed code may stand for; on `chinese-characters` only. */
      readonly choices?: readonly CodeChoice[];
    }
  /** How a record has the member, one thing a page, beginning with what the card says. */
  | {
      readonly id: 'record-says';
      readonly step: RecordStep;
      readonly value: string;
      readonly error: FieldErrorCode | null;
    }
  /** One page of an instruction, drawn from what it asks (domain/catalogue). */
  | {
      readonly id: 'ask';
      readonly kind: InstructionKind;
      readonly page: string;
      /** Prefix of its messages: `.heading`, `.help`. */
      readonly words: string;
      /** Round of a repeated step, from 1. */
      readonly index: number;
      readonly ask: Ask;
      readonly value: string;
      /** Message `rule.<code>` or `error.<code>`. */
      readonly error: Failure<string> | null;
      readonly changing: boolean;
      /** Of whom this round is; left out: it is of nobody in particular. */
      readonly about?: Label;
      /** Somebody else's identity number, given before, while staff hold the session: shown only while a button is held. */
      readonly given?: string;
    }
  | {
      readonly id: 'instruction-review';
      readonly kind: InstructionKind;
      /** Who it is from; empty where nobody has to be identified. */
      readonly identity: readonly ReviewRow[];
      readonly rows: readonly AskedRow[];
      /** What came in a list, shown in pages of its own; left out or empty where nothing did. */
      readonly listed?: readonly Listed[];
      readonly ending: InstructionEnding;
    }
  /** Nothing was submitted: what to bring where. */
  | {
      readonly id: 'prepared';
      readonly kind: InstructionKind;
      readonly why: 'offline' | 'assurance';
      readonly bring: readonly Label[];
      readonly where?: readonly WhereNext[];
    }
  | {
      readonly id: 'review';
      readonly rows: readonly ReviewRow[];
      readonly online: boolean;
      /** What is corrected and why, when this is a correction. */
      readonly correcting: { readonly reference: string; readonly code: OutcomeCode } | null;
    };

/** What can be otherwise on a record; asked like the same answers of a registration. */
export type RecordStep = Extract<RegistrationStep, 'surname' | 'given-names' | 'date-of-birth'>;

/** What the review page leads to. */
export type InstructionEnding = 'submit' | 'keep' | 'prepare';

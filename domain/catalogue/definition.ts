import type { z } from 'zod';
import type { IdentifiedMember } from '../registration/draft.ts';
import type { InstructionKind } from '../kinds/kinds.ts';
import type { LookUp, Records } from '../records/records.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import type { Failure, Result } from '../result.ts';
import type { CompanyOutcomeCode } from './kinds/employer-registration/vocabulary.ts';
import type { Ask, Label, Listed } from './ask.ts';

/**
 * What has been answered so far, by page id; in memory only. A missing key means not asked or not answered yet. Every
 * value is as `check` returned it.
 */
export type Answers = Readonly<Record<string, string>>;

/** Everything the rules of a flow may look at. */
export interface Facts {
  readonly answers: Answers;
  /** Null where the kind needs nobody identified (assurance 0). */
  readonly identified: IdentifiedMember | null;
  readonly online: boolean;
  /** ISO instant. */
  readonly now: string;
  /** ISO date in Hong Kong. */
  readonly today: string;
  readonly data: ReferenceData;
  /** The terminal stands in a service centre (ADR 0036); left out: it does not. */
  readonly atServiceCentre?: boolean;
  /** Id of the file that was checked in this visit and is still held; left out or null: none. */
  readonly heldFile?: string | null;
  /** What the platform has said on the page that is open, as that page's answer; left out or null: nothing yet. */
  readonly told?: string | null;
  /** What the platform has on record, looked up in this visit; left out or null: nothing was. */
  readonly records?: Records | null;
}

/**
 * One page. Its words are the messages `ask.<kind>.<step>.heading` and `.help`, and `ask.<kind>.<step>.row` on the
 * review page (none for a statement); every language has them (catalogue.test.ts). In a repeated step all three may
 * use the parameter `{index}`.
 */
export interface Step {
  /** Kebab-case, unique within its flow. */
  readonly id: string;
  /** Prefix of its messages where flows share a step; left out: `ask.<kind>.<id>`. */
  readonly words?: string;
  /** Its page asks for a file, always: the flow then has the states that read one. */
  readonly asksFile?: true;
  /** Left out: always. Looks only at answers of earlier pages. */
  readonly when?: (facts: Facts, index: number) => boolean;
  /**
   * Its answer is somebody else's identity number: staff who hold the session see what was given before only while a button
   * is held.
   */
  readonly identifies?: true;
  /** Of whom or what a round of a repeated step is, above its heading. Left out or null: nothing. */
  readonly about?: (facts: Facts, index: number) => Label | null;
  /** Its page asks the platform something, always (`Ask`, statement, `platform`). */
  readonly asksPlatform?: true;
  /** What is asked; `index` counts the rounds of a repeated step from 1, and is 1 elsewhere. */
  readonly ask: (facts: Facts, index: number) => Ask;
  /**
   * The rule of the answer beyond its shape (`check-shape.ts` has checked that): the normalised answer, or the code of
   * what is wrong, key of the message `rule.<code>`. Left out: the shape is all.
   */
  readonly check?: (value: string, facts: Facts, index: number) => Result<string, Failure<string>>;
  /** Left out: drawn from what was asked (`describe.ts`). An empty list: no row on the review page. */
  readonly describe?: (value: string, facts: Facts, index: number) => readonly Label[];
}

/** Steps that come again for every employee, company or account: `count` rounds, never more than `most`. */
export interface Repeat {
  readonly repeat: string;
  readonly most: number;
  readonly count: (facts: Facts) => number;
  readonly steps: readonly Step[];
}

/** A company as the platform judges it. */
export interface RegisteredCompany {
  readonly businessRegistration: string;
  /** What speaks against it by itself on a Hong Kong day; null: nothing. */
  readonly faultOn: (day: string) => CompanyOutcomeCode | null;
}

/** Reasons not to take an instruction at all, known before or while it is asked; message `refusal.<code>` and `.help`. */
export type Refusal = Failure<string>;

/**
 * One kind of instruction: its pages, its rules and what travels. `createFlowMachine` makes the flow of it, the
 * gateway reads what arrives with the same `details`, and docs/catalogue.md is printed from it.
 */
export interface Definition<Details = unknown> {
  readonly kind: InstructionKind;
  readonly schemaVersion: number;
  readonly steps: readonly (Step | Repeat)[];
  /** What the payload carries besides who, how that is known, consents and the slip's code. Strict. */
  readonly details: z.ZodType<Details>;
  /** The details out of complete answers; the schema is applied to it afterwards. */
  readonly build: (facts: Facts) => unknown;
  /** Something makes it pointless now (no scheme on, offline): said before the first page. Left out: never. */
  readonly refuse?: (facts: Facts) => Refusal | null;
  /** What of the platform's records its pages use; then proving who one is comes first, and is never a must (ADR 0025). */
  readonly lookUp?: LookUp;
  /** Sections of facts/domain.md that its rules come from, for docs/catalogue.md. */
  readonly sources: readonly string[];
  /**
   * What the last page says has to be brought where, when it ends as *prepared only*: documents and forms, in order.
   * Left out: the identity card alone.
   */
  readonly bring?: (facts: Facts) => readonly Label[];
  /**
   * Once accepted, the contact known until then hears of it too, so that nobody changes it unseen (DESIGN.md,
   * *Assurance*); asked of the details as they arrive. Left out: never.
   */
  tellsOldContact?(details: Details): boolean;
  /**
   * The employer account and scheme whose newest accepted one of these the platform gives back to a terminal that takes
   * a remittance for it (ADR 0023); asked of the details as they arrive. Left out: none.
   */
  describes?(details: Details): { readonly account: string; readonly scheme: string };
  /**
   * The companies that it registers: the platform judges and answers each by itself (ADR 0031); asked of the details as
   * they arrive. Left out: none.
   */
  registers?(details: Details): readonly RegisteredCompany[];
  /**
   * Id of the file beside it that holds an employer's rows, which the platform opens and checks before anything is
   * accepted; asked of the details as they arrive. Null: none. Left out: never.
   */
  rowsIn?(details: Details): string | null;
  /**
   * Whether it says what only staff of a service centre may say, so that it is refused from any other terminal (ADR 0036);
   * asked of the details as they arrive. Left out: never.
   */
  isCentreOnly?(details: Details): boolean;
  /**
   * Whether the platform gives it a bill's number once it is accepted, under which it is paid; asked of the details as they
   * arrive. Left out: never.
   */
  isBilled?(details: Details): boolean;
  /** Ids of files that travel beside it, sealed by themselves, in the order of the envelope. Left out: none. */
  readonly files?: (facts: Facts) => readonly string[];
  /** A list that was brought, for the review page to show in pages. Left out or empty: none was. */
  readonly listed?: (facts: Facts) => readonly Listed[];
  /** Lines on the receipt besides reference and state ("if received by 16:00 on …"). Left out: none. */
  readonly tell?: (facts: Facts) => readonly Label[];
}

/** True for a group of steps that come again. */
export function isRepeat(step: Step | Repeat): step is Repeat {
  return 'repeat' in step;
}

import type { Standing } from '../company-list/list.ts';
import type { Locale } from '../locale.ts';
import type { StoredRuleSet } from '../remittance/employer/stored-rules.ts';

/** Words of a page: a message of the catalogues, or words that come with the data (a fund's name, what was typed). */
export type Label =
  | { readonly message: string; readonly params?: Readonly<Record<string, string | number>> }
  | { readonly words: Readonly<Record<Locale, string>> };

/** Something to choose. Options stand in a neutral order; none is ranked, marked or chosen in advance (MPFSO s.34L). */
export interface Option {
  /** Letters, digits, `-`, `_` and `.`: it is joined with others by `,` and `=`. */
  readonly code: string;
  readonly label: Label;
  readonly help?: Label;
}

/** Which keys the page shows. `latin` includes digits; whoever needs Chinese gets it from the document or from CCC. */
export type Keyboard = 'latin' | 'digits' | 'email' | 'money';

/** A line of something computed or known: what it is, and how much. */
export interface Figure {
  readonly label: Label;
  readonly value: Label;
  /** What the lines after it are parts of. */
  readonly heads?: true;
}

/** One of many that were brought in a list. */
export interface Listed {
  readonly title: string;
  readonly details: readonly Label[];
}

/**
 * What a page asks for, as data: the screen is drawn from it, and an answer is always a text of the shape said here.
 * Plain JSON, codes and parameters only: it is part of the View.
 */
export type Ask =
  /** One of several. Answer: its code. */
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  /** Any number of them. Answer: codes in the order of the options, joined by `,`; none is the empty text. */
  | { readonly type: 'several'; readonly options: readonly Option[] }
  /** Answer: the text; lines joined by `\n`. `optional`: the page offers to go on without. */
  | {
      readonly type: 'text';
      readonly keyboard: Keyboard;
      readonly lines: 1 | 2 | 3;
      readonly optional: boolean;
    }
  /** Answer: an amount in Hong Kong dollars, `1500.00`. */
  | { readonly type: 'money' }
  /** Answer: `YYYY-MM-DD`. */
  | { readonly type: 'date' }
  /** Whole percentages that make exactly 100. Answer: `CODE=30,OTHER=70` in the order of the options. */
  | { readonly type: 'allocation'; readonly options: readonly Option[] }
  /**
   * A file from a drive, read and checked by the terminal (domain/remittance). Answer: what is known of a file in which
   * nothing is wrong, as JSON (`FileFacts`); the terminal gives it, no page can.
   */
  | {
      readonly type: 'file';
      /** The most that is read. */
      readonly megabytes: number;
      readonly rows: number;
      /** Every row is held against the paying company's account. */
      readonly payer: { readonly name: string; readonly account: string };
      /** Held against the employer's rule file, which then has to stand beside it. */
      readonly rules: boolean;
      /** What the platform has of the employer's rules; a rule file has to say the same. Null: nothing. */
      readonly stored: StoredRuleSet | null;
      /** Nothing is sent: of a file with wrong rows none is set apart. */
      readonly checkOnly?: true;
    }
  /**
   * A list of companies from a drive, read and checked by the terminal (domain/company-list). Answer: the companies in
   * which nothing is wrong, as JSON (`CompanyList`); the terminal gives it, no page can.
   */
  | {
      readonly type: 'company-list';
      /** The most that is read. */
      readonly megabytes: number;
      readonly companies: number;
      /** Every row is held against it. */
      readonly standing: Standing;
    }
  /** Something to read, with figures where there are some. Answer: `read`, given by the button named `agree`. */
  | {
      readonly type: 'statement';
      readonly tone: 'plain' | 'caution';
      readonly paragraphs: readonly Label[];
      readonly figures: readonly Figure[];
      readonly agree: Label;
      /**
       * What is read is the platform's word about an employer account, which the terminal asks for while the page is
       * shown. Answer: that word (`shared/stored-rules.ts`); the terminal gives it, no page can.
       */
      readonly platform?: { readonly employerAccount: string; readonly scheme: string };
    };

/** A message of the catalogues as a label. */
export function message(key: string, params?: Readonly<Record<string, string | number>>): Label {
  return params === undefined ? { message: key } : { message: key, params };
}

/** The same words in every language: an amount, a number, what somebody typed. */
export function literal(words: string): Label {
  return { words: { 'zh-Hant': words, en: words } };
}

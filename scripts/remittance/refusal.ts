import type { Locale } from '../../domain/locale.ts';
import type { ProblemParameters } from '../../domain/remittance/problems/problem.ts';
import { remittanceText } from '../../domain/remittance/problems/describe.ts';

/** What can be refused before a row is read, with its code for `--json`; in words `remittance.refused.<reason>`. */
const REASONS = {
  'one-file': 'arguments',
  'option-unknown': 'arguments',
  'option-without-value': 'arguments',
  'option-with-value': 'arguments',
  overwrite: 'arguments',
  limit: 'arguments',
  language: 'arguments',
  'file-not-found': 'file-not-found',
  'file-not-file': 'file-not-readable',
  'file-not-readable': 'file-not-readable',
  'rules-not-readable': 'rules',
  'rules-not-json': 'rules',
  'rules-do-not-fit': 'rules',
  'payer-without-rules': 'payer',
  'payer-not-in-rules': 'payer',
  'not-written': 'not-written',
} as const;
type RefusalReason = keyof typeof REASONS;

/** Why nothing was checked. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly reason: RefusalReason;
  readonly params: ProblemParameters;
  /** Lines below the reason, in the words of the language that was asked for. */
  readonly details: (locale: Locale) => readonly string[];

  constructor(
    reason: RefusalReason,
    params: ProblemParameters = {},
    details: (locale: Locale) => readonly string[] = () => [],
  ) {
    super(reason);
    this.reason = reason;
    this.params = params;
    this.details = details;
  }

  /** For `--json`; does not change. */
  get code(): string {
    return REASONS[this.reason];
  }

  /** In plain words. */
  inWords(locale: Locale): string {
    return [
      remittanceText(`remittance.refused.${this.reason}`, this.params, locale),
      ...this.details(locale),
    ].join('\n');
  }
}

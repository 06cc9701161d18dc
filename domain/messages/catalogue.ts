import type {
  ConnectionTrouble,
  EnquiryFault,
  FieldErrorCode,
  FreezeReason,
  OutcomeCode,
  OutOfServiceReason,
  ParkFault,
  ReaderTrouble,
  StaffRefusal,
  SubmitFault,
  TakeUpFault,
} from '../codes.ts';
import type { InterpretedLanguage } from '../identity/interpretation.ts';
import type { SecurityFeature, StaffRole } from '../identity/staff.ts';
import type { Locale } from '../locale.ts';
import type { PaperKind, PrintFault } from '../paper/paper.ts';
import type { CheckName, CheckState } from '../operations/checks.ts';
import type { LogEvent } from '../operations/facts.ts';
import type { ReportFault } from '../operations/port.ts';
import type { TakenOutReason } from '../operations/taken-out.ts';
import type { Face } from '../usability/codes.ts';
import type { ContactChannel, District, OptionalUse, RegistrationStep } from '../registration/answers.ts';
import type { SyncActivity } from '../service/status.ts';
import type { ProgressName } from '../terminal/view/chrome.ts';
import type { ReviewRow } from '../terminal/view/rows.ts';
import type { TicketFault, TicketPurpose } from '../terminal/ports/tickets.ts';
import type { CaseFault } from '../terminal/ports/cases.ts';
import type { CaseAction, CaseState } from '../work-day/cases.ts';
import type { WorkDayFault } from '../terminal/ports/work-day.ts';
import type { DifferenceCode } from '../work-day/tally.ts';
import type { EnquiryStatus } from '../wire/enquiry.ts';
import { en } from './en/index.ts';
import { zhHant } from './zh-Hant/index.ts';

/**
 * Keys that follow from codes elsewhere in the domain. A new code without its message in every language does not
 * compile.
 */
type KeyOfCode =
  | `error.${FieldErrorCode}`
  | `staff.${StaffRefusal}`
  | `out-of-service.${OutOfServiceReason}`
  | `not-saved.${SubmitFault}`
  | `reader.${ReaderTrouble}`
  | `reader.${ReaderTrouble}.help`
  | `connection.${ConnectionTrouble}`
  | `outcome.${OutcomeCode}`
  | `outcome.${OutcomeCode}.help`
  | `freeze.${FreezeReason}`
  | `freeze.${FreezeReason}.figure`
  | `taken-out.${TakenOutReason}`
  | `operations-take-out.${TakenOutReason}`
  | `feedback.${Face}`
  | `check.${CheckName}`
  | `check.${CheckName}.help`
  | `check-state.${CheckState['state']}`
  | `log.${LogEvent}`
  | `usability.save.${ReportFault}`
  | `enquiry.${EnquiryFault}`
  | `enquiry.${EnquiryFault}.help`
  | `parking.${ParkFault}`
  | `resume.${TakeUpFault}`
  | `resume.${TakeUpFault}.help`
  | `ticket-trouble.${TicketFault}`
  | `ticket-trouble.${TicketFault}.help`
  | `ticket-purpose.${TicketPurpose}`
  | `print.${PaperKind}`
  | `print.${PaperKind}.short`
  | `paper.${PaperKind}.title`
  | `printer.${PrintFault}`
  | `enquiry-result.${EnquiryStatus}.heading`
  | `enquiry-result.${EnquiryStatus}.help`
  | `van-trouble.${WorkDayFault}`
  | `cases-trouble.${CaseFault}`
  | `case-state.${CaseState}`
  | `case-next.${CaseState}`
  | `case-action.${CaseAction}`
  | `van.interpreted.${InterpretedLanguage}`
  | `day.difference.${DifferenceCode}`
  | `activity.${SyncActivity}`
  | `trouble.${ConnectionTrouble}`
  | `progress.${ProgressName}`
  | `role.${StaffRole}`
  | `attest.feature.${SecurityFeature}`
  | `channel.${ContactChannel}`
  | `district.${District}`
  | `use.${OptionalUse}`
  | `communication-language.${Locale}`
  | `language.${Locale}`
  | `question.${RegistrationStep}.heading`
  | `question.${RegistrationStep}.help`
  | `review.row.${ReviewRow['key']}`;

/** Every message of the terminal. English is the list of keys; every other language must have the same. */
export type MessageKey = keyof typeof en;

/** One language's messages: ICU MessageFormat strings. */
export type Catalogue = Readonly<Record<MessageKey | KeyOfCode, string>>;

/** The messages of every language; adding a locale to `LOCALES` without its catalogue does not compile. */
export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { 'zh-Hant': zhHant, en };

/**
 * A message whose key is made of codes (`rule.<code>`, `kind.<kind>.name`), without parameters put in.
 * @throws RangeError when there is none: every code has its words (catalogue tests)
 */
export function wordsOf(locale: Locale, key: string): string {
  const words = new Map<string, string>(Object.entries(CATALOGUES[locale])).get(key);
  if (words === undefined) throw new RangeError(`no message ${key}`);
  return words;
}

/** BCP 47 tags for `lang` attributes, plural rules, and formatting numbers and dates the Hong Kong way. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { 'zh-Hant': 'zh-HK', en: 'en-HK' };

/** Writing direction, for the page's `dir`. */
export const DIRECTIONS: Readonly<Record<Locale, 'ltr' | 'rtl'>> = { 'zh-Hant': 'ltr', en: 'ltr' };

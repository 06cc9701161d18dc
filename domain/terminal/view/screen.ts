import type { TicketScreen } from './ticket-view.ts';
import type { OwnLanguageScreen } from './own-language-view.ts';
import type { StationScreen } from './station-view.ts';
import type { CasesScreen } from './cases-view.ts';
import type { VanScreen } from './van-view.ts';
import type { AnswerScreen } from './screens/answers.ts';
import type { BeginningScreen } from './screens/beginning.ts';
import type { CalculatorScreen } from './screens/calculator.ts';
import type { EnquiryScreen } from './screens/enquiry.ts';
import type { FileScreen } from './screens/file.ts';
import type { IdentityScreen } from './screens/identity.ts';
import type { LookUpScreen } from './screens/look-up.ts';
import type { ProofScreen } from './screens/proof.ts';
import type { RestScreen } from './screens/rest.ts';
import type { ResumeScreen } from './screens/resume.ts';
import type { SubmissionScreen } from './screens/submission.ts';

/** What stands on the page; each shows only what it names. By subject in `screens/`. */
export type Screen =
  | RestScreen
  | BeginningScreen
  | IdentityScreen
  | ProofScreen
  | AnswerScreen
  | FileScreen
  | CalculatorScreen
  | LookUpScreen
  | SubmissionScreen
  | EnquiryScreen
  | ResumeScreen
  | OwnLanguageScreen
  | TicketScreen
  | VanScreen
  | StationScreen
  | CasesScreen;

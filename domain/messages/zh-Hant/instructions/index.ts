import { benefitWithdrawal } from './benefit-withdrawal.ts';
import { callBack } from './call-back.ts';
import { common } from './common.ts';
import { complaint } from './complaint.ts';
import { contributionEnquiry } from './contribution-enquiry.ts';
import { employerRegistration } from './employer-registration.ts';
import { employerRemittance } from './employer-remittance.ts';
import { employerRules } from './employer-rules.ts';
import { fundSwitch } from './fund-switch.ts';
import { identityQuestions } from './identity.ts';
import { mandateChange } from './mandate-change.ts';
import { offsettingClaim } from './offsetting-claim.ts';
import { particularsChange } from './particulars-change.ts';
import { schemeEnrolment } from './scheme-enrolment.ts';
import { selfEmployedContribution } from './self-employed-contribution.ts';
import { shared } from './shared.ts';
import { transfer } from './transfer.ts';
import { visitRequest } from './visit-request.ts';
import { voluntaryContribution } from './voluntary-contribution.ts';

/** 各項指示的文字，每項一個檔案。 */
export const instructions = {
  ...benefitWithdrawal,
  ...callBack,
  ...common,
  ...complaint,
  ...contributionEnquiry,
  ...employerRegistration,
  ...employerRemittance,
  ...employerRules,
  ...fundSwitch,
  ...identityQuestions,
  ...mandateChange,
  ...offsettingClaim,
  ...particularsChange,
  ...schemeEnrolment,
  ...selfEmployedContribution,
  ...shared,
  ...transfer,
  ...visitRequest,
  ...voluntaryContribution,
} as const;

import type { InstructionKind } from '../kinds/kinds.ts';
import type { Definition } from './definition.ts';
import { benefitWithdrawal } from './kinds/benefit-withdrawal/benefit-withdrawal.ts';
import { callBack } from './kinds/call-back/call-back.ts';
import { complaint } from './kinds/complaint/complaint.ts';
import { contributionEnquiry } from './kinds/contribution-enquiry/contribution-enquiry.ts';
import { employerRegistration } from './kinds/employer-registration/employer-registration.ts';
import { employerRemittance } from './kinds/employer-remittance/employer-remittance.ts';
import { employerRules } from './kinds/employer-rules/employer-rules.ts';
import { fundSwitch } from './kinds/fund-switch/fund-switch.ts';
import { mandateChange } from './kinds/mandate-change/mandate-change.ts';
import { offsettingClaim } from './kinds/offsetting-claim/offsetting-claim.ts';
import { particularsChange } from './kinds/particulars-change/particulars-change.ts';
import { schemeEnrolment } from './kinds/scheme-enrolment/scheme-enrolment.ts';
import { selfEmployedContribution } from './kinds/self-employed-contribution/self-employed-contribution.ts';
import { transfer } from './kinds/transfer/transfer.ts';
import { visitRequest } from './kinds/visit-request/visit-request.ts';
import { voluntaryContribution } from './kinds/voluntary-contribution/voluntary-contribution.ts';

/** Every kind of instruction; `createFlowMachine`, the gateway, the menu and docs/catalogue.md go by it. */
export const CATALOGUE: Readonly<Record<InstructionKind, Definition>> = {
  'employer-registration': employerRegistration,
  'scheme-enrolment': schemeEnrolment,
  'fund-switch': fundSwitch,
  'mandate-change': mandateChange,
  transfer,
  'benefit-withdrawal': benefitWithdrawal,
  'offsetting-claim': offsettingClaim,
  'employer-rules': employerRules,
  'employer-remittance': employerRemittance,
  'self-employed-contribution': selfEmployedContribution,
  'voluntary-contribution': voluntaryContribution,
  'particulars-change': particularsChange,
  'contribution-enquiry': contributionEnquiry,
  'visit-request': visitRequest,
  'call-back': callBack,
  complaint,
};

export function definitionOf(kind: InstructionKind): Definition {
  return CATALOGUE[kind];
}

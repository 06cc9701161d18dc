import { calculators } from './calculators.ts';
import { companyList } from './company-list.ts';
import { cases } from './cases.ts';
import { contributions } from './contributions.ts';
import { enquiry } from './enquiry.ts';
import { finish } from './finish.ts';
import { frame } from './frame.ts';
import { iamSmart } from './iam-smart.ts';
import { identity } from './identity.ts';
import { instructions } from './instructions/index.ts';
import { lookUp } from './look-up.ts';
import { menu } from './menu.ts';
import { mismatch } from './mismatch.ts';
import { mobileCode } from './mobile-code.ts';
import { ownLanguage } from './own-language.ts';
import { papers } from './papers.ts';
import { operations } from './operations.ts';
import { parking } from './parking.ts';
import { practice } from './practice.ts';
import { questions } from './questions.ts';
import { referenceData } from './reference-data.ts';
import { remittanceFile } from './remittance-file.ts';
import { remittance } from './remittance.ts';
import { roster } from './roster.ts';
import { service } from './service.ts';
import { staff } from './staff.ts';
import { ticket } from './ticket.ts';
import { station } from './station.ts';
import { transfer } from './transfer.ts';
import { troubles } from './troubles.ts';
import { van } from './van.ts';
import { where } from './where.ts';

export const en = {
  ...calculators,
  ...companyList,
  ...cases,
  ...contributions,
  ...enquiry,
  ...finish,
  ...frame,
  ...iamSmart,
  ...identity,
  ...lookUp,
  ...menu,
  ...mismatch,
  ...mobileCode,
  ...ownLanguage,
  ...papers,
  ...operations,
  ...parking,
  ...practice,
  ...questions,
  ...referenceData,
  ...remittance,
  ...remittanceFile,
  ...roster,
  ...service,
  ...staff,
  ...ticket,
  ...station,
  ...transfer,
  ...troubles,
  ...van,
  ...where,
  ...instructions,
} as const;

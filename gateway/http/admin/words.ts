import type { OutcomeCode } from '../../../domain/codes.ts';
import type { Outcome, SubmissionKind } from '../../../domain/wire/contract.ts';

/** Traditional Chinese and English. */
type Words = readonly [string, string];

const STATE_WORDS: Readonly<Record<Outcome['state'] | 'waiting', Words>> = {
  waiting: ['等候處理', 'Waiting'],
  accepted: ['已接納', 'Accepted'],
  rejected: ['不接納', 'Rejected'],
  'needs-correction': ['需要更正', 'Needs correction'],
  superseded: ['已由較新的代替', 'Superseded'],
  cancelled: ['已撤回', 'Withdrawn'],
};

const CODE_WORDS: Readonly<Record<OutcomeCode, Words>> = {
  'already-registered': ['已登記', 'already registered'],
  'assurance-too-low': ['身分核實不足', 'identity not verified enough'],
  'payload-refused': ['資料不符規則', 'breaks a rule'],
  'trustee-declined': ['受託人拒絕', 'declined by the trustee'],
  'details-differ': ['資料與紀錄不符', 'details differ from the record'],
  'evidence-unclear': ['證明文件不清晰', 'evidence is unclear'],
  'arrived-too-late': ['逾期送達', 'arrived too late'],
  'too-late-to-withdraw': ['已處理，不能撤回', 'processed already'],
  'not-the-same-person': ['並非同一人', 'not the same person'],
  'rows-differ': ['各行與申報不同', 'rows differ from what was declared'],
  'rows-to-correct': ['有行需要更正', 'rows to correct'],
  'notice-not-known': ['通知譯文未經審定', 'translation of the notice not signed off'],
  'notice-withdrawn': ['通知譯文已收回', 'translation of the notice withdrawn'],
  'notice-out-of-date': ['通知譯文過時', 'translation of another notice'],
  'notice-not-heard': ['通知未聽完或看完', 'notice not heard or read'],
  'submitted-before': ['已在另一部終端機遞交', 'submitted at another terminal before'],
};

export const KIND_WORDS: Readonly<Record<SubmissionKind, Words>> = {
  'member-registration': ['成員登記', 'Member registration'],
  cancellation: ['撤回', 'Withdrawal'],
  feedback: ['意見', 'Feedback'],
  'employer-registration': ['僱主登記', 'Employer registration'],
  'scheme-enrolment': ['參加計劃', 'Scheme enrolment'],
  'fund-switch': ['轉換基金', 'Fund switch'],
  'mandate-change': ['更改投資授權', 'Change of mandate'],
  transfer: ['轉移權益', 'Transfer'],
  'benefit-withdrawal': ['提取權益', 'Withdrawal of benefits'],
  'offsetting-claim': ['抵銷申索', 'Offsetting claim'],
  'employer-rules': ['僱主自願性供款規則', 'Rules of an employer'],
  'employer-remittance': ['僱主供款資料', 'Employer remittance'],
  'self-employed-contribution': ['自僱人士供款', 'Self-employed contribution'],
  'voluntary-contribution': ['自願性供款', 'Voluntary contribution'],
  'particulars-change': ['更改個人資料', 'Change of particulars'],
  'contribution-enquiry': ['供款查詢', 'Contribution enquiry'],
  'visit-request': ['探訪或培訓申請', 'Visit or training request'],
  'call-back': ['回電要求', 'Call-back request'],
  complaint: ['投訴', 'Complaint'],
};

/** @param outcome null while the submission waits */
export function wordsOf(outcome: Outcome | null): Words {
  const state = STATE_WORDS[outcome?.state ?? 'waiting'];
  if (outcome === null || !('code' in outcome)) return state;
  const code = CODE_WORDS[outcome.code];
  return [`${state[0]}：${code[0]}`, `${state[1]}: ${code[1]}`];
}

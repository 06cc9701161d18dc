import type { Screen } from '../../../domain/terminal/view/screen.ts';
import { frozenBy } from '../../session/context/context.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { inJourney, inPresence } from './places.ts';

/** The page of each part of the journey. */
const PAGES: Readonly<Record<string, readonly Screen['id'][]>> = {
  notToday: ['not-today'],
  language: ['language'],
  enquiry: ['enquiry-choice'],
  ticket: ['ticket-choice'],
  enquiryNotice: ['enquiry-notice'],
  withdrawNotice: ['withdraw-notice'],
  withdrawConfirm: ['withdraw-confirm'],
  correctionOpening: ['correction-opening'],
  correctionTrouble: ['enquiry-trouble'],
  menu: ['menu'],
  calculate: ['calculator-ask', 'calculation'],
  mockRun: ['ask'],
  instructionRefused: ['instruction-refused'],
  instruct: ['ask'],
  instructionReview: ['instruction-review'],
  prepared: ['prepared'],
  notice: ['notice'],
  ownNotice: ['own-language'],
  ownConsents: ['own-language'],
  identify: ['identify'],
  mismatch: ['mismatch'],
  tooYoung: ['too-young'],
  bringDocuments: ['bring-documents'],
  task: ['question'],
  attestation: ['staff-needed'],
  signIn: ['iam-smart-beginning'],
  lookUpOffer: ['look-up-offer'],
  lookingUp: ['look-up-asking'],
  lookUpTrouble: ['look-up-trouble'],
  review: ['review'],
  declare: ['declare'],
  submitting: ['submitting'],
  notSaved: ['not-saved'],
  receipt: ['receipt'],
  resumeSlip: ['resume-row'],
  takingUp: ['resume-opening'],
  resumeChanged: ['resume-changed'],
  resumeTrouble: ['resume-trouble'],
  parked: ['resume-slip'],
};

/** The pages that may stand in this state; none: it is a wait without one. */
export function expectedScreens(snapshot: SessionSnapshot): readonly Screen['id'][] {
  if (inPresence(snapshot, 'attract')) {
    return frozenBy(snapshot.context.status) === null ? ['attract'] : ['not-today'];
  }
  if (inPresence(snapshot, 'ended')) return ['ended'];
  if (graphIsAttesting(snapshot)) return ['attest'];
  return Object.entries(PAGES).find(([journey]) => inJourney(snapshot, journey))?.[1] ?? [];
}

/** Staff are at the pages of the attestation, which cover the journey. */
export function graphIsAttesting(snapshot: SessionSnapshot): boolean {
  return snapshot.matches({ open: { presence: { visit: { staff: { holding: 'attest' } } } } });
}

/** Where the journey is, comparable by text. */
export function journeyOf(snapshot: SessionSnapshot): string {
  const { value } = snapshot as { readonly value: unknown };
  const open = value as {
    readonly open?: { readonly presence?: { readonly visit?: { readonly journey?: unknown } } };
  };
  return JSON.stringify(open.open?.presence?.visit?.journey);
}

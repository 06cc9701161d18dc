import { REGISTRATION_STEPS, type RegistrationStep } from '../../../domain/registration/answers.ts';
import { SIGN_IN_ASKED_AGAIN_AFTER_SECONDS } from '../../../domain/identity/proof/iam-smart.ts';
import { firstOpenStep, stepsFor } from '../../../domain/registration/steps.ts';
import type { SessionContext } from '../context/context.ts';
import { ASKED_LATER } from '../about-member/own-language.ts';
import { NOTHING_LOOKED_UP } from '../about-member/looking-up.ts';
import { isAttestationStale, mismatchOf, nameOfMismatch } from '../about-member/mismatch.ts';
import { ofVisit, type At } from './of-visit.ts';
import { shown } from './shown.ts';

/** Who it is and what was put to them: notice, document, questions, what no longer counts of an attestation. */
export const identityUpdates = {
  chooseOwnLanguage: ofVisit(({ context: { visit }, event }) =>
    event.type === 'OWN_LANGUAGE' && visit.assist !== null
      ? {
          own: { language: event.language, recordedBy: visit.assist.staffId, texts: [] },
          answers: { ...visit.answers, ...ASKED_LATER },
        }
      : {},
  ),
  /** The screen's own words after all: what was to be asked later is asked on its page. */
  dropOwnLanguage: ofVisit(({ context: { visit } }) => {
    const { optionalUses: _asked, ...answers } = visit.answers;
    return visit.own === null ? {} : { own: null, answers };
  }),
  noticeRead: ofVisit(({ context }) => ({ notice: shown(context, 'notice') })),
  identifyByReader: ofVisit(() => ({ identifyFrom: 'reader' })),
  /** Back from what to bring: which document it was. */
  chooseDocument: ofVisit(() => ({ identifyFrom: 'no-hkid' })),
  identifyAgain: ofVisit(() => ({ identifyFrom: 'result' })),
  /** The number stays in the field to be put right; nothing that was attested stays. */
  correctNumber: ofVisit(() => ({
    identifyFrom: 'typed-number',
    attestation: null,
    iamSmart: null,
    lookUp: NOTHING_LOOKED_UP,
    numberRefused: false,
  })),
  taskFromFirst: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : (stepsFor(visit.identified, visit.answers)[0] ?? null),
      changing: false,
    },
  })),
  taskFromFirstOpen: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : firstOpenStep(visit.identified, visit.answers),
      changing: false,
    },
  })),
  taskFromLast: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : (stepsFor(visit.identified, visit.answers).at(-1) ?? null),
      changing: false,
    },
  })),
  taskForChange: ofVisit(({ event }) => ({
    taskAt: { step: event.type === 'CHANGE' ? event.step : null, changing: true },
  })),
  taskToPutRight: ofVisit(({ event }) => ({ taskAt: { step: touchedStep(event), changing: true } })),
  /** An attestation is to what staff saw: changed afterwards, it falls away, and the next page says so. */
  dropStaleAttestation: ofVisit(({ context: { visit } }) =>
    isAttestationStale(visit) ? { attestation: null, attestedAs: null, attestationLost: true } : {},
  ),
  /** Signed in before the first page, and the pages took long: it would not count any more when it arrives. */
  dropOldSignIn: ofVisit(({ context: { visit, outside } }) => {
    const seconds = (outside.clock.now() - visit.signedInAt) / 1_000;
    return seconds > SIGN_IN_ASKED_AGAIN_AFTER_SECONDS ? { iamSmart: null } : {};
  }),
  noteMismatchShown: ofVisit(({ context: { visit } }) => {
    const mismatch = mismatchOf(visit);
    return { mismatchShown: mismatch === null ? null : nameOfMismatch(mismatch) };
  }),
  /** The member typed it wrong: the card counts. */
  forgetTold: ofVisit(() => ({ told: null, mismatchShown: null })),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

function touchedStep(event: At['event']): RegistrationStep | null {
  if (event.type !== 'CHANGE_TOUCHED') return null;
  return REGISTRATION_STEPS.find((step) => step === event.row) ?? null;
}

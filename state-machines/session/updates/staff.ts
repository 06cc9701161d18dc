import { roleMay } from '../../../domain/identity/permissions.ts';
import type { Attestation, Witness } from '../../../domain/identity/staff.ts';
import type { SessionContext } from '../context/context.ts';
import { attestedDetails } from '../about-member/mismatch.ts';
import { ofVisit, type At } from './of-visit.ts';

/** Staff: called, signed in, attesting, handing back. */
export const staffUpdates = {
  callHelp: ofVisit(({ context }) => ({ helpSince: context.outside.ports.now() })),
  endHelp: ofVisit(() => ({ helpSince: null })),
  keepBadge: ofVisit(({ event }) =>
    event.type === 'BADGE_SCANNED' ? { badge: event.text, staffRefusal: null } : {},
  ),
  forgetBadge: ofVisit(() => ({ badge: null, staffRefusal: null })),
  staffListSilent: ofVisit(() => ({ staffRefusal: { code: 'list-not-available' } })),
  untick: ofVisit(() => ({ ticked: [] })),
  tick: ofVisit(({ context: { visit }, event }) => {
    if (event.type !== 'TICK_FEATURE') return {};
    const others = visit.ticked.filter((feature) => feature !== event.feature);
    return { ticked: event.ticked ? [...others, event.feature] : others };
  }),
  refuseNumber: ofVisit(() => ({ numberRefused: true })),
  acceptNumber: ofVisit(() => ({ numberRefused: false })),
  attest: ofVisit(({ context: { visit, outside } }) => {
    const { assist } = visit;
    if (assist === null || assist.identityTrainedOn === null) return {};
    const witness: Witness = {
      staffId: assist.staffId,
      role: assist.role,
      identityTrainedOn: assist.identityTrainedOn,
      at: outside.ports.now(),
      securityFeatures: visit.ticked,
      cardSeen: true,
      faceCompared: true,
    };
    // Whoever looks after another person is the second; `canAttest` let nobody else come so far.
    const attestation: Attestation =
      visit.attestation === null ? witness : { ...visit.attestation, second: witness };
    return {
      attestation,
      attestedAs: attestedDetails(visit),
      attestationLost: false,
      numberRefused: false,
    };
  }),
  askMember: ofVisit(() => ({ unconfirmed: true })),
  memberSaw: ofVisit(() => ({ unconfirmed: false })),
  pinChanged: ofVisit(({ context: { visit } }) => {
    if (visit.assist === null) return {};
    const { mustChangePin: _done, ...own } = visit.assist;
    const sits = visit.attendant !== null && roleMay(own.role, 'hold-session');
    return sits ? { assist: own, attendant: own } : { assist: own };
  }),
  forgetPinRefusal: ofVisit(() => ({ pinRefusal: null })),
  forgetPeople: ofVisit(() => ({ people: [], staffChange: null })),
  giveMoreTime: ofVisit(() => ({ slow: true })),
  noteInterpreter: ofVisit(({ context: { visit } }) => ({
    interpreter: true,
    interpretation:
      visit.interpretation ?? (visit.assist === null ? null : { recordedBy: visit.assist.staffId }),
  })),
  badgeUnknown: ofVisit(() => ({ staffRefusal: { code: 'unknown-badge' } })),
  /** Nor do they take the page back at a counter. */
  turnOut: ofVisit(() => ({ staffOut: true, assist: null, attendant: null })),
  handBack: ofVisit(() => ({ assist: null, badge: null, staffRefusal: null, ticked: [] })),
  /** Handing over again asks the member again. */
  takeBack: ofVisit(({ context: { visit } }) => ({ assist: visit.attendant, unconfirmed: false })),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

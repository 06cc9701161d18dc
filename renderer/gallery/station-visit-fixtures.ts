import type { StationBar } from '../../domain/terminal/station-view.ts';
import type { Chrome, View } from '../../domain/terminal/view.ts';
import { assist } from './fixture-parts.ts';

const BAR: StationBar = {
  ...{ surface: 'staff', hand: null, works: true, staffId: 'S0042', ticket: null },
  ...{ canTakeBack: false, asked: false, confirming: false, memberScreen: true },
};

/** Pages of a visit in staff's window, which prepares them. */
const STAFF_PREPARE = [
  ...['identify', 'read-result', 'question-surname', 'question-chinese-characters', 'question-email'],
  ...['question-address', 'question-district', 'question-date-of-birth', 'attest-number', 'attest-features'],
  ...[
    'attest-face',
    'attest-sign',
    'review',
    'ask-allocation',
    'mismatch-staff-again',
    'look-up-offer-assisted',
  ],
  ...['instruction-review-assisted', 'assist-staff-more', 'resume-changed'],
] as const;

/** Pages of a visit in the member's window, in the member's hand. */
const MEMBER_WORKS = [
  ...['notice', 'staff-needed', 'declare', 'receipt-kept', 'receipt-received', 'receipt-rejected', 'menu'],
  ...['menu-investing', 'ask-choice', 'ask-allocation-whole', 'instruction-review', 'mismatch-record'],
  ...['bring-slip', 'enquiry-list', 'enquiry-result-rejected', 'look-up-page-account', 'assist-staff-work'],
  ...['iam-smart-code', 'mobile-code', 'overlay-idle-warning', 'overlay-leave-confirm', 'file-result-some'],
  ...['prepared-offline', 'finish-later-question', 'resume-slip', 'ended-submitted'],
] as const;

/** Staff's own pages between two visits. */
const STAFF_ALONE = [
  ...[
    'overlay-staff-status',
    'overlay-staff-status-frozen',
    'assist-staff-people',
    'assist-staff-new-pin-easy',
  ],
  ...['operations', 'operations-log', 'usability-nothing', 'van-day-tally', 'van-day-report', 'resume-row-1'],
  ...['transfer', 'transfer-exported', 'transfer-received'],
] as const;

/** @param views those of the other fixtures, by name; a name that is not there is left out */
export function stationVisitFixtures(views: ReadonlyMap<string, View>): readonly (readonly [string, View])[] {
  const drawn = (names: readonly string[], station: StationBar, chrome: (own: Chrome) => Partial<Chrome>) =>
    names.flatMap((name) => {
      const view = views.get(name);
      if (view === undefined) return [];
      const { van: _van, ...own } = view.chrome;
      return [[`station-visit-${name}`, { ...view, chrome: { ...own, ...chrome(own), station } }] as const];
    });
  const visit = { ticket: 'A012' } as const;
  return [
    ...drawn(STAFF_PREPARE, { ...BAR, ...visit, hand: 'staff' }, () => ({ ...assist, canFinishLater: true })),
    ...drawn(MEMBER_WORKS, { ...BAR, ...visit, surface: 'member', hand: 'member' }, ({ canLeave }) => ({
      assist: null,
      canFinishLater: canLeave,
    })),
    ...drawn(STAFF_ALONE, BAR, () => ({ assist: null, canAskStaff: false })),
  ];
}

import type { IntentType } from '../../domain/terminal/intent.ts';
import type { Surface } from '../../domain/terminal/surface.ts';

/**
 * What no member's window may ask for. A kiosk has one display, so staff work on the member's own screen: its surface is
 * `shared`, and the machine decides by the staff lease. A station has one window for each (docs/adr/0033).
 */
const STAFF_ONLY: readonly IntentType[] = [
  'STAFF_PIN',
  'STAFF_CANCEL',
  'STAFF_ATTEST',
  'TICK_FEATURE',
  'NUMBER_MATCHES',
  'FACE_COMPARED',
  'ATTEST',
  'HAND_BACK',
  'STAFF_STATUS',
  'STAFF_SNOOZE',
  'STAFF_MORE',
  'STAFF_PEOPLE',
  'CHANGE_PIN',
  'NEW_PIN',
  'UNLOCK_STAFF',
  'BLOCK_BADGE',
  'INTERPRETER_PRESENT',
  'MORE_TIME',
  'OPERATIONS',
  'OPERATE',
  'TAKE_OUT',
  'PUT_BACK',
  'CHOOSE_UPDATES',
  'RESTART_TERMINAL',
  'START_PRACTICE',
  'SAVE_USABILITY',
  'VAN_CHOOSE_STOP',
  'VAN_LANE',
  'VAN_OTHER_LANGUAGE',
  'VAN_INTERPRETED',
  'VAN_CALL_BACK',
  'VAN_CLOSE_STOP',
  'VAN_END_DAY',
  'VAN_SIGN_OUT',
  'DAY_CLOSE',
  'DAY_PRINT',
  'STATION_CALL_NEXT',
  'STATION_TYPE_TICKET',
  'STATION_WITHOUT_TICKET',
  'STATION_MISSED',
  'STATION_CASES',
  'STATION_END_DAY',
  'STATION_SIGN_OUT',
  'TAKE_BACK',
  'CASE_OPEN',
  'CASE_NOTE',
  'CASE_GO_ON',
];

/** What only the member may do: staff prepare, the member confirms. */
const MEMBER_ONLY: readonly IntentType[] = ['SUBMIT', 'IAM_SMART', 'CONFIRM_TOUCHED', 'PRINT'];

export function mayAsk(surface: Surface, intent: IntentType): boolean {
  if (surface === 'shared') return true;
  return surface === 'member' ? !STAFF_ONLY.includes(intent) : !MEMBER_ONLY.includes(intent);
}

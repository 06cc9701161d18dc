import { describe, expect, it } from 'vitest';
import { intentSchema } from '../../domain/terminal/intent/intent.ts';
import { mayAsk } from './surfaces.ts';

const types = intentSchema.options.map((option) => option.shape.type.value);

describe('who may ask for what', () => {
  it('a member window has no staff verbs, a staff window cannot submit or sign in for anybody', () => {
    expect(types.filter((type) => !mayAsk('member', type))).toEqual([
      'STAFF_PIN',
      'STAFF_CANCEL',
      'STAFF_STATUS',
      'STAFF_ATTEST',
      'TICK_FEATURE',
      'NUMBER_MATCHES',
      'FACE_COMPARED',
      'NUMBER_SHOWN',
      'ATTEST',
      'HAND_BACK',
      'STAFF_SNOOZE',
      'STAFF_MORE',
      'RULE_LANGUAGE',
      'OPERATIONS',
      'OPERATE',
      'TAKE_OUT',
      'PUT_BACK',
      'CHOOSE_UPDATES',
      'RESTART_TERMINAL',
      'SAVE_USABILITY',
      'TO_DRIVE',
      'DRIVE_CHOOSE',
      'DRIVE_EXPORT',
      'DRIVE_RECEIPTS',
      'DRIVE_STOP',
      'START_PRACTICE',
      'STAFF_PEOPLE',
      'CHANGE_PIN',
      'NEW_PIN',
      'UNLOCK_STAFF',
      'BLOCK_BADGE',
      'INTERPRETER_PRESENT',
      'MORE_TIME',
      'VAN_CHOOSE_STOP',
      'VAN_LANE',
      'VAN_OTHER_LANGUAGE',
      'VAN_INTERPRETED',
      'VAN_OWN_LANGUAGE',
      'OWN_LANGUAGE',
      'VAN_CALL_BACK',
      'VAN_ROSTER',
      'ROSTER_REMOVE',
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
      'CALL_GOING',
      'TAKE_BACK',
      'CASE_OPEN',
      'CASE_NOTE',
      'CASE_GO_ON',
    ]);
    expect(types.filter((type) => !mayAsk('staff', type))).toEqual([
      'SUBMIT',
      'IAM_SMART',
      'PRINT',
      'CONFIRM_TOUCHED',
      'CHANGE_TOUCHED',
    ]);
  });

  it('no page can say what only devices, credentials or the gateway say', () => {
    for (const type of [
      'DOCUMENT_READ',
      'BADGE_SCANNED',
      'STAFF_SIGNED_IN',
      'CONNECTION',
      'ITEM',
      'HARDWARE_DOWN',
    ]) {
      expect(intentSchema.safeParse({ type, sessionId: null, stepId: 'attract', rev: 0 }).success).toBe(
        false,
      );
    }
  });
});

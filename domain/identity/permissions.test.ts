import { describe, expect, it } from 'vitest';
import { mayDo, PERMISSIONS, roleMay, STAFF_ACTIONS } from './permissions.ts';
import { STAFF_ROLES } from './staff.ts';

const TODAY = '2026-11-23';
const trained = { staffId: 'S1', identityTrainedOn: '2026-01-15' };

describe('who may do what', () => {
  it('a technician repairs: the machine’s figures and their own PIN, and no member', () => {
    const allowed = STAFF_ACTIONS.filter((action) =>
      mayDo({ ...trained, role: 'technician' }, action, TODAY),
    );
    expect(allowed).toEqual([
      'snooze-help',
      'see-status',
      'change-own-pin',
      'operate-terminal',
      'see-usability',
      'start-practice',
      'carry-by-drive',
    ]);
  });

  it('a shop assistant helps and does not attest, trained or not', () => {
    const assistant = { ...trained, role: 'assistant' } as const;
    expect(mayDo(assistant, 'hold-session', TODAY)).toBe(true);
    expect(mayDo(assistant, 'attest-identity', TODAY)).toBe(false);
  });

  it('training counts from its day on, and an odd date is none', () => {
    const at = (identityTrainedOn: string | null) =>
      mayDo({ staffId: 'S1', role: 'officer', identityTrainedOn }, 'attest-identity', TODAY);
    expect([null, '2026-11-24', '2026-02-30', '2026-11-23'].map(at)).toEqual([false, false, false, true]);
  });

  it('a supervisor unlocks and blocks somebody else, never themselves', () => {
    const supervisor = { ...trained, role: 'supervisor' } as const;
    for (const action of ['unlock-staff', 'block-badge'] as const) {
      expect(mayDo(supervisor, action, TODAY, 'S2')).toBe(true);
      expect(mayDo(supervisor, action, TODAY, 'S1')).toBe(false);
      expect(STAFF_ROLES.filter((role) => roleMay(role, action))).toEqual(['supervisor']);
    }
  });

  it('nothing in the table lets staff confirm for a member', () => {
    expect(Object.keys(PERMISSIONS).join(' ')).not.toMatch(/declare|submit|confirm|withdraw/);
  });
});

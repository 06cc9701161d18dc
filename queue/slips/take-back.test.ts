import { describe, expect, test } from 'vitest';
import { registration } from '../testing/submissions.ts';
import { createSlipBook } from './slip-book.ts';
import { mayTakeBack } from './take-back.ts';

const LANE = 7;
const CODE = 'ABCD2345';
const attested = registration().identification;
const onlyRead = { ...attested, attestation: null };

const slips = createSlipBook();
slips.remember({ id: 'call-back', reference: 'K0127-A0001-4', code: CODE });
slips.remember({ id: 'registration', reference: 'K0127-A0002-2', code: CODE });

const target = (kind: string, lane = LANE) => ({ id: kind, kind, lane });
const REGISTRATION = { ...target('member-registration'), id: 'registration' };

describe('something kept here is taken back before it leaves', () => {
  test('a registration: by an attested card of the same lane', () => {
    expect(mayTakeBack(REGISTRATION, { identification: attested }, LANE, slips)).toBe(true);
  });

  test('a contribution enquiry: by a card that was only read', () => {
    expect(mayTakeBack(target('contribution-enquiry'), { identification: onlyRead }, LANE, slips)).toBe(true);
  });

  test('a call-back: with its slip', () => {
    const bySlip = { identification: null, slipCode: CODE };
    expect(mayTakeBack(target('call-back'), bySlip, LANE, slips)).toBe(true);
  });

  test.each([
    ['a registration by a card that was only read', REGISTRATION, { identification: onlyRead }, LANE],
    ['a registration by somebody of another lane', REGISTRATION, { identification: attested }, 8],
    ['a registration with its slip alone', REGISTRATION, { identification: null, slipCode: CODE }, LANE],
    [
      'a call-back with a wrong code',
      target('call-back'),
      { identification: null, slipCode: 'ABCD2346' },
      LANE,
    ],
    ['a call-back with a card', target('call-back'), { identification: attested }, LANE],
    ['a call-back with nothing', target('call-back'), { identification: null }, LANE],
    ['a kind that is not known here', target('of-next-year'), { identification: attested }, LANE],
  ])('not %s: the platform judges', (_, left, by, lane) => {
    expect(mayTakeBack(left, by, lane, slips)).toBe(false);
  });
});

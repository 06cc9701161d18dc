import type { WithdrawalGround } from '../../../reference-data/schema/withdrawals.ts';
import type { Answers } from '../../definition.ts';

const payment = {
  'registered-by': 'in-person',
  'account-count': '1',
  scheme: 'mass',
  account: 'M-0098',
  'bank-own-name': 'yes',
  'bank-code': '004',
  'bank-account': '123456789',
  evidence: 'identity',
};
const {
  'registered-by': _registered,
  'bank-own-name': _own,
  'bank-code': _code,
  'bank-account': _account,
  ...estate
} = payment;

/** One visit for every ground that is answered to the end, on 23 November 2026. */
export const RUNS: Readonly<Record<WithdrawalGround, Answers>> = {
  'age-65': {
    ...payment,
    ground: 'age-65',
    'registered-by': 'photo',
    'account-count': '2',
    scheme: 'bea-master',
    account: '1234 5678',
    way: 'all',
    'scheme-2': 'mass',
    'account-2': 'm0098',
    'way-2': 'part',
    'amount-2': '20,000',
    'earlier-parts-2': '4',
  },
  'early-retirement': {
    ...payment,
    ground: 'early-retirement',
    'ceased-work': 'yes',
    'work-again': 'no',
    way: 'all',
  },
  'permanent-departure': {
    ...payment,
    ground: 'permanent-departure',
    'departure-paid-before': 'no',
    'departure-return': 'no',
    'departure-permission': 'yes',
    'departure-date': '2026-12-31',
    evidence: 'right-to-reside,identity',
  },
  'total-incapacity': { ...payment, ground: 'total-incapacity', 'incapacity-certificate': 'yes' },
  'terminal-illness': {
    ...payment,
    ground: 'terminal-illness',
    'illness-certificate': 'yes',
    'illness-certificate-date': '2025-11-23',
  },
  'small-balance': {
    ...payment,
    ground: 'small-balance',
    'one-scheme': 'yes',
    balance: '5000',
    'last-contribution': '2025-11-23',
    'work-soon': 'no',
  },
  death: {
    ...estate,
    ground: 'death',
    grant: 'yes',
    'deceased-surname': 'LOK',
    'deceased-given-names': '',
    'deceased-number': 'e364912(5)',
    'died-on': '2026-08-01',
    evidence: 'grant,claimant-identity',
  },
};

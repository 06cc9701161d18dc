import { describe, expect, it } from 'vitest';
import { type Label, literal, message } from '../catalogue/ask.ts';
import { benefitWithdrawal } from '../catalogue/kinds/benefit-withdrawal/benefit-withdrawal.ts';
import { RUNS } from '../catalogue/kinds/benefit-withdrawal/runs.fixture.ts';
import { paymentSlip } from '../catalogue/kinds/employer-remittance/slip-steps.ts';
import { bornIn, factsWith } from '../catalogue/shared/facts.fixture.ts';
import { goThrough } from '../catalogue/shared/run-through.fixture.ts';
import type { Facts } from '../catalogue/definition.ts';
import { formatHkid, maskHkid } from '../identity/document/hkid.ts';
import { LOCALES } from '../locale.ts';
import { CATALOGUES } from '../messages/index.ts';
import { readAdult01 } from '../registration/draft.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../reference-data/embedded/embedded.ts';
import { whereNext } from '../reference-data/look-up/where-next.ts';
import { WITHDRAWAL_GROUNDS, type WithdrawalGround } from '../reference-data/schema/withdrawals.ts';
import type { Screen } from '../terminal/view/screen.ts';
import { helpSlip } from './help-slip.ts';
import type { DayReport } from '../wire/day-report.ts';
import { NO_TALLY } from '../work-day/tally.ts';
import { dayReportPaper } from './day-report.ts';
import { type Made, NO_PRINTERS, outputFor, type Paper, PAPER_KINDS } from './paper.ts';
import { checklistSlip, paymentSlipPaper, receiptSlip, resumeSlipPaper } from './slips.ts';
import { ticketSlip } from './ticket-slip.ts';
import { statutoryDeclarationPaper } from './statutory-declaration.ts';

const made: Made = { locale: 'en', terminalId: 'K0127', at: '2026-11-23T02:10:00.000Z' };
if (readAdult01.means !== 'reader') throw new Error('the fixture is a card that was read');
const { document } = readAdult01;

/** Old enough for every ground, with the name and number of the fixture. */
const old = bornIn(1958, 12, 31);

function withdrawn(ground: WithdrawalGround): Facts {
  return goThrough(benefitWithdrawal, RUNS[ground], old);
}

const RECEIPT: Extract<Screen, { id: 'receipt' }> = {
  id: 'receipt',
  kind: 'benefit-withdrawal',
  tell: [message('withdrawal.original-first')],
  state: 'received',
  reference: 'K0127-A0042-N',
  enquiryCode: 'K7M2 9XQA',
  withdraws: null,
  at: '2026-11-23T02:09:00.000Z',
  outcome: null,
  noticeBy: '2026-11-28',
  closesAt: '2026-11-23T02:10:30.000Z',
};
const STATES = [
  'kept',
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
] as const;

const DAY: DayReport = {
  ...{ v: 1, terminalId: 'V0001', epoch: 1, day: 12, profile: 'van', devices: {}, balanced: true },
  ...{ openedAt: '2026-11-23T00:30:00.000Z', closedAt: '2026-11-23T09:30:00.000Z' },
  closedBy: { staffId: 'S4052', role: 'van-operator' },
  tally: { ...NO_TALLY, sessions: 3, submitted: 2, abandoned: { ...NO_TALLY.abandoned, cut: 1 } },
  kept: { kept: 2, received: 0, pending: 2, setAside: 0, receiptsShown: 2 },
  differences: [{ code: 'cut-before-keeping', count: 1 }],
  stops: [
    {
      ...{ placeId: null, site: 'Site 7, gate B', position: null, lane: 'A', staffId: 'S4052', numbers: 3 },
      ...{ openedAt: '2026-11-23T01:00:00.000Z', closedAt: '2026-11-23T09:00:00.000Z' },
    },
  ],
};

const facts = withdrawn('early-retirement');

/** One of every kind; a new kind without its example does not compile. */
const PAPERS: Readonly<Record<(typeof PAPER_KINDS)[number], readonly Paper[]>> = {
  'day-report': [dayReportPaper(DAY, 'n4bQgYhMfWWaLqgxVrQFaOTxsrC0Is0V1sFbDwCggZZ', made)],
  receipt: STATES.flatMap((state) => [
    receiptSlip({ ...RECEIPT, state }, made),
    receiptSlip({ ...RECEIPT, state, kind: 'member-registration', tell: [] }, made),
    receiptSlip(
      { ...RECEIPT, state, kind: 'cancellation', enquiryCode: null, withdraws: 'K0127-A0041-K', tell: [] },
      made,
    ),
  ]),
  'resume-slip': [
    resumeSlipPaper(
      {
        id: 'resume-slip',
        qr: 'EMPF-RESUME:1:X',
        rows: ['ABCD EFGH', 'JKLM NPQR'],
        expiresAt: '2026-11-30T15:59:59.000Z',
        elsewhere: true,
        closesAt: '2026-11-23T02:13:00.000Z',
      },
      made,
    ),
  ],
  checklist: WITHDRAWAL_GROUNDS.map((ground) =>
    checklistSlip(
      {
        id: 'prepared',
        kind: 'benefit-withdrawal',
        why: 'assurance',
        bring: benefitWithdrawal.bring?.(withdrawn(ground)) ?? [],
      },
      made,
    ),
  ),
  'payment-slip': [
    paymentSlipPaper(
      paymentSlip(
        factsWith({
          payer: 'Brightwater Trading Limited',
          scheme: 'mass',
          'employer-account': '88990011',
          'pay-by': 'cheque',
        }),
      ),
      { bill: null, hotline: '183 2622' },
      made,
    ),
  ],
  'help-slip': (['benefit-withdrawal', 'member-registration', null] as const).map((kind) =>
    helpSlip(
      {
        kind,
        place: { 'zh-Hant': '試驗門市', en: 'Test shop' },
        since: '2026-11-23T02:06:00.000Z',
        contacts: EMBEDDED_REFERENCE_DATA.contacts,
        where: whereNext(EMBEDDED_REFERENCE_DATA, null, 'any', made.at),
      },
      made,
    ),
  ),
  'queue-ticket': [null, '2026-11-23T02:30:00.000Z'].map((appointmentAt) =>
    ticketSlip(
      {
        ...{ id: 'ticket', number: 'A012', purpose: 'registration', state: 'waiting', ahead: 4 },
        ...{ takenAt: made.at, asOf: made.at, stale: false, canCancel: true, qr: 'EMPF-TICKET:1:X' },
        appointmentAt,
      },
      made,
    ),
  ),
  'statutory-declaration': WITHDRAWAL_GROUNDS.flatMap((ground) => {
    const paper = statutoryDeclarationPaper(withdrawn(ground), made);
    return paper === null ? [] : [paper];
  }),
};

const everything = Object.values(PAPERS).flat();

function labelsOf(paper: Paper): readonly Label[] {
  return paper.blocks.flatMap((block): readonly Label[] => {
    switch (block.type) {
      case 'figures':
        return block.figures.flatMap(({ label, value }) => [label, value]);
      case 'list':
        return block.items;
      case 'signatures':
        return block.columns.flat();
      case 'qr':
      case 'rows':
        return [];
      default:
        return [block.label];
    }
  });
}

describe('what a paper gives away', () => {
  const number = document.number;
  const numbers = [number.body, number.body.slice(1), formatHkid(number), maskHkid(number)];
  const names = [document.surname, document.givenNames, document.nameChinese ?? ''].filter(
    (name) => name !== '',
  );

  it('looks for a name and a number that are there', () => {
    expect(JSON.stringify(facts.identified)).toContain(number.body);
    expect(names.length).toBeGreaterThan(1);
  });

  it.each(everything)('$kind has no identity card number, whole, in part or masked', (paper) => {
    const text = JSON.stringify(paper);
    expect(numbers.filter((part) => text.includes(part))).toEqual([]);
  });

  it.each(everything)('$kind names the member only where it has to', (paper) => {
    const text = JSON.stringify(paper);
    expect(names.filter((part) => text.includes(part))).toEqual(
      paper.kind === 'statutory-declaration' ? names : [],
    );
  });

  it('keeps the enquiry code away from the name', () => {
    for (const paper of PAPERS['statutory-declaration']) {
      expect(JSON.stringify(paper)).not.toContain(RECEIPT.enquiryCode);
    }
  });
});

describe('a paper in words', () => {
  it.each(everything)('$kind has every message in every language', (paper) => {
    for (const label of labelsOf(paper)) {
      if (!('message' in label)) continue;
      for (const locale of LOCALES) expect(Object.keys(CATALOGUES[locale])).toContain(label.message);
    }
  });

  it('there is one of every kind', () => {
    expect(PAPER_KINDS.filter((kind) => PAPERS[kind].length === 0)).toEqual([]);
    for (const kind of PAPER_KINDS)
      expect(new Set(PAPERS[kind].map((one) => one.kind))).toEqual(new Set([kind]));
  });
});

describe('the statutory declaration (facts/domain.md §3c)', () => {
  it('is made for the three grounds that need one, and for no other', () => {
    const made_ = WITHDRAWAL_GROUNDS.filter(
      (ground) => statutoryDeclarationPaper(withdrawn(ground), made) !== null,
    );
    expect(made_).toEqual(['early-retirement', 'permanent-departure', 'small-balance']);
  });

  it.each([
    ['early-retirement', ['withdrawal.sworn.ceased-work', 'withdrawal.sworn.no-work']],
    [
      'permanent-departure',
      ['withdrawal.sworn.departure', 'withdrawal.sworn.permitted', 'withdrawal.sworn.once'],
    ],
    ['small-balance', ['withdrawal.sworn.balance', 'withdrawal.sworn.no-work']],
  ] as const)('%s: its own sentences, numbered', (ground, sentences) => {
    const paper = statutoryDeclarationPaper(withdrawn(ground), made);
    const list = paper?.blocks.find((block) => block.type === 'list' && block.numbered);
    expect(
      list?.type === 'list' ? list.items.map((item) => ('message' in item ? item.message : '')) : [],
    ).toEqual(sentences);
  });

  it('says the day that the member answered', () => {
    expect(JSON.stringify(statutoryDeclarationPaper(withdrawn('permanent-departure'), made))).toContain(
      '"2026-12-31"',
    );
  });

  it('leaves number and address to the hand, and has a place for both signatures', () => {
    const blocks = statutoryDeclarationPaper(facts, made)?.blocks ?? [];
    expect(blocks.filter(({ type }) => type === 'blank')).toMatchObject([
      { label: message('paper.declaration.number') },
      { label: message('paper.declaration.address') },
    ]);
    expect(blocks.filter(({ type }) => type === 'signatures')).toHaveLength(1);
  });

  it('is not made where the name is not known', () => {
    const typed = { means: 'typed', number: document.number } as const;
    expect(statutoryDeclarationPaper({ ...facts, identified: typed }, made)).toBeNull();
    const answers = { ...facts.answers, surname: 'LOK', 'given-names': 'Wing Sum' };
    expect(statutoryDeclarationPaper({ ...facts, identified: typed, answers }, made)?.blocks).toContainEqual(
      expect.objectContaining({
        type: 'figures',
        figures: expect.arrayContaining([
          { label: message('paper.declaration.name'), value: literal('LOK, Wing Sum') },
        ]) as unknown,
      }),
    );
  });
});

describe('the payment slip (issue 4)', () => {
  it('names the paying company, and says that ours is no payment reference', () => {
    const [paper] = PAPERS['payment-slip'];
    expect(JSON.stringify(paper)).toContain('Brightwater Trading Limited');
    expect(JSON.stringify(paper)).not.toContain('K0127-A');
  });

  it('has the number of the platform’s bill, marked where it is a sample', () => {
    const slip = paymentSlip(factsWith({ payer: 'Brightwater Trading Limited' }));
    const bill = { number: 'S-00000012-5', sample: true };
    const paper = JSON.stringify(paymentSlipPaper(slip, { bill, hotline: '2622 0000' }, made));
    expect(paper).toContain('S-00000012-5');
    expect(paper).toContain('bill.sample');
    expect(paper).not.toContain('"blank"');
  });

  it('has a line for a number that is not known, and says how to get it', () => {
    const slip = paymentSlip(factsWith({ payer: 'Brightwater Trading Limited' }));
    const { blocks } = paymentSlipPaper(slip, { bill: null, hotline: '2622 0000' }, made);
    expect(blocks.filter(({ type }) => type === 'blank')).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain('2622 0000');
  });
});

describe('which printer a paper goes to', () => {
  it('slips go to the slip printer, the declaration to the sheet printer', () => {
    const both = { slips: 'ready', documents: 'ready' } as const;
    expect(PAPER_KINDS.map((kind) => outputFor(kind, both))).toEqual([
      ...['slips', 'slips', 'slips', 'slips', 'slips'],
      'documents',
      'slips',
      'documents',
    ]);
  });

  it('with a sheet printer alone everything goes there, with none nothing changes', () => {
    expect(outputFor('receipt', { slips: 'none', documents: 'ready' })).toBe('documents');
    expect(outputFor('statutory-declaration', { slips: 'ready', documents: 'none' })).toBe('documents');
    expect(outputFor('receipt', NO_PRINTERS)).toBe('documents');
    expect(outputFor('day-report', { slips: 'ready', documents: 'none' })).toBe('slips');
  });
});

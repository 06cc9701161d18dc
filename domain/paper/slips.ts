import { type Ask, type Label, literal, message } from '../catalogue/ask.ts';
import { INSTRUCTION_KINDS, type SubmissionKind } from '../kinds/kinds.ts';
import { CATALOGUES, wordsOf } from '../messages/catalogue.ts';
import type { Locale } from '../locale.ts';
import type { Bill } from '../wire/bill.ts';
import type { WhereNext } from '../reference-data/look-up/where-next.ts';
import type { Screen } from '../terminal/view/screen.ts';
import { hongKongDate } from '../time.ts';
import type { Made, Paper, PaperBlock } from './paper.ts';

type On<Id extends Screen['id']> = Extract<Screen, { readonly id: Id }>;

/** As many places as a slip has room for. */
export const MOST_PLACES = 2;

const HOTLINE: PaperBlock = { type: 'text', label: message('receipt.hotline'), weight: 'small' };

export const text = (
  label: Label,
  weight: Extract<PaperBlock, { type: 'text' }>['weight'] = 'plain',
): PaperBlock => ({
  type: 'text',
  label,
  weight,
});
export const heading = (label: Label): PaperBlock => ({ type: 'heading', label });

/** What was left, as the menu calls it; nothing where it has no such name. */
export function aboutKind(kind: SubmissionKind): readonly PaperBlock[] {
  const name = `kind.${kind}.name`;
  return Object.hasOwn(CATALOGUES.en, name) ? [text(message(name), 'strong')] : [];
}

/**
 * The receipt as it stands on the screen: reference, enquiry code, how it stands. No name and no number of the member:
 * whoever finds the slip learns nothing of who left it.
 */
export function receiptSlip(screen: On<'receipt'>, made: Made): Paper {
  const { kind, reference, enquiryCode, withdraws, state, noticeBy, tell } = screen;
  const waiting = state === 'kept' || state === 'received';
  const over = state === 'rejected' || state === 'superseded' || state === 'cancelled';
  const ownWords = INSTRUCTION_KINDS.some((known) => known === kind);
  return {
    kind: 'receipt',
    ...made,
    blocks: [
      heading(message('paper.receipt.title')),
      ...aboutKind(kind),
      ...statement(screen, made.locale).map((label, place) => text(label, place === 0 ? 'strong' : 'plain')),
      {
        type: 'figures',
        large: true,
        figures: [
          { label: message('receipt.reference'), value: literal(reference) },
          ...(enquiryCode === null ? [] : [{ label: message('receipt.code'), value: literal(enquiryCode) }]),
        ],
      },
      ...(withdraws === null ? [] : [text(message('withdrawal.of', { reference: withdraws }))]),
      ...billOnReceipt(screen),
      { type: 'qr', content: enquiryCode === null ? reference : `${reference} ${enquiryCode}` },
      ...(enquiryCode === null ? [] : [text(message('paper.receipt.keep'), 'small')]),
      ...(ownWords && !over ? [text(message(`receipt.${kind}`))] : []),
      ...(over ? [] : tell.map((label) => text(label))),
      ...(waiting ? [text(message('receipt.notice-by', { date: noticeBy.slice(0, 10) }), 'strong')] : []),
      HOTLINE,
    ],
  };
}

/** On a receipt only a number that is known: how to get one is on the payment slip. */
function billOnReceipt({ bill = null }: On<'receipt'>): readonly PaperBlock[] {
  return bill?.state === 'known' ? billBlocks(bill, '') : [];
}

/** How it stands, in the words of facts/wording.md. */
function statement(screen: On<'receipt'>, locale: Locale): readonly Label[] {
  const { state, kind, at } = screen;
  const about = screen.withdraws === null ? 'receipt' : 'withdrawal';
  const outcome = screen.outcome ?? 'payload-refused';
  const reason = { reason: wordsOf(locale, `outcome.${outcome}`) };
  const help = message(`outcome.${outcome}.help`);
  switch (state) {
    case 'kept':
      return [message(`${about}.kept.heading`), message(`${about}.kept.help`)];
    case 'accepted': {
      const own = INSTRUCTION_KINDS.some((known) => known === kind) ? 'receipt.instruction' : null;
      const words = own === null ? `${about}.accepted` : `${own}-accepted`;
      return [message(`${words}.heading`), message(`${words}.help`)];
    }
    case 'received':
      return [message(`${about}.received.heading`, { time: at })];
    case 'rejected':
      return [message(`${about}.rejected.heading`, reason), message(`${about}.rejected.help`), help];
    case 'needs-correction':
      return [message('receipt.needs-correction.heading', reason), help];
    case 'superseded':
    case 'cancelled':
      return [message(`receipt.${state}.heading`)];
  }
}

/** The slip that opens again what was put aside; only together with the identity card. */
export function resumeSlipPaper(screen: On<'resume-slip'>, made: Made): Paper {
  return {
    kind: 'resume-slip',
    ...made,
    blocks: [
      heading(message('paper.resume-slip.title')),
      text(message('resume-slip.not-submitted'), 'strong'),
      { type: 'qr', content: screen.qr },
      { type: 'rows', rows: screen.rows },
      text(message('resume-slip.until', { date: hongKongDate(screen.expiresAt) }), 'strong'),
      text(message(screen.elsewhere ? 'resume-slip.anywhere' : 'resume-slip.here')),
      HOTLINE,
    ],
  };
}

/** What was only prepared: what to bring where. */
export function checklistSlip(screen: On<'prepared'>, made: Made): Paper {
  const { kind, why, bring, where = [] } = screen;
  return {
    kind: 'checklist',
    ...made,
    blocks: [
      heading(message('paper.checklist.title')),
      ...aboutKind(kind),
      text(message('prepared.heading'), 'strong'),
      text(message(`prepared.${why}`)),
      heading(message('prepared.bring')),
      { type: 'list', items: bring, numbered: true },
      heading(message('prepared.where')),
      text(message(`prepared.where.${why}`)),
      ...where.slice(0, MOST_PLACES).flatMap(placeBlocks),
      HOTLINE,
    ],
  };
}

/** A place to go to, and how sure it is. */
export function placeBlocks({ name, address, source }: WhereNext): readonly PaperBlock[] {
  return [
    text({ words: name }, 'strong'),
    text({ words: address }),
    ...(source === 'sourced' ? [] : [text(message(`reference-data.source.${source}`), 'small')]),
  ];
}

/** The platform's bill on paper: its number, or a line for it and how to get it; never our own reference. */
function billBlocks(bill: Bill | null, hotline: string): readonly PaperBlock[] {
  if (bill === null) {
    return [
      { type: 'blank', label: message('paper.payment-slip.bill'), lines: 1 },
      text(message('bill.how', { number: hotline }), 'strong'),
    ];
  }
  return [
    {
      type: 'figures',
      large: true,
      figures: [{ label: message('bill.number'), value: literal(bill.number) }],
    },
    ...(bill.sample ? [text(message('bill.sample'), 'strong')] : []),
  ];
}

/** What the payment slip says of the bill; `bill` null: its number is not known, or not yet. */
interface Billed {
  readonly bill: Bill | null;
  /** Of the contribution hotline, for who has no number. */
  readonly hotline: string;
}

/**
 * The payment slip of a remittance: the paying company by name, scheme, the platform's bill number, amount, due day and
 * means (issue 4). Offered only where there is something to pay.
 */
export function paymentSlipPaper(
  slip: Extract<Ask, { readonly type: 'statement' }>,
  { bill, hotline }: Billed,
  made: Made,
): Paper {
  return {
    kind: 'payment-slip',
    ...made,
    blocks: [
      heading(message('paper.payment-slip.title')),
      ...billBlocks(bill, hotline),
      { type: 'figures', figures: slip.figures },
      ...slip.paragraphs.map((label) => text(label)),
      HOTLINE,
    ],
  };
}

import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { isPaid, paymentSlip } from '../../domain/catalogue/kinds/employer-remittance/slip-steps.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { type Made, outputFor, type Paper, type PaperKind } from '../../domain/paper/paper.ts';
import { helpSlip, type Unhelped } from '../../domain/paper/help-slip.ts';
import { checklistSlip, paymentSlipPaper, receiptSlip, resumeSlipPaper } from '../../domain/paper/slips.ts';
import { ticketSlip } from '../../domain/paper/ticket-slip.ts';
import { statutoryDeclarationPaper } from '../../domain/paper/statutory-declaration.ts';
import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SessionParts } from '../children.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import type { SessionContext } from '../session/context/context.ts';
import type { SessionSnapshot } from '../session/session.machine.ts';
import { whereTo } from './where.ts';

type Maker = (made: Made) => Paper | null;

/**
 * The papers of a page, in the order in which they are offered. What is printed is made from the page and the answers it
 * was made from, so that paper and screen never differ.
 */
function papersOf(session: SessionSnapshot, screen: Screen): ReadonlyMap<PaperKind, Maker> {
  const { context } = session;
  if (session.matches(NOBODY_CAME)) {
    return new Map<PaperKind, Maker>([['help-slip', (made) => helpSlip(unhelped(context), made)]]);
  }
  switch (screen.id) {
    case 'receipt':
      return new Map<PaperKind, Maker>([
        ['receipt', (made) => receiptSlip(screen, made)],
        ...ofInstruction(context),
      ]);
    case 'prepared':
      return new Map<PaperKind, Maker>([
        ['checklist', (made) => checklistSlip(screen, made)],
        ...ofInstruction(context),
      ]);
    case 'resume-slip':
      return new Map<PaperKind, Maker>([['resume-slip', (made) => resumeSlipPaper(screen, made)]]);
    case 'ticket':
      return screen.state === 'waiting'
        ? new Map<PaperKind, Maker>([['queue-ticket', (made) => ticketSlip(screen, made)]])
        : NOTHING;
    case 'ask':
      return Object.values(PAGE_OF).includes(screen.page)
        ? new Map(ofInstruction(context).filter(([kind]) => PAGE_OF[kind] === screen.page))
        : NOTHING;
    default:
      return NOTHING;
  }
}

const NOTHING: ReadonlyMap<PaperKind, Maker> = new Map();
const NOBODY_CAME = { open: { presence: { visit: { help: { calling: 'nobodyCame' } } } } } as const;

/** What somebody wanted for whom nobody came, by kind alone. */
function unhelped({ outside, visit }: SessionContext): Unhelped {
  const registering = visit.purpose === 'register' && visit.languageChosen;
  return {
    kind: visit.instruction?.kind ?? (registering ? 'member-registration' : null),
    place: outside.config.place,
    since: visit.helpSince ?? outside.ports.now(),
    contacts: outside.ports.referenceData().contacts,
    where: whereTo(outside, 'any'),
  };
}

/** The page that shows what the paper says. */
const PAGE_OF: Readonly<Partial<Record<PaperKind, string>>> = {
  'payment-slip': 'slip',
  'statutory-declaration': 'sworn',
};

/** What belongs to the instruction itself. */
function ofInstruction({ outside, online, visit }: SessionContext): readonly (readonly [PaperKind, Maker])[] {
  const { instruction, identified } = visit;
  if (instruction === null) return [];
  const { kind, answers } = instruction;
  if (kind !== 'benefit-withdrawal' && kind !== 'employer-remittance') return [];
  const facts = factsOf({ outside, online, identified, answers });
  const pages = pagesFor(definitionOf(kind), facts).map(({ id }) => id);
  if (kind === 'employer-remittance') {
    // For a short while the number of the bill is worth waiting for.
    if (!pages.includes('slip') || !isPaid(facts) || visit.bill === 'waiting') return [];
    const billed = {
      bill: visit.bill === 'later' ? null : visit.bill,
      hotline: facts.data.contacts.contributionHotline.number,
    };
    return [['payment-slip', (made) => paymentSlipPaper(paymentSlip(facts), billed, made)]];
  }
  return pages.includes('sworn')
    ? [['statutory-declaration', (made) => statutoryDeclarationPaper(facts, made)]]
    : [];
}

/** What may be printed on this page now, and what keeps a printer from it. */
export function printOffer({ session }: SessionParts, screen: Screen): Chrome['print'] {
  const { context } = session;
  const kinds = [...papersOf(session, screen).keys()];
  const standing = kinds.map((kind) => context.printers[outputFor(kind, context.printers)]);
  const trouble = standing.find((status) => status !== 'none' && status !== 'ready');
  return {
    offered: kinds.filter((kind) => {
      const paper = paperOf({ session }, screen, kind);
      return paper !== null && session.can({ type: 'PRINT_PAPER', paper });
    }),
    trouble: trouble ?? null,
  };
}

/** The paper itself, for the moment at which it is printed; null where this page has none. */
export function paperOf(
  { session }: Pick<SessionParts, 'session'>,
  screen: Screen,
  kind: PaperKind,
): Paper | null {
  const { outside, locale } = session.context;
  const made: Made = {
    locale,
    terminalId: outside.config.terminalId,
    at: outside.ports.now(),
  };
  return papersOf(session, screen).get(kind)?.(made) ?? null;
}

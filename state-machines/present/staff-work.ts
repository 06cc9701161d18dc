import type { Ask, Label, Listed, Option } from '../../domain/catalogue/ask.ts';
import { maskHkid } from '../../domain/identity/document/hkid.ts';
import { reviewRows } from '../../domain/registration/review.ts';
import type { AskedRow, ReviewRow } from '../../domain/terminal/view/rows.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SessionContext } from '../session/context/context.ts';
import type { SessionSnapshot } from '../session/session.machine.ts';
import { draftOf } from '../session/about-member/identified.ts';
import { askedRows } from './instruction-screen.ts';

/** Everything that staff filled in or signed, for the member to look at when the session is theirs again. */
export function staffWork(session: SessionSnapshot): Extract<Overlay, { readonly id: 'staff-work' }> {
  const { context } = session;
  const { visit } = context;
  const draft = visit.instruction === null ? draftOf(context) : null;
  const rows = draft === null ? [] : reviewRows(draft).filter(({ byStaff }) => byStaff);
  const asked = visit.instruction === null ? [] : askedRows(context, visit.instruction);
  const number = typedNumber(visit);
  const pages = asked.filter(({ byStaff }) => byStaff);
  const named = [
    ...number.map(({ key }) => key),
    ...rows.flatMap(({ change }) => change ?? []),
    ...pages.map(({ page }) => page),
  ];
  const { attestation, interpretation, interpreter } = visit;
  return {
    id: 'staff-work',
    rows: [...number, ...rows],
    asked: pages,
    changes: named.filter((row) => session.can({ type: 'CHANGE_TOUCHED', row })),
    attestedBy: [attestation, attestation?.second].flatMap((witness) => witness?.staffId ?? []),
    interpreter: interpreter ? { language: interpretation?.language ?? null } : null,
  };
}

/** Masked, since it stands in full on the page where it was typed and nowhere else. */
function typedNumber({ numberByStaff, identified }: SessionContext['visit']): readonly ReviewRow[] {
  if (!numberByStaff || identified?.means !== 'typed') return [];
  return [{ key: 'number', value: maskHkid(identified.number), change: null, byStaff: true }];
}

/** So many figures in a row, spaces and hyphens between them allowed, may be a telephone, card or account number. */
const LONG_NUMBER = /\d(?:[ -]?\d){5,}/g;
const SHOWN_FIGURES = 3;

/** A number with all but its last three figures covered; the rest of the text as it is. */
export function maskNumbers(text: string): string {
  return text.replace(LONG_NUMBER, (number) => {
    let left = number.replace(/\D/g, '').length;
    return number.replace(/\d/g, (figure) => (left-- > SHOWN_FIGURES ? '•' : figure));
  });
}

/**
 * The page as staff see it: long numbers are covered on pages that only show what was answered, and in what a page shows
 * beside its question. What is typed on the page itself stays, and so does the check of a typed card number.
 */
export function maskedForStaff(screen: Screen): Screen {
  switch (screen.id) {
    case 'review':
      return { ...screen, rows: screen.rows.map(maskedRow) };
    case 'instruction-review':
      return {
        ...screen,
        identity: screen.identity.map(maskedRow),
        rows: screen.rows.map((row): AskedRow =>
          STAFF_NUMBER.test(row.page) ? row : { ...row, lines: row.lines.map(maskedLabel) },
        ),
        ...(screen.listed === undefined ? {} : { listed: screen.listed.map(maskedListed) }),
      };
    case 'ask':
      return { ...screen, ask: maskedAsk(screen.ask) };
    case 'mobile-code':
      return { ...screen, mobile: maskNumbers(screen.mobile) };
    case 'file-result': {
      const accounts = screen.findings.accounts.map((one) => ({
        ...one,
        account: maskNumbers(one.account),
        // Where nobody was named it stands for the name.
        company: one.company === null ? null : maskNumbers(one.company),
      }));
      const findings = { ...screen.findings, accounts };
      return { ...screen, findings, payer: maskNumbers(screen.payer) };
    }
    case 'receipt':
      return { ...screen, tell: screen.tell.map(withoutAccount) };
    case 'file-choose':
      return { ...screen, payer: maskNumbers(screen.payer) };
    default:
      return screen;
  }
}

/** An employer's remittance is worked with the company's own numbers of its people (issue 5). */
const STAFF_NUMBER = /^staff-number(?:-\d+)?$/;

/** Dates and the staff number are no numbers of the member's. */
const SHOWN_WHOLE: readonly ReviewRow['key'][] = ['date-of-birth', 'attested-by', 'address'];

function maskedRow(row: ReviewRow): ReviewRow {
  return SHOWN_WHOLE.includes(row.key) ? row : { ...row, value: maskNumbers(row.value) };
}

/** Accounts to choose from, figures of a statement, and the account that the platform is asked about. */
function maskedAsk(ask: Ask): Ask {
  switch (ask.type) {
    case 'choice':
    case 'several':
    case 'allocation':
      return { ...ask, options: ask.options.map(maskedOption) };
    case 'statement': {
      const { platform } = ask;
      const figures = ask.figures.map((figure) => ({ ...figure, value: maskedLabel(figure.value) }));
      if (platform === undefined) return { ...ask, figures };
      const employerAccount = maskNumbers(platform.employerAccount);
      return { ...ask, figures, platform: { ...platform, employerAccount } };
    }
    default:
      return ask;
  }
}

function maskedOption(option: Option): Option {
  const { label, help } = option;
  const covered = { ...option, label: maskedLabel(label) };
  return help === undefined ? covered : { ...covered, help: maskedLabel(help) };
}

function maskedListed({ title, details }: Listed): Listed {
  return { title: maskNumbers(title), details: details.map(maskedLabel) };
}

/** A receipt tells telephone numbers as well, which are nobody's. */
function withoutAccount(label: Label): Label {
  if ('words' in label) return label;
  const account = label.params?.['account'];
  if (typeof account !== 'string') return label;
  return { ...label, params: { ...label.params, account: maskNumbers(account) } };
}

/** A day, a month and an instant travel as figures, and so does an amount: none of the member's numbers. */
const DAY_OR_AMOUNT = /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]+Z)?)?$|^\d+\.\d{2}$/;

function maskedText(text: string): string {
  return DAY_OR_AMOUNT.test(text) ? text : maskNumbers(text);
}

function maskedLabel(label: Label): Label {
  if ('words' in label) {
    const { en, 'zh-Hant': chinese } = label.words;
    return { words: { en: maskedText(en), 'zh-Hant': maskedText(chinese) } };
  }
  const { params } = label;
  if (params === undefined) return label;
  const covered = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskedText(value) : value,
  ]);
  return { ...label, params: Object.fromEntries(covered) as typeof params };
}

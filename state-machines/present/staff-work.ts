import type { Label } from '../../domain/catalogue/ask.ts';
import { maskHkid } from '../../domain/identity/hkid.ts';
import { reviewRows } from '../../domain/registration/review.ts';
import { isRealIsoDate } from '../../domain/time.ts';
import type { AskedRow, Overlay, ReviewRow, Screen } from '../../domain/terminal/view.ts';
import type { SessionContext } from '../session/context.ts';
import { draftOf } from '../session/identified.ts';
import { askedRows } from './instruction-screen.ts';

/** Everything that staff filled in or signed, for the member to look at when the session is theirs again. */
export function staffWork(context: SessionContext): Extract<Overlay, { readonly id: 'staff-work' }> {
  const { visit } = context;
  const draft = visit.instruction === null ? draftOf(context) : null;
  const rows = draft === null ? [] : reviewRows(draft).filter(({ byStaff }) => byStaff);
  const asked = visit.instruction === null ? [] : askedRows(context, visit.instruction);
  return {
    id: 'staff-work',
    rows: [...typedNumber(visit), ...rows],
    asked: asked.filter(({ byStaff }) => byStaff),
    attestedBy: visit.attestation?.staffId ?? null,
    interpreter: visit.interpreter,
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
 * The page as staff see it: on pages that only show what was answered, long numbers are covered. A page that asks for
 * one needs it, and so does the check of a typed card number.
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
      };
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

function maskedLabel(label: Label): Label {
  if (!('words' in label)) return label;
  const { en, 'zh-Hant': chinese } = label.words;
  // A day travels as figures, and is none of the member's numbers.
  if (isRealIsoDate(en)) return label;
  return { words: { en: maskNumbers(en), 'zh-Hant': maskNumbers(chinese) } };
}

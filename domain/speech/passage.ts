import type { Locale } from '../locale.ts';
import { CATALOGUES } from '../messages/catalogue.ts';
import {
  declarationParagraphs,
  instructionDeclarationParagraphs,
  instructionNoticeParagraphs,
  noticeParagraphs,
} from '../messages/legal-texts.ts';
import type { Passage } from '../terminal/ports/speech.ts';
import type { Overlay } from '../terminal/view/overlay.ts';
import type { Screen } from '../terminal/view/screen.ts';
import type { View } from '../terminal/view/view.ts';

interface Named {
  readonly id: string;
  readonly keys: readonly string[];
  /** Legal texts, which stand in no catalogue. */
  readonly paragraphs?: (locale: Locale) => readonly string[];
}

/**
 * The words of the page on top, as far as they stand in the catalogues: never a value of a person. A message that takes
 * a parameter is left out whole, so nothing that somebody typed, and nothing read from a card, can be said aloud in a
 * shop (facts/kiosk-ux.md §3.2, *Audio*). Null: nothing of this page is said, or no visit is under way.
 */
export function passageOf({ sessionId, screen, overlay, locale }: View): Passage | null {
  if (sessionId === null) return null;
  const named = overlay === null ? ofScreen(screen) : ofOverlay(overlay);
  if (named === null) return null;
  const words = named.keys.flatMap((key) => plainWords(locale, key));
  const text = [...words, ...(named.paragraphs?.(locale) ?? [])].join('\n');
  return text === '' ? null : { id: named.id, locale, text };
}

function plainWords(locale: Locale, key: string): readonly string[] {
  const words = new Map<string, string>(Object.entries(CATALOGUES[locale])).get(key);
  return words === undefined || words.includes('{') ? [] : [words];
}

function plain(id: string, prefix: string = id): Named {
  return { id, keys: [`${prefix}.heading`, `${prefix}.help`] };
}

function ofScreen(screen: Screen): Named | null {
  switch (screen.id) {
    case 'notice':
      return {
        ...plain(`notice.${screen.about}`, 'notice'),
        paragraphs: screen.about === 'registration' ? noticeParagraphs : instructionNoticeParagraphs,
      };
    case 'declare': {
      const { kind } = screen;
      return {
        ...plain(`declare.${kind}`, 'declare'),
        paragraphs:
          kind === 'member-registration'
            ? declarationParagraphs
            : (locale) => instructionDeclarationParagraphs(locale, kind),
      };
    }
    case 'question':
      return plain(`question.${screen.step}`);
    case 'ask':
    case 'calculator-ask':
      return plain(screen.words);
    case 'reader-trouble':
      return {
        id: `reader.${screen.trouble}`,
        keys: [`reader.${screen.trouble}`, `reader.${screen.trouble}.help`],
      };
    case 'receipt':
      return {
        id: `receipt.${screen.state}`,
        keys: [
          `${screen.withdraws === null ? 'receipt' : 'withdrawal'}.${screen.state}.heading`,
          `${screen.withdraws === null ? 'receipt' : 'withdrawal'}.${screen.state}.help`,
          'receipt.keep',
        ],
      };
    case 'enquiry-result':
      return plain(`enquiry-result.${screen.status}`);
    case 'enquiry-trouble':
      return {
        id: `enquiry.${screen.fault}`,
        keys: [`enquiry.${screen.fault}`, `enquiry.${screen.fault}.help`],
      };
    case 'resume-trouble':
      return {
        id: `resume.${screen.fault}`,
        keys: [`resume.${screen.fault}`, `resume.${screen.fault}.help`],
      };
    case 'iam-smart-code':
      return plain(screen.scanned ? 'iam-smart-scanned' : 'iam-smart-code');
    case 'iam-smart-stopped':
      return {
        id: `iam-smart.${screen.why}`,
        keys: [`iam-smart.${screen.why}`, `iam-smart.${screen.why}.help`],
      };
    case 'not-saved':
      return { id: 'not-saved', keys: ['not-saved.heading', `not-saved.${screen.fault}`] };
    case 'staff-needed':
      return {
        id: 'staff-needed',
        keys: [
          'staff-needed.heading',
          'staff-needed.help',
          'staff-needed.promise.kept',
          'staff-needed.promise.password',
          'staff-needed.promise.confirm',
        ],
      };
    // Pages of staff, and pages on which nobody is there.
    case 'attest':
    // Has a voice of its own, or none.
    case 'own-language':
    case 'attract':
    case 'ended':
    case 'self-test':
    case 'starting':
    case 'out-of-service':
    case 'not-today':
      return null;
    default:
      return plain(screen.id);
  }
}

/** Of what covers a page only what is the member's. */
function ofOverlay(overlay: Overlay): Named | null {
  switch (overlay.id) {
    case 'help-called':
      return {
        id: overlay.snoozed ? 'help-called.snoozed' : 'help-called',
        keys: overlay.snoozed
          ? ['help-called.heading-snoozed', 'help-called.snoozed', 'help-called.statement']
          : ['help-called.heading', 'help-called.statement'],
      };
    case 'help-nobody-came':
      return {
        id: 'help-nobody-came',
        keys: ['help-nobody-came.heading', 'help-nobody-came.help', 'help-nobody-came.hotline'],
      };
    case 'leave-confirm':
    case 'park-asking':
    case 'park-failed':
    case 'staff-work':
      return plain(overlay.id);
    default:
      return null;
  }
}

import { INSTRUCTION_KINDS, type InstructionKind, type SubmissionKind } from '../../../domain/kinds/kinds.ts';
import type { MessageKey } from '../../../domain/messages/index.ts';
import type { ReceiptState } from '../../../domain/terminal/view/screens/submission.ts';
import type { TrackStop } from '../../components/page/track.tsx';
import type { IconName, Tone } from '../../components/pictures/icons.tsx';
import type { Terminal } from '../../terminal.ts';
import { timeOfDay } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';

type ReceiptScreen = ScreenOf<'receipt'>;

/** Amber kept here, blue received, green accepted, brick where something must be done (facts/wording.md). */
export const SIGNS: Readonly<Record<ReceiptState, readonly [Tone, IconName]>> = {
  kept: ['amber', 'box'],
  received: ['blue', 'tray'],
  accepted: ['green', 'check'],
  rejected: ['red', 'warning'],
  'needs-correction': ['red', 'warning'],
  superseded: ['teal', 'info'],
  cancelled: ['teal', 'close'],
};

const PLATFORM: Readonly<Record<ReceiptState, MessageKey>> = {
  kept: 'track.platform.waiting',
  received: 'track.platform.received',
  accepted: 'track.platform.accepted',
  rejected: 'track.platform.rejected',
  'needs-correction': 'track.platform.needs-correction',
  superseded: 'track.platform.superseded',
  cancelled: 'track.platform.cancelled',
};

const TRUSTEE: Readonly<Record<ReceiptState, MessageKey>> = {
  kept: 'track.trustee.after',
  received: 'track.trustee.after',
  accepted: 'track.trustee.told',
  rejected: 'track.trustee.nothing',
  'needs-correction': 'track.trustee.nothing',
  superseded: 'track.trustee.nothing',
  cancelled: 'track.trustee.nothing',
};

/** 本機 → 積金易 → 受託人: where the submission is, and never further than it is. */
export function stops(state: ReceiptState, at: string, text: Terminal['text']): readonly TrackStop[] {
  const time = { time: at };
  return [
    {
      name: text('track.machine'),
      words: state === 'kept' ? text('track.machine.kept', time) : text('track.machine.sent'),
      reached: 'yes',
    },
    {
      name: text('track.platform'),
      words: text(PLATFORM[state], time),
      reached: state === 'kept' ? 'next' : 'yes',
    },
    { name: text('track.trustee'), words: text(TRUSTEE[state]), reached: 'no' },
  ];
}

/** True for what has a definition in domain/catalogue, and so words of its own. */
export function isInstruction(kind: SubmissionKind): kind is InstructionKind {
  return INSTRUCTION_KINDS.some((known) => known === kind);
}

interface Statement {
  readonly heading: string;
  readonly help: string | undefined;
}

/** What the heading and the line under it say; the words of facts/wording.md. */
export function statement(screen: ReceiptScreen, { view, text }: Terminal): Statement {
  const about = screen.withdraws === null ? 'receipt' : 'withdrawal';
  if (screen.state === 'accepted' && isInstruction(screen.kind)) {
    return {
      heading: text('receipt.instruction-accepted.heading'),
      help: text('receipt.instruction-accepted.help'),
    };
  }
  const outcome = screen.outcome ?? 'payload-refused';
  const reason = text(`outcome.${outcome}`);
  switch (screen.state) {
    case 'kept':
    case 'accepted':
      return {
        heading: text(`${about}.${screen.state}.heading`),
        help: text(`${about}.${screen.state}.help`),
      };
    case 'received':
      return {
        heading: text(`${about}.received.heading`, { time: timeOfDay(view.locale, screen.at) }),
        help: undefined,
      };
    case 'rejected':
      return {
        heading: text(`${about}.rejected.heading`, { reason }),
        help: `${text(`${about}.rejected.help`)} ${text(`outcome.${outcome}.help`)}`,
      };
    case 'needs-correction':
      return {
        heading: text('receipt.needs-correction.heading', { reason }),
        help: text(`outcome.${outcome}.help`),
      };
    case 'superseded':
    case 'cancelled':
      return {
        heading: text(`receipt.${screen.state}.heading`),
        help: text(`receipt.${screen.state}.help`),
      };
  }
}

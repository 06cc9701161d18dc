import type { StationCase } from '../../../domain/terminal/ports/cases.ts';
import type { CaseState } from '../../../domain/work-day/cases.ts';
import type { Tone } from '../../components/pictures/icons.tsx';
import type { Terminal } from '../../terminal.ts';
import { aboutKind } from '../enquiry/about-kind.ts';

type Text = Terminal['text'];

/** Colours go with words (facts/wording.md): amber kept here, blue received, green accepted, brick to be done. */
export const TONES: Readonly<Record<CaseState, Tone>> = {
  'in-hand': 'teal',
  kept: 'amber',
  received: 'blue',
  accepted: 'green',
  rejected: 'red',
  'needs-correction': 'red',
  'set-aside': 'red',
  expired: 'red',
  withdrawn: 'teal',
  superseded: 'teal',
  parked: 'amber',
  over: 'teal',
  prepared: 'teal',
  asked: 'teal',
  left: 'teal',
  cut: 'teal',
};

/** The number it was called with, or its number of the day. */
export function nameOfCase(text: Text, { ticket, dayNumber }: StationCase): string {
  return ticket ?? text('cases.number', { number: dayNumber });
}

export function kindsOf(text: Text, { kinds }: StationCase): string {
  const names = kinds.flatMap((kind) => aboutKind(text, kind) ?? text(`cases.kind.${kindWithoutName(kind)}`));
  return names.length === 0 ? text('cases.no-kind') : names.join(text('cases.and'));
}

function kindWithoutName(kind: StationCase['kinds'][number]): 'cancellation' | 'feedback' {
  return kind === 'cancellation' ? 'cancellation' : 'feedback';
}

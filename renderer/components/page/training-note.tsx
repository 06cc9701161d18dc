import type { ReactNode } from 'react';
import type { TrainingEnd } from '../../../domain/identity/training.ts';
import { useTerminal } from '../../terminal.ts';
import { wholeDay } from '../../text/dates.ts';
import { Note } from './note.tsx';

/** For staff: their identity training ends soon, or has ended and they attest nobody's card. */
export function TrainingNote({ of: training }: { of: TrainingEnd | undefined }): ReactNode {
  const { view, text } = useTerminal();
  if (training === undefined) return null;
  const date = wholeDay(view.locale, training.until);
  return (
    <div data-training={training.over ? 'over' : 'ends'}>
      <Note tone="amber" icon="warning">
        {text(training.over ? 'training.over' : 'training.ends', { date })}
      </Note>
    </div>
  );
}

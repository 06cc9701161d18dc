import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { wholeDay } from '../../text/dates.ts';
import { Note } from './note.tsx';

interface Days {
  readonly day: number;
  readonly unclosedSince?: string;
}

/** A day that was begun on an earlier date and never closed, and what to do about it from this page. */
export function UnclosedDay({
  of: { day, unclosedSince },
  words,
}: {
  of: Days;
  words: 'day.unclosed' | 'day.unclosed-at-stop' | 'day.unclosed-called';
}): ReactNode {
  const { view, text } = useTerminal();
  if (unclosedSince === undefined) return null;
  return (
    <div data-unclosed={unclosedSince}>
      <Note tone="amber" icon="warning">
        {text(words, { day, date: wholeDay(view.locale, unclosedSince) })}
      </Note>
    </div>
  );
}

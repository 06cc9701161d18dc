import { useEffect, useState } from 'react';
import { useTerminal } from '../terminal.ts';
import { DraftSender } from './draft-sender.ts';

export interface Field {
  readonly value: string;
  /** Grows with every answer, so that the same trouble twice is announced twice. */
  readonly answers: number;
  readonly change: (value: string) => void;
  readonly composing: (now: boolean) => void;
  /** Sends `value` (or the text itself) as the answer to the page. */
  readonly answer: (value?: string) => void;
}

/**
 * The text of the one field of a page. It starts from what the view knows and is local from then on: no later view
 * overwrites it. Mount a new component for a new page (`page-key.ts`).
 */
export function useField(initial: string): Field {
  const { view, send, beforeSending } = useTerminal();
  const [value, setValue] = useState(initial);
  const [answers, setAnswers] = useState(0);
  const [drafts] = useState(() => new DraftSender((draft) => send({ type: 'FIELD_DRAFT', value: draft })));
  const free = view.overlay === null;

  useEffect(() => beforeSending(() => drafts.flush()), [beforeSending, drafts]);
  // A draft refused while something covered the page goes out when the page is free again.
  useEffect(() => {
    if (free) drafts.flush();
  }, [view.stepId, free, drafts]);
  useEffect(() => () => drafts.discard(), [drafts]);

  return {
    value,
    answers,
    change(next) {
      setValue(next);
      drafts.changed(next);
    },
    composing: (now) => drafts.composing(now),
    answer(given = value) {
      drafts.discard();
      setAnswers((count) => count + 1);
      void send({ type: 'ANSWER', value: given });
    },
  };
}

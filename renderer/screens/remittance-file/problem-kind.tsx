import type { ReactNode } from 'react';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { useTerminal } from '../../terminal.ts';

interface ProblemKindProps {
  readonly code: string;
  readonly severity: 'fatal' | 'error' | 'warning';
  /** How often it was found. */
  readonly count: number;
  /** Of the first place, in the member's language; a kind without one is not drawn. */
  readonly first: { readonly reason: string; readonly place: string } | undefined;
  readonly onShow: (code: string) => void;
}

/** One kind of problem in a file: what it is, how often and where first. A touch shows every place of it. */
export function ProblemKind({ code, severity, count, first, onShow }: ProblemKindProps): ReactNode {
  const { text } = useTerminal();
  if (first === undefined) return null;
  const must = text(severity === 'warning' ? 'file.result.look' : 'file.result.must');
  return (
    <ChoiceCard
      kind="button"
      compact
      action="show-problems"
      option={code}
      icon={severity === 'warning' ? 'info' : 'warning'}
      label={first.reason}
      help={`${must} · ${text('file.result.count', { count, place: first.place })}`}
      chosen={false}
      onChoose={() => onShow(code)}
    />
  );
}

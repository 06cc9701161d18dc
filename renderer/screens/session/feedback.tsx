import type { ReactNode } from 'react';
import { FACES, type Face } from '../../../domain/usability/codes.ts';
import { Button } from '../../components/controls/button.tsx';
import { usePress } from '../../input/press.ts';
import { useTerminal } from '../../terminal.ts';
import { useToolName } from '../../components/controls/covered.ts';
import classes from './feedback.module.css';

const MOUTHS: Readonly<Record<Face, string>> = {
  good: 'M7.500 14c1 2 2.600 3 4.500 3s3.500-1 4.500-3',
  fair: 'M8 15.500h8',
  poor: 'M7.500 17c1-2 2.600-3 4.500-3s3.500 1 4.500 3',
};

/** One tap, never in the way: the page closes by itself all the same. Afterwards the way to say more. */
export function Feedback({ given }: { given: 'ask' | Face }): ReactNode {
  const { text, send } = useTerminal();
  if (given !== 'ask') {
    return (
      <section className={classes.feedback} data-feedback={given}>
        <p className={classes.question} role="status">
          {text('feedback.thanks')}
        </p>
        <Button action="complain" onPress={() => void send({ type: 'COMPLAIN' })}>
          {text('feedback.more')}
        </Button>
      </section>
    );
  }
  return (
    <section className={classes.feedback} data-feedback="ask">
      <h2 className={classes.question}>{text('feedback.heading')}</h2>
      <div className={classes.faces}>
        {FACES.map((face) => (
          <FaceButton key={face} face={face} />
        ))}
      </div>
      <p className={classes.soft}>{text('feedback.help')}</p>
    </section>
  );
}

function FaceButton({ face }: { face: Face }): ReactNode {
  const { text, send } = useTerminal();
  const press = usePress(() => void send({ type: 'FEEDBACK', face }));
  return (
    <button
      type="button"
      className={classes.face}
      data-action={useToolName('feedback')}
      data-option={useToolName(face)}
      {...press}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9.500" />
        <path d={`M8.800 9.200v.1M15.200 9.200v.1${MOUTHS[face]}`} />
      </svg>
      <span>{text(`feedback.${face}`)}</span>
    </button>
  );
}

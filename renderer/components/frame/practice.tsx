import { useState, type ReactNode } from 'react';
import { EXERCISE_NAMES } from '../../../domain/practice/exercise-names.ts';
import { EXERCISES } from '../../../domain/practice/exercises.ts';
import { PRACTICE_NUMBERS, PRACTICE_PEOPLE, PRACTICE_STAFF } from '../../../domain/practice/people.ts';
import type { PracticeView } from '../../../domain/terminal/view/practice-view.ts';
import { formatHkid, parseHkid } from '../../../domain/identity/document/hkid.ts';
import { type Terminal, useTerminal } from '../../terminal.ts';
import { sentences } from '../../text/sentences.ts';
import { timeOfDay } from '../../text/dates.ts';
import { messageKey } from '../../text/text.ts';
import { Button } from '../controls/button.tsx';
import classes from './practice.module.css';

const ROWS = 5;

/** Across every page, over whatever covers it; it takes no touch. */
export function PracticeMark(): ReactNode {
  return (
    <div className={classes.mark} aria-hidden="true" data-watermark="">
      {Array.from({ length: ROWS }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  );
}

/** What is practised now, and the way to the panel. */
export function PracticeLine({ practice }: { practice: PracticeView }): ReactNode {
  const { text } = useTerminal();
  const [open, setOpen] = useState(false);
  return (
    <aside aria-label="練習 Practice" data-practice="">
      <div className={classes.line}>
        <p>{practice.ending ? text('practice.ending') : doing(practice, text)}</p>
        <Button kind="small" action="practice-panel" onPress={() => setOpen(!open)}>
          {text(open ? 'practice.close' : 'practice.open')}
        </Button>
      </div>
      {open && <Panel practice={practice} onClose={() => setOpen(false)} />}
    </aside>
  );
}

/** The step to do, or that it is done; outside an exercise which run this is. */
function doing({ exercise }: PracticeView, text: Terminal['text']): string {
  if (exercise === null) return '練習 PRACTICE';
  const { name, step, of } = exercise;
  const next = EXERCISES[name][step];
  if (next === undefined) return text('practice.finished', { of });
  const words = text(messageKey(`practice.step.${name}.${next.step}`));
  return text('practice.step-of', { step: step + 1, of, words });
}

function Panel({ practice, onClose }: { practice: PracticeView; onClose: () => void }): ReactNode {
  const { view, text, send } = useTerminal();
  const { endsAt, waiting, cardIn, exercise, ending } = practice;
  const numbers = PRACTICE_NUMBERS.map(shownNumber).join('  ');
  return (
    <div className={classes.panel} data-practice-panel="">
      <p>
        {sentences(view.locale, [
          text('practice.ends', { time: timeOfDay(view.locale, endsAt) }),
          text('practice.waiting', { count: waiting }),
        ])}
      </p>
      <h2>{text('practice.exercises')}</h2>
      <div className={classes.many}>
        {EXERCISE_NAMES.map((name) => (
          <Button
            key={name}
            kind="small"
            action="practice-exercise"
            option={name}
            onPress={() => {
              onClose();
              void send({ type: 'PRACTICE_EXERCISE', exercise: name });
            }}
          >
            {text(`practice.exercise.${name}`)}
          </Button>
        ))}
        {exercise !== null && (
          <Button
            kind="small"
            action="practice-stop"
            onPress={() => void send({ type: 'PRACTICE_EXERCISE', exercise: null })}
          >
            {text('practice.stop')}
          </Button>
        )}
      </div>
      <h2>{text('practice.cards')}</h2>
      <p>{text('practice.cards-help')}</p>
      <div className={classes.many}>
        {PRACTICE_PEOPLE.map((person) => (
          <Button
            key={person}
            kind="small"
            action="practice-card"
            option={person}
            onPress={() => {
              onClose();
              void send({ type: 'PRACTICE_CARD', person });
            }}
          >
            {text(`practice.person.${person}`)}
          </Button>
        ))}
        {cardIn && (
          <Button
            kind="small"
            action="practice-lift"
            onPress={() => void send({ type: 'PRACTICE_CARD', person: null })}
          >
            {text('practice.lift')}
          </Button>
        )}
      </div>
      <p>{text('practice.numbers', { numbers })}</p>
      <h2>{text('practice.badges')}</h2>
      <div className={classes.many}>
        {PRACTICE_STAFF.map(({ role, pin }) => (
          <Button
            key={role}
            kind="small"
            action="practice-badge"
            option={role}
            onPress={() => {
              onClose();
              void send({ type: 'PRACTICE_BADGE', role });
            }}
          >
            {text(`practice.badge.${role}`, { pin })}
          </Button>
        ))}
      </div>
      <Button
        kind="staff-main"
        action="practice-end"
        disabled={ending}
        onPress={() => void send({ type: 'PRACTICE_END' })}
      >
        {text(ending ? 'practice.ending' : 'practice.end')}
      </Button>
    </div>
  );
}

function shownNumber(number: string): string {
  const parsed = parseHkid(number);
  return parsed.ok ? formatHkid(parsed.value) : number;
}

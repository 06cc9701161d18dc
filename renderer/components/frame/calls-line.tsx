import type { ReactNode } from 'react';
import type { StationCall } from '../../../domain/terminal/view/station-view.ts';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { Disc } from '../pictures/icons.tsx';
import classes from './frame.module.css';

/** More than these would cover the work of who reads them; the others are counted. */
const SHOWN = 2;

/**
 * Staff's window of a counter: who is wanted elsewhere at this place (ADR 0045). It stands above the page, takes nothing from
 * it and no focus, is said by a screen reader in its own time, and goes by itself. The place for it is always there, since
 * only what appears in it is said.
 */
export function CallsLine({ calls }: { calls: readonly StationCall[] }): ReactNode {
  const { text } = useTerminal();
  const more = calls.length - SHOWN;
  return (
    <div className={classes.calls} role="status" aria-live="polite" data-calls={calls.length}>
      {[...calls.filter(untaken), ...calls.filter((call) => !untaken(call))].slice(0, SHOWN).map((call) => (
        <Call key={call.callId} call={call} />
      ))}
      {more > 0 && <p className={classes.moreCalls}>{text('staff-call.more', { count: more })}</p>}
    </div>
  );
}

function Call({ call }: { call: StationCall }): ReactNode {
  const { text, send } = useTerminal();
  const { callId, terminalId, minutes, locale, step, going, telling, untold } = call;
  return (
    <div className={classes.call} data-call={terminalId} data-going={goerOf(call)}>
      <Disc name="person" tone={going === null ? 'amber' : 'teal'} />
      <div className={classes.who}>
        <p data-state="">{text('staff-call.heading', { terminal: terminalId })}</p>
        <p className={classes.caption}>
          {[
            text('staff-call.since', { minutes }),
            ...(locale === null ? [] : [text(`staff-call.reads.${locale}`)]),
            ...(step === 'other' ? [] : [text(`staff-call.step.${step}`)]),
          ].join(' · ')}
        </p>
        {untold && going === null && <p className={classes.caption}>{text('staff-call.untold')}</p>}
      </div>
      {going === null ? (
        <Button
          kind="small"
          action={`go-${terminalId}`}
          disabled={telling}
          onPress={() => void send({ type: 'CALL_GOING', callId })}
        >
          {text(telling ? 'staff-call.telling' : 'staff-call.go')}
        </Button>
      ) : (
        <p className={classes.caption}>
          {going.here
            ? text('staff-call.going-here')
            : text('staff-call.going-other', { counter: going.counter })}
        </p>
      )}
    </div>
  );
}

/** Whoever nobody goes to comes first. */
function untaken({ going }: StationCall): boolean {
  return going === null;
}

function goerOf({ going }: StationCall): 'here' | 'other' | undefined {
  if (going === null) return undefined;
  return going.here ? 'here' : 'other';
}

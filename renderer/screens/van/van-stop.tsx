import { useRef, type ReactNode } from 'react';
import { LANES } from '../../../domain/work-day/stops.ts';
import { Button } from '../../components/controls/button.tsx';
import { Chip } from '../../components/controls/choice.tsx';
import { LatinKeyboard } from '../../components/keys/latin-keyboard.tsx';
import { TextField } from '../../components/keys/text-field.tsx';
import { useTextBox } from '../../components/keys/use-text-box.ts';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './van.module.css';

/** Where exactly the van stands, and which lane is this machine's. */
export function VanStop({ screen }: { screen: ScreenOf<'van-stop'> }): ReactNode {
  const { text, send } = useTerminal();
  const field = useField(screen.site);
  const input = useRef<HTMLInputElement>(null);
  const keys = useTextBox(input, field.value, field.change);
  const { position, error, fault } = screen;
  return (
    <Page
      dense
      heading={text('van.stop.heading')}
      keys={
        <LatinKeyboard
          layout="address"
          onType={keys.type}
          onBackspace={keys.backspace}
          onClear={keys.clear}
        />
      }
      actions={
        <Button
          kind="main"
          action="open-stop"
          quiet={field.value.trim() === ''}
          onPress={() => field.answer()}
        >
          {text('van.stop.open')}
        </Button>
      }
    >
      {error !== null && (
        <Note tone="red" icon="warning">
          {text('van.stop.site-wrong')}
        </Note>
      )}
      {fault !== null && (
        <Note tone="red" icon="warning">
          {text(`van-trouble.${fault}`)}
        </Note>
      )}
      <TextField
        label={text('van.stop.field')}
        ref={input}
        value={field.value}
        wrong={error !== null}
        onChange={(value) => field.change(value)}
        onComposing={field.composing}
        onEnter={() => field.answer()}
      />
      <div className={classes.lanes} role="radiogroup" aria-label={text('van.stop.lane')}>
        <span>{text('van.stop.lane')}</span>
        {LANES.map((lane) => (
          <Chip
            key={lane}
            option={`lane-${lane}`}
            label={lane}
            chosen={screen.lane === lane}
            onChoose={() => void send({ type: 'VAN_LANE', lane })}
          />
        ))}
      </div>
      <p className={classes.part}>
        {position === null
          ? text('van.stop.no-position')
          : text('van.stop.position', { metres: position.accuracyMetres })}
      </p>
    </Page>
  );
}

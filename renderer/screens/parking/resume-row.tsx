import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { DrawnField, InFours } from '../../components/keys/drawn-field.tsx';
import {
  nextResumeKeys,
  RESUME_ROW_LENGTH,
  typeResumeRow,
} from '../../components/keys/entry/resume-row-entry.ts';
import { LetterAndDigitPad } from '../../components/keys/letter-and-digit-pad.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** One row of the slip's code. A slip before the scanner goes on from here by itself. */
export function ResumeRow({ screen }: { screen: ScreenOf<'resume-row'> }): ReactNode {
  const { view, text } = useTerminal();
  const { row, error } = screen;
  const field = useField(screen.value.replaceAll(/[\s-]/g, ''));
  const { value } = field;
  const keys = {
    type: (character: string) => field.change(typeResumeRow(value, character)),
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      dense
      heading={text('resume-row.heading', { row })}
      keys={
        <>
          <DrawnField
            label={text('resume-row.field', { row })}
            spoken={Array.from(value).join(' ')}
            count={value.length}
            wrong={error !== null}
          >
            <InFours value={value} length={RESUME_ROW_LENGTH} />
          </DrawnField>
          <LetterAndDigitPad
            next={nextResumeKeys(value)}
            onType={keys.type}
            onBackspace={keys.backspace}
            onClear={() => field.change('')}
          />
        </>
      }
      actions={
        <Button
          kind="main"
          action="continue"
          quiet={value.length < RESUME_ROW_LENGTH}
          onPress={() => field.answer()}
        >
          {text('frame.continue')}
        </Button>
      }
    >
      {error === null ? (
        <Aside>{text('resume-row.help')}</Aside>
      ) : (
        <Problem code={error} words={text(`error.${error}`)} answers={field.answers} />
      )}
    </Page>
  );
}

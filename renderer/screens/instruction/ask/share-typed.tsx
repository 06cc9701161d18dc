import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { Caret, DrawnField } from '../../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../../components/keys/number-pad.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Aside } from '../../../components/page/problem.tsx';
import { usePhysicalKeys } from '../../../input/use-physical-keys.ts';
import { useTerminal } from '../../../terminal.ts';
import { typeShare } from './allocation-entry.ts';
import { AllocationTotal } from './allocation-total.tsx';

export interface ShareTypedProps {
  readonly fund: string;
  readonly share: number;
  /** What all other funds have together. */
  readonly others: number;
  readonly onUse: (share: number) => void;
  readonly onBack: () => void;
}

/** One fund's percentage, typed: alone on the page, with the total as it would become. */
export function ShareTyped({ fund, share, others, onUse, onBack }: ShareTypedProps): ReactNode {
  const { view, text } = useTerminal();
  const [typed, setTyped] = useState(share === 0 ? '' : String(share));
  const figure = typed === '' ? 0 : Number(typed);
  const type = (digit: string): void => setTyped(typeShare(typed, digit));
  const backspace = (): void => setTyped(typed.slice(0, -1));
  usePhysicalKeys({ type, backspace, enter: () => onUse(figure) }, view.overlay === null);
  useEffect(() => {
    document
      .querySelector<HTMLElement>('[data-layer="front"] [data-heading]')
      ?.focus({ preventScroll: true });
  }, []);
  return (
    <Page
      dense
      ways="leave"
      heading={text('ask.allocation.one')}
      help={fund}
      actions={
        <>
          <Button action="back-to-list" onPress={onBack}>
            {text('ask.allocation.back')}
          </Button>
          <Button kind="main" action="use-share" onPress={() => onUse(figure)}>
            {text('ask.allocation.use', { share: figure })}
          </Button>
        </>
      }
      keys={<NumberPad low onType={type} onBackspace={backspace} onClear={() => setTyped('')} />}
    >
      <DrawnField label={fund} spoken={`${typed}%`} count={typed.length}>
        {typed}
        <Caret />%
      </DrawnField>
      <Aside>{text('ask.allocation.one-help')}</Aside>
      <AllocationTotal
        shares={
          new Map([
            ['this', figure],
            ['others', others],
          ])
        }
      />
    </Page>
  );
}

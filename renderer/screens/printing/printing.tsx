import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { OverlayOf } from '../screen-of.ts';

/** On its way to the printer; nobody has to wait for it. */
export function PrintSending({ overlay }: { overlay: OverlayOf<'print-sending'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      middle
      ways="none"
      before={<span className={finish.waiting} aria-hidden="true" />}
      heading={text('print-sending.heading', { what: text(`paper.${overlay.paper}.title`) })}
      help={text('print-sending.help')}
      actions={
        <Button wide action="print-close" onPress={() => void send({ type: 'PRINT_CLOSE' })}>
          {text('print-sending.without')}
        </Button>
      }
    />
  );
}

/** The printer has taken it. Whether paper came out is for the member to see. */
export function PrintDone({ overlay }: { overlay: OverlayOf<'print-done'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      middle
      ways="none"
      before={
        <span className={finish.sign} data-tone="teal">
          <Icon name="down" size="big" />
        </span>
      }
      heading={text('print-done.heading')}
      help={text('print-done.help', { what: text(`paper.${overlay.paper}.title`) })}
      actions={
        <>
          <Button action="print-again" onPress={() => void send({ type: 'PRINT_AGAIN' })}>
            {text('print-done.again')}
          </Button>
          <Button kind="main" action="print-close" onPress={() => void send({ type: 'PRINT_CLOSE' })}>
            {text('print-done.taken')}
          </Button>
        </>
      }
    >
      <Note tone="teal">{text('print-done.nothing')}</Note>
    </Page>
  );
}

/** It could not be printed; nothing is lost, and it goes on without. */
export function PrintFailed({ overlay }: { overlay: OverlayOf<'print-failed'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      ways="none"
      heading={text('print-failed.heading')}
      help={text('print-failed.help')}
      actions={
        <>
          <Button action="print-again" onPress={() => void send({ type: 'PRINT_AGAIN' })}>
            {text('print-failed.again')}
          </Button>
          <Button kind="main" action="print-close" onPress={() => void send({ type: 'PRINT_CLOSE' })}>
            {text('print-failed.without')}
          </Button>
        </>
      }
    >
      <Note tone="amber" icon="warning">
        <span data-fault={overlay.fault}>{text(`printer.${overlay.fault}`)}</span>
      </Note>
      <p className={finish.codeHelp}>{text('print-failed.way-on')}</p>
    </Page>
  );
}

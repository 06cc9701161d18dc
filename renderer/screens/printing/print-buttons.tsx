import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './printing.module.css';

/** A button for each paper of this page; none where no printer would take it. */
export function PrintButtons(): ReactNode {
  const { view, text, send } = useTerminal();
  const { offered } = view.chrome.print;
  return offered.map((paper) => (
    <Button
      key={paper}
      action={`print-${paper}`}
      label={text(`print.${paper}`)}
      onPress={() => void send({ type: 'PRINT', paper })}
    >
      {offered.length === 1 ? (
        <>
          <Icon name="printer" />
          {text(`print.${paper}`)}
        </>
      ) : (
        // Beside each other there is room for the word alone.
        <span className={classes.stacked}>
          <Icon name="printer" />
          {text(`print.${paper}.short`)}
        </span>
      )}
    </Button>
  ));
}

/** Where a printer is there and does not print: why, and the way on without it. */
export function PrinterTrouble(): ReactNode {
  const { view, text } = useTerminal();
  const { trouble } = view.chrome.print;
  if (trouble === null) return null;
  return (
    <p className={classes.trouble} data-printer-trouble={trouble}>
      <Icon name="printer" />
      {text('print.without', { trouble: text(`printer.${trouble}`) })}
    </p>
  );
}

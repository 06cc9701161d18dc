import type { ReactNode } from 'react';
import type { BillOnReceipt } from '../../../domain/terminal/view/screens/submission.ts';
import { Clauses } from '../../components/page/clauses.tsx';
import { Note } from '../../components/page/note.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './finish.module.css';

/** The platform's bill under which a remittance is paid: its number, that it is asked for, or how to get it. */
export function BillOfReceipt({ bill }: { bill: BillOnReceipt }): ReactNode {
  const { text } = useTerminal();
  if (bill.state === 'known') {
    return (
      <section className={classes.bill} data-bill="known">
        <h2 className={classes.label}>{text('bill.number')}</h2>
        <p className={classes.billNumber} data-bill-number="">
          {bill.number}
        </p>
        {bill.sample && <p className={classes.codeHelp}>{text('bill.sample')}</p>}
      </section>
    );
  }
  return (
    <div data-bill={bill.state} aria-live="polite">
      <Note tone={bill.state === 'waiting' ? 'blue' : 'teal'}>
        <Clauses>
          {bill.state === 'waiting' ? text('bill.waiting') : text('bill.how', { number: bill.hotline })}
        </Clauses>
      </Note>
    </div>
  );
}

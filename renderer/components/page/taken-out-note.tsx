import type { ReactNode } from 'react';
import type { TakenOutReason } from '../../../domain/operations/taken-out.ts';
import { useTerminal } from '../../terminal.ts';
import { Note } from './note.tsx';

/** Before anybody signs in: the machine is out of service, and why. */
export function TakenOutNote({ reason }: { reason: TakenOutReason | undefined }): ReactNode {
  const { text } = useTerminal();
  if (reason === undefined) return null;
  return (
    <Note tone="red" icon="warning">
      <strong>{text('not-today.heading-taken-out')}</strong>
      <p>{text(`taken-out.${reason}`)}</p>
    </Note>
  );
}

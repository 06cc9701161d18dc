import type { TransferOverlay } from '../../domain/terminal/view/transfer-view.ts';
import { driveOf, type TransferSnapshot } from './transfer.machine.ts';

/** The page of the drive. */
export function transferOverlay(transfer: TransferSnapshot): TransferOverlay {
  const { drives, progress, exported, receipts } = transfer.context;
  const drive = driveOf(transfer.context);
  if (transfer.matches('exporting')) {
    const stopping = transfer.matches({ exporting: 'stopping' });
    return { id: 'transfer-exporting', drive: drive?.name ?? '', progress, stopping };
  }
  if (transfer.matches('exported')) return { id: 'transfer-exported', answer: exported };
  if (transfer.matches('reading')) return { id: 'transfer-reading' };
  if (transfer.matches('received')) return { id: 'transfer-received', answer: receipts };
  return { id: 'transfer', drives, chosen: drive?.id ?? null };
}

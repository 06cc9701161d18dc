import { DEVICES } from '../../domain/terminal/ports/hardware.ts';
import type { OperationsOverlay } from '../../domain/terminal/view/operations-view.ts';
import type { TransferOverlay } from '../../domain/terminal/view/transfer-view.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import { childrenOf } from '../children-of.ts';
import type { TransferPageEvent, TransferSnapshot } from '../transfer/transfer.machine.ts';
import { transferOverlay } from '../transfer/transfer-overlay.ts';
import { canChooseUpdates, type OperationsEvent, type OperationsSnapshot } from './operations.machine.ts';

/** What of the terminal stands on the overview; the rest is the child's own. */
export type OperationsWorld = Pick<TerminalContext, 'devices' | 'status'>;

/** The page of the operations view. */
export function operationsOverlay(
  operations: OperationsSnapshot,
  world: OperationsWorld,
): OperationsOverlay | TransferOverlay {
  const { facts, checks, change, report, saved, inHand, canSeeUsability } = operations.context;
  const transfer = transferOf(operations);
  if (transfer !== null) return transferOverlay(transfer);
  if (operations.matches('log')) return { id: 'operations-log', lines: facts?.log ?? [] };
  if (operations.matches('test')) {
    return { id: 'operations-test', checks, ended: operations.matches({ test: 'ended' }) };
  }
  if (operations.matches('takeOut')) return { id: 'operations-take-out', saving: false };
  if (operations.matches('changing')) return { id: 'operations-take-out', saving: true };
  if (operations.matches('updates') || operations.matches('choosing')) {
    const saving = operations.matches('choosing');
    return { id: 'operations-updates', chosen: facts?.updates ?? null, saving };
  }
  if (operations.matches('restart')) {
    return {
      id: 'operations-restart',
      restarting: !operations.matches({ restart: 'asking' }),
      canPractise: operations.context.canPractise,
    };
  }
  if (operations.matches('usability')) {
    const asking = operations.matches({ usability: 'asking' });
    return {
      id: 'usability',
      report: asking ? null : report,
      failed: !asking && report === null,
      saving: operations.matches({ usability: 'saving' }),
      saved,
    };
  }
  return {
    id: 'operations',
    facts,
    devices: DEVICES.map((device) => ({ device, status: world.devices[device]?.status ?? 'absent' })),
    status: world.status,
    takenOut: world.status?.takenOut ?? null,
    inHand,
    canSeeUsability,
    canChooseUpdates: canChooseUpdates(operations.context),
    canCarry: operations.context.canCarry,
    change,
  };
}

/** The pages of the drive, while they are open. */
function transferOf(operations: OperationsSnapshot): TransferSnapshot | null {
  return operations.matches('drive') ? (childrenOf(operations)('transfer') as TransferSnapshot | null) : null;
}

/** Whether these pages, or those of the drive in them, would take this now. */
export function operationsAccept(operations: OperationsSnapshot, event: OperationsEvent): boolean {
  const transfer = transferOf(operations);
  return operations.can(event) && (transfer === null || transfer.can(event as TransferPageEvent));
}

import { DEVICES } from '../../domain/terminal/ports/hardware.ts';
import type { OperationsOverlay } from '../../domain/terminal/view/operations-view.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import { canChooseUpdates, type OperationsSnapshot } from './operations.machine.ts';

/** What of the terminal stands on the overview; the rest is the child's own. */
export type OperationsWorld = Pick<TerminalContext, 'devices' | 'status'>;

/** The page of the operations view. */
export function operationsOverlay(operations: OperationsSnapshot, world: OperationsWorld): OperationsOverlay {
  const { facts, checks, change, report, saved, inHand, canSeeUsability } = operations.context;
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
    change,
  };
}

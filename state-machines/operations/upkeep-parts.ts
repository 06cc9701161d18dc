import type { AnyActorRef } from 'xstate';
import { roleMay } from '../../domain/identity/permissions.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import { operationsOverlay } from './operations-overlay.ts';
import type { OperationsEvent, OperationsSnapshot } from './operations.machine.ts';
import { isUpkeepIntent, type UpkeepSnapshot } from './upkeep.machine.ts';

interface WithChildren {
  readonly children: Readonly<Record<string, AnyActorRef | undefined>>;
}

/** The machine's own pages below the machine of a counter or a van; null: they are not open. */
export function upkeepOf(beside: WithChildren): UpkeepSnapshot | null {
  const upkeep = (beside.children['upkeep']?.getSnapshot() ?? null) as UpkeepSnapshot | null;
  return upkeep?.status === 'active' ? upkeep : null;
}

function operationsOf(upkeep: UpkeepSnapshot): OperationsSnapshot | null {
  const child = (upkeep.children as WithChildren['children'])['operations'];
  return (child?.getSnapshot() ?? null) as OperationsSnapshot | null;
}

/** Whether these pages, or the operations view in them, would take this now. */
export function upkeepAccepts(upkeep: UpkeepSnapshot, intent: ScreenIntent): boolean {
  if (!isUpkeepIntent(intent) || !upkeep.can(intent)) return false;
  const operations = operationsOf(upkeep);
  return !upkeep.matches('operations') || operations?.can(intent as OperationsEvent) === true;
}

/** The page over the counter's or the van's own; null before the store has said how it stands. */
export function upkeepOverlay(upkeep: UpkeepSnapshot, world: TerminalContext): Overlay | null {
  const { staff, outside, pinRefusal } = upkeep.context;
  if (upkeep.matches('newPin')) {
    return {
      id: 'staff-new-pin',
      start: false,
      refusal: pinRefusal,
      saving: upkeep.matches({ newPin: 'saving' }),
    };
  }
  const operations = operationsOf(upkeep);
  if (upkeep.matches('operations') && operations !== null) return operationsOverlay(operations, world);
  if (world.status === null || staff === null) return null;
  return {
    id: 'staff-status',
    status: world.status,
    canOperate: outside.ports.operations !== undefined && roleMay(staff.role, 'operate-terminal'),
    canChangePin: upkeep.can({ type: 'CHANGE_PIN' }),
  };
}

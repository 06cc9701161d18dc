import type { CheckState } from '../../operations/checks.ts';
import type { OperationsFacts } from '../../operations/facts.ts';
import type { ReportFault, UsabilityReport } from '../../operations/port.ts';
import type { UpdateWindow } from '../../operations/update-window.ts';
import type { TakenOut } from '../../operations/taken-out.ts';
import type { Failure, Result } from '../../result.ts';
import type { ServiceStatus } from '../../service/status.ts';
import type { DeviceName, DeviceStatus } from '../ports/hardware.ts';

/** Staff's pages about the machine itself (docs/adr/0028). Codes and counts; nothing of a member. */
export type OperationsOverlay =
  /** `facts` null: being asked. */
  | {
      readonly id: 'operations';
      readonly facts: OperationsFacts | null;
      readonly devices: readonly { readonly device: DeviceName; readonly status: DeviceStatus }[];
      readonly status: ServiceStatus | null;
      readonly takenOut: TakenOut | null;
      /** A member's visit is under way: nothing is restarted under their hands. */
      readonly inHand: boolean;
      readonly canSeeUsability: boolean;
      /** The hours of updates can be chosen here. */
      readonly canChooseUpdates: boolean;
      readonly change: 'not-saved' | null;
    }
  | { readonly id: 'operations-log'; readonly lines: OperationsFacts['log'] }
  | {
      readonly id: 'operations-test';
      readonly checks: readonly CheckState[];
      readonly ended: boolean;
    }
  | { readonly id: 'operations-take-out'; readonly saving: boolean }
  | {
      readonly id: 'operations-updates';
      readonly chosen: UpdateWindow | null;
      readonly saving: boolean;
    }
  | {
      readonly id: 'operations-restart';
      readonly restarting: boolean;
      /** It may start again in practice. */
      readonly canPractise: boolean;
    }
  | {
      readonly id: 'usability';
      /** Null: being asked, or the store does not answer (`failed`). */
      readonly report: UsabilityReport | null;
      readonly failed: boolean;
      readonly saving: boolean;
      readonly saved: Result<{ readonly name: string }, Failure<ReportFault>> | null;
    };

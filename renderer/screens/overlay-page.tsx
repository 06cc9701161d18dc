import type { ReactNode } from 'react';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import { HelpCalled, HelpNobodyCame } from './overlays/help.tsx';
import { IdleWarning } from './overlays/idle-warning.tsx';
import { LeaveConfirm } from './overlays/leave-confirm.tsx';
import { ParkAsking, ParkFailed, ParkSaving } from './parking/put-aside.tsx';
import { PrintDone, PrintFailed, PrintSending } from './printing/printing.tsx';
import { Operations } from './operations/operations.tsx';
import {
  OperationsLog,
  OperationsRestart,
  OperationsTakeOut,
  OperationsTest,
} from './operations/operations-acts.tsx';
import { OperationsUpdates } from './operations/operations-updates.tsx';
import { Usability } from './operations/usability.tsx';
import { StaffLocked } from './overlays/staff-locked.tsx';
import { StaffMore } from './overlays/staff-more.tsx';
import { StaffNewPin } from './overlays/staff-new-pin.tsx';
import { StaffPeople } from './overlays/staff-people.tsx';
import { StaffWork } from './overlays/staff-work.tsx';
import { StaffStatus } from './overlays/staff-status.tsx';
import { StaffPin } from './overlays/staff-pin.tsx';

/** The page that covers another. */
export function OverlayPage({ overlay }: { overlay: Overlay }): ReactNode {
  switch (overlay.id) {
    case 'idle-warning':
      return <IdleWarning overlay={overlay} />;
    case 'leave-confirm':
      return <LeaveConfirm overlay={overlay} />;
    case 'park-asking':
      return <ParkAsking overlay={overlay} />;
    case 'park-saving':
      return <ParkSaving />;
    case 'park-failed':
      return <ParkFailed overlay={overlay} />;
    case 'print-sending':
      return <PrintSending overlay={overlay} />;
    case 'print-done':
      return <PrintDone overlay={overlay} />;
    case 'print-failed':
      return <PrintFailed overlay={overlay} />;
    case 'help-called':
      return <HelpCalled overlay={overlay} />;
    case 'help-nobody-came':
      return <HelpNobodyCame />;
    case 'staff-pin':
      return <StaffPin overlay={overlay} />;
    case 'staff-locked':
      return <StaffLocked />;
    case 'staff-new-pin':
      return <StaffNewPin overlay={overlay} />;
    case 'staff-more':
      return <StaffMore overlay={overlay} />;
    case 'staff-people':
      return <StaffPeople overlay={overlay} />;
    case 'staff-work':
      return <StaffWork overlay={overlay} />;
    case 'staff-status':
      return <StaffStatus overlay={overlay} />;
    case 'operations':
      return <Operations overlay={overlay} />;
    case 'operations-log':
      return <OperationsLog overlay={overlay} />;
    case 'operations-test':
      return <OperationsTest overlay={overlay} />;
    case 'operations-take-out':
      return <OperationsTakeOut overlay={overlay} />;
    case 'operations-updates':
      return <OperationsUpdates overlay={overlay} />;
    case 'operations-restart':
      return <OperationsRestart overlay={overlay} />;
    case 'usability':
      return <Usability overlay={overlay} />;
  }
}

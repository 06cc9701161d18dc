import type { SnapshotFrom } from 'xstate';
import { MOCK_RUN } from '../../domain/catalogue/kinds/employer-remittance/mock-run.ts';
import { createFlowMachine } from '../flow/create-flow-machine.ts';

/** An employer's file, checked and not sent. */
export const mockRunMachine = createFlowMachine(MOCK_RUN);

export type MockRunSnapshot = SnapshotFrom<typeof mockRunMachine>;

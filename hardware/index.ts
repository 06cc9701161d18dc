export {
  type ChildLike,
  type HardwareSupervisor,
  superviseHardware,
  SUPERVISOR_DELAYS,
  type SupervisorDelays,
  type SupervisorOptions,
} from './supervisor.ts';
export {
  type HardwareService,
  type HardwareServiceOptions,
  startHardwareService,
} from './service/hardware-service.ts';
export { runHardwareProcess } from './service/run.ts';
export { spawnNodeChild } from './service/spawn-node-child.ts';
export type { ServiceSettings } from './service/messages.ts';
export { createDeviceRegistry, type DeviceRegistry, type Devices } from './registry.ts';
export type { Device, DeviceHealth } from './device.ts';
export type { AuthenticityPolicy, IdReaderAdapter } from './devices/id-reader/adapter.ts';
export {
  decodeFromDevice,
  decodeFromHost,
  encodeToDevice,
  encodeToHost,
  initialCodecState,
} from './devices/id-reader/codec.ts';
export { createReferenceIdReader, REFERENCE_READER } from './devices/id-reader/reference-reader.ts';
export {
  FIXTURE_HKIDS,
  SIMULATED_DOCUMENT_NAMES,
  SIMULATED_DOCUMENTS,
  type SimulatedDocumentName,
} from './devices/id-reader/simulator/documents.ts';
export { FIXTURE_BADGES } from './devices/badge-reader/simulator.ts';
export { createPositionReceiver, type PositionReceiver } from './devices/gps/receiver.ts';
export { sendSimulation } from './simulation/control.ts';
export {
  parseSimulationCommand,
  SIMULATION_HELP,
  type SimulationCommand,
  type SimulationReply,
} from './simulation/commands.ts';
export { askJsonLine, type JsonLineServer, serveJsonLines } from './simulation/socket.ts';
export { createRemittanceFiles, type RemittanceFilesOptions } from './drives/client.ts';
export { createHeldRoster } from './drives/held-roster.ts';
export { runDriveThread } from './drives/thread.ts';
export { saveReport } from './drives/save-report.ts';
export { createDriveWatch, type DriveWatch } from './drives/watch-drives.ts';

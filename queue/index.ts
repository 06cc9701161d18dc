export {
  openQueue,
  type Queue,
  type QueueCounts,
  type QueueOptions,
  type QueueStatus,
} from './store/queue.ts';
export type { KeptSubmission } from './store/keeping/kept.ts';
export type { ClaimRequest, Lease } from './store/sending/lease.ts';
export type { NewSubmission, StoredSubmission } from './store/submission.ts';
export { LEGAL_CHANGES, SUBMISSION_STATES, type SubmissionState } from './store/submission-states.ts';
export { createSubmitter, type Submitter, type SubmitterOptions } from './submit.ts';
export { type KeyStore, type KeyStoreOptions, openKeyStore } from './keys/key-store.ts';
export { createStaffDesk, type PinTry, type StaffDesk } from './staff/staff-desk.ts';
export { openNoticeSounds } from './notices/notice-sounds.ts';
export { openStaffListStore } from './staff/staff-list-store.ts';
export { openPolicyStore, type PolicyStore, type PolicyStoreOptions } from './policy/policy-store.ts';
export { createSyncAgent, type SyncAgent, type SyncAgentOptions } from './sync/agent.ts';
export { DELAYS, type Delays } from './sync/delays.ts';
export {
  type OpenedQueue,
  type QueueWorker,
  type QueueWorkerOptions,
  startQueueWorker,
} from './worker/client.ts';
export { runQueueWorker } from './worker/host.ts';

import { afterEach, beforeEach, expect } from 'vitest';
import type { Outcome } from '../../domain/wire/contract.ts';
import type { Processing } from '../accept/processing.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import { assembleParts, type GatewayParts, openGatewayParts } from '../parts.ts';
import { openDatabase } from '../store/database.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { NOW, temporaryFolder } from '../testing/gateway.ts';
import { employeeRow, type Remittance } from '../testing/remittances.ts';
import { type TestTerminal, testTerminal } from '../testing/terminal.ts';

export const ACCEPTED: Outcome = { state: 'accepted' };
export const DIFFER: Outcome = { state: 'rejected', code: 'rows-differ' };
export const TO_CORRECT: Outcome = { state: 'needs-correction', code: 'rows-to-correct' };
export const THREE = [0, 1, 2].map((index) => employeeRow(index));

export function must<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** A gateway without HTTP, which checks rows when it is told to, anew for each test of the file. */
export function gatewayThatChecks() {
  let folder: ReturnType<typeof temporaryFolder>;
  let terminal: TestTerminal;
  let parts: GatewayParts;
  const clock = () => new Date(NOW);

  const another = async (processing: Processing = 'at-once'): Promise<GatewayParts> =>
    must(await openGatewayParts({ dataDir: folder.path, now: clock, processing }));

  beforeEach(async () => {
    folder = temporaryFolder();
    const enrolment = await enrolTerminal({
      ...{ dataDir: folder.path, terminalId: 'K0127', gatewayUrl: 'http://127.0.0.1:1' },
      ...{ staff: await demoStaff(), now: clock },
    });
    terminal = await testTerminal(must(enrolment));
    parts = await another();
  });
  afterEach(async () => {
    await parts.rowChecks.stop();
    parts.close();
    folder.remove();
  });

  async function leaveSubmission({ submission }: Remittance): Promise<Outcome | null> {
    return must(await parts.accepting.accept(submission)).answer.outcome;
  }
  async function leaveFile({ file }: Remittance): Promise<void> {
    expect(must(await parts.attachments.acceptWhole(file.manifest, file.sealed)).missing).toBe(0);
  }

  return {
    dataDir: () => folder.path,
    terminal: () => terminal,
    parts: () => parts,
    another,
    /** The gateway ends and another one starts on what is stored. */
    async startedAgain(processing?: Processing): Promise<void> {
      parts.close();
      parts = await another(processing);
    },
    leaveSubmission,
    leaveFile,
    /** Both, in the order in which a terminal sends them. */
    async leave(one: Remittance): Promise<void> {
      expect(await leaveSubmission(one)).toBeNull();
      await leaveFile(one);
    },
    /** Every decision about it, in order. */
    async decisionsOn({ submission }: Remittance): Promise<readonly Outcome[]> {
      const { outcomes } = await parts.store.outcomesAfter('K0127', 0, 200);
      return outcomes.filter(({ id }) => id === submission.envelope.id).map(({ outcome }) => outcome);
    },
    /** Another process on the same data, with a store of which one part is replaced. */
    async anotherWith(part: (store: Store) => Partial<Store>): Promise<GatewayParts> {
      const database = must(openDatabase(folder.path));
      const store = createSqliteStore(database);
      const keys = must(await openKeyRing(folder.path, store));
      return assembleParts({
        ...{ database, store: { ...store, ...part(store) }, keys },
        ...{ mode: 'live', now: clock, processing: 'at-once' },
      });
    },
  };
}

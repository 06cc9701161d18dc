import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { healthSchema } from '../../../../domain/wire/contract.ts';
import { USUAL_RATES } from '../../../../gateway/drain/drain-control.ts';
import { credentialDigest } from '../../../../gateway/http/credentials.ts';
import { openGatewayParts } from '../../../../gateway/parts.ts';
import type { FaultCase, Shared } from '../../runner/fault-case.ts';
import { startPlatform } from '../../terminal/platform.ts';

/** The case's 5,000 at a fifth, so that a round takes seconds; the rates are the gateway's own. */
const TERMINALS = 1_000;
const SOCKETS = 64;
const SECOND_MS = 1_000;
/** Nothing of a wave may be further ahead of the rate than this. */
const SLACK = 1.1;

interface Fleet {
  readonly dataDir: string;
  readonly credentials: readonly string[];
}

/** The data of a gateway at which a fleet is enrolled. */
const FLEET: Shared<Fleet> = {
  async start(run) {
    const dataDir = join(run.folder, 'fleet');
    mkdirSync(dataDir);
    const parts = await openGatewayParts({ dataDir });
    if (!parts.ok) throw new Error(parts.code);
    const credentials = Array.from({ length: TERMINALS }, () => randomBytes(32).toString('base64url'));
    for (const [index, credential] of credentials.entries()) {
      const terminalId = `F${String(index).padStart(4, '0')}`;
      await parts.value.store.enrolTerminal(
        terminalId,
        credentialDigest(credential),
        new Date().toISOString(),
      );
    }
    parts.value.close();
    return { value: { dataDir, credentials }, stop: () => undefined };
  },
};

/**
 * Case 15 of facts/queue.md §2.5: a fleet comes back within a second. Figure: the turns that the gateway gives do not exceed
 * its rates in any second, cover the time that all of them need, and asking again makes no second wave: whoever asks
 * early is told what is left of the same wait.
 */
export const fleet: FaultCase = {
  name: 'fleet',
  numbers: [15],
  figure: 'peak ≤ the rates, no second wave',
  weight: 1.5,
  async play(round) {
    const { random, found } = round;
    const { dataDir, credentials } = await round.run.shared(FLEET);
    // Started anew, so that nobody has a turn from the round before.
    const platform = await startPlatform(dataDir);
    round.onEnd(() => platform.stop());
    const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
    round.onEnd(() => agent.destroy());
    const fleetOf = random.shuffled(credentials.map((_, index) => index));
    const started = Date.now();
    const turns = (await Promise.all(fleetOf.map((index) => probe(index)))).map(({ at }) => at);
    const perSecond = Math.min(USUAL_RATES.probesPerSecond, USUAL_RATES.submissionsPerSecond / 50);
    const needed = (TERMINALS / perSecond) * SECOND_MS;
    const last = Math.max(...turns);
    found.confirm(turns.length);
    found.expect(
      last - started >= needed / SLACK - SECOND_MS,
      `all were told to come within ${(last - started).toFixed(0)} ms`,
    );
    const peak = peakOf(turns);
    found.expect(peak <= perSecond * SLACK, `${String(peak)} were told to come within one second`);
    const again = random
      .shuffled(fleetOf.map((index, place) => ({ index, turn: turns[place] ?? 0 })))
      .slice(0, 60);
    for (const { index, turn } of again) {
      const told = await probe(index);
      // Whoever asks after its turn may come at once.
      const moved = told.wait === 0 ? 0 : told.at - turn;
      if (moved > SECOND_MS) found.miss(`asking again moved a turn by ${moved.toFixed(0)} ms`);
    }

    /** @returns when it was told to come, by the gateway's clock, and how long that is to wait */
    function probe(index: number): Promise<{ readonly at: number; readonly wait: number }> {
      return new Promise((resolve, reject) => {
        const asked = httpRequest(
          `${platform.url}/v1/health?pending=50`,
          { agent, headers: { authorization: `Bearer ${credentials[index] ?? ''}` } },
          (response) => {
            let text = '';
            response.on('data', (bytes: Buffer) => (text += bytes.toString()));
            response.on('end', () => {
              const health = healthSchema.safeParse(JSON.parse(text));
              if (health.success) {
                const { now, drain } = health.data;
                resolve({ at: Date.parse(now) + drain.afterMs, wait: drain.afterMs });
              } else reject(new Error(`answered ${String(response.statusCode)}`));
            });
          },
        );
        asked.on('error', reject);
        asked.end();
      });
    }
  },
};

/** The most turns that fall within one second. */
function peakOf(turns: readonly number[]): number {
  const sorted = turns.toSorted((a, b) => a - b);
  let peak = 0;
  let from = 0;
  for (const [to, turn] of sorted.entries()) {
    while (turn - (sorted[from] ?? turn) >= SECOND_MS) from += 1;
    peak = Math.max(peak, to - from + 1);
  }
  return peak;
}

import { createDrainControl, USUAL_RATES } from '../../../gateway/drain/drain-control.ts';
import { createApp } from '../../../gateway/http/app.ts';
import { createLogger } from '../../../gateway/http/logging.ts';
import { assembleParts, openGatewayParts } from '../../../gateway/parts.ts';

/** The real gateway on a store that takes its time, as one under load or across a network does. */
export interface SlowPlatform {
  readonly url: string;
  /** Milliseconds that each look into the store takes from now on. */
  setSlowness(milliseconds: number): void;
  /** How often somebody was told that the same request is still being worked on. */
  readonly inProgress: number;
  stop(): Promise<void>;
}

/** @param dataDir of a gateway that may run beside it */
export async function startSlowPlatform(dataDir: string): Promise<SlowPlatform> {
  const opened = await openGatewayParts({ dataDir });
  if (!opened.ok) throw new Error(`gateway: ${opened.code}`);
  let slowness = 0;
  let inProgress = 0;
  const { store } = opened.value;
  const slow: typeof store = {
    ...store,
    async findAnswer(terminalId, id) {
      await new Promise((resolve) => setTimeout(resolve, slowness));
      return store.findAnswer(terminalId, id);
    },
  };
  const parts = assembleParts({ ...opened.value, store: slow, processing: 'at-once' });
  const { accepting } = parts;
  const app = await createApp({
    ...parts,
    accepting: {
      async accept(request) {
        const result = await accepting.accept(request);
        if (!result.ok && result.code === 'idempotency-in-progress') inProgress += 1;
        return result;
      },
      async acceptAll(items) {
        const results = await accepting.acceptAll(items);
        for (const result of results) {
          if (!result.ok && result.code === 'idempotency-in-progress') inProgress += 1;
        }
        return results;
      },
    },
    drain: createDrainControl(USUAL_RATES, () => performance.now()),
    logger: createLogger({ level: 'silent' }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    setSlowness(milliseconds) {
      slowness = milliseconds;
    },
    get inProgress() {
      return inProgress;
    },
    async stop() {
      await app.close();
      parts.close();
    },
  };
}

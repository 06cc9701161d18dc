import { v7 } from 'uuid';
import { seal, type SealedFacts } from '../../../../domain/wire/sealed/sealing.ts';
import { registration } from '../../../../queue/testing/submissions.ts';
import { testPlatform } from '../../../../queue/testing/platform.ts';
import { median } from '../../../../scripts/lib/bench.ts';
import { answer, requestOf } from '../child.ts';
import { good } from '../../../../queue/testing/values.ts';
import { sealRequestSchema, type SealResult } from '../messages.ts';

const { payloads } = requestOf(sealRequestSchema);
const platform = await testPlatform('http://127.0.0.1');
const key = platform.document.keys.find(({ use }) => use === 'seal');
if (key === undefined) throw new Error('no sealing key');

const plaintext = new TextEncoder().encode(JSON.stringify(registration()));
const times: number[] = [];
let sealedBytes = 0;
for (let count = 0; count < payloads; count += 1) {
  const facts: SealedFacts = {
    v: 1,
    id: v7(),
    terminalId: 'K0127',
    kind: 'member-registration',
    schemaVersion: 1,
    kid: key.kid,
    capturedAt: '2026-03-02T04:05:06.789Z',
  };
  const started = performance.now();
  sealedBytes = good(await seal(plaintext, facts, key.jwk)).byteLength;
  times.push(performance.now() - started);
}
answer({
  medianMs: median(times),
  firstMs: times[0] ?? 0,
  payloadBytes: plaintext.byteLength,
  sealedBytes,
} satisfies SealResult);

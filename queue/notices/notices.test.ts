import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SOUND_PIECE_BYTES } from '../../domain/notices/wire.ts';
import type { NoticeSound } from '../../domain/notices/translation.ts';
import { SAMPLE_SOUND, sampleTranslation } from '../../domain/notices/translations.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { GatewayClient } from '../sync/exchange/gateway-client.ts';
import { openNoticeSounds } from './notice-sounds.ts';
import { createSoundRenewal } from './sound-renewal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 251);
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
const soundOf = (bytes: Uint8Array): NoticeSound => ({
  ...SAMPLE_SOUND,
  digest: digestOf(bytes),
  bytes: bytes.length,
});

describe('recordings as files', () => {
  const content = bytesOf(400);
  const digest = digestOf(content);

  it('one is waiting until it comes, and nothing else is taken for it', () => {
    const files = openNoticeSounds(join(folder, 'made-when-needed'));
    expect(files.state({ digest })).toBe('waiting');
    expect(files.put(digest, bytesOf(401))).toBe(false);
    expect(files.state({ digest })).toBe('waiting');
    expect(files.put(digest, content)).toBe(true);
    expect(files.state({ digest })).toBe('ready');
    expect(files.bytes(digest)).toEqual(content);
  });

  it('one that was changed on the disk is damaged and never read out, and is good again when it came anew', () => {
    const files = openNoticeSounds(folder);
    files.put(digest, content);
    expect(files.state({ digest })).toBe('ready');
    writeFileSync(join(folder, digest), content.subarray(0, 399));
    expect(files.state({ digest })).toBe('damaged');
    expect(files.bytes(digest)).toBeNull();
    expect(files.put(digest, content)).toBe(true);
    expect(files.state({ digest })).toBe('ready');
  });

  it('a withdrawn one does not stay', () => {
    const files = openNoticeSounds(folder);
    files.put(digest, content);
    files.sweep([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('nothing outside the folder is read, whatever is asked for', () => {
    writeFileSync(join(folder, 'other'), 'x');
    expect(openNoticeSounds(folder).bytes('../../etc/passwd')).toBeNull();
    expect(openNoticeSounds(folder).bytes('other')).toBeNull();
  });
});

describe('a recording is fetched', () => {
  const content = bytesOf(SOUND_PIECE_BYTES * 2 + 17);
  const sound = soundOf(content);

  function renewal(answer: (from: number) => Uint8Array | null) {
    let now = 0;
    const asked: string[] = [];
    const troubles: unknown[] = [];
    const files = openNoticeSounds(folder);
    const gateway = {
      call: ({ path, schema }: Parameters<GatewayClient['call']>[0]) => {
        asked.push(path);
        const piece = answer(Number(path.split('from=')[1]));
        const verdict =
          piece === null
            ? { kind: 'no-network' as const }
            : {
                kind: 'answered' as const,
                body: schema.parse({
                  total: content.length,
                  piece: Buffer.from(piece).toString('base64url'),
                }),
              };
        return Promise.resolve({ verdict, wait: null, took: 1, late: false });
      },
    } as unknown as GatewayClient;
    const renewed = createSoundRenewal({
      files,
      referenceData: {
        current: () => ({
          ...EMBEDDED_REFERENCE_DATA,
          notices: [sampleTranslation('ne', 'notice', { sound })],
        }),
      },
      gateway,
      gate: { troubled: (verdict) => troubles.push(verdict), jitter: () => 1_000 },
      interval: 60_000,
      uptime: () => now,
      retryCap: 60_000,
    });
    return { ...renewed, files, asked, later: (milliseconds: number) => (now += milliseconds) };
  }

  const piece = (from: number): Uint8Array => content.subarray(from, from + SOUND_PIECE_BYTES);

  it('in pieces, put together, and not once more', async () => {
    const at = renewal(piece);
    expect(at.due()).toBe(true);
    await at.fetch();
    expect(at.files.bytes(sound.digest)).toEqual(content);
    expect(at.asked).toHaveLength(3);
    expect(at.due()).toBe(false);
  });

  it('gone on with where the network went away in the middle', async () => {
    let down = true;
    const at = renewal((from) => (down && from > 0 ? null : piece(from)));
    await at.fetch();
    expect(at.files.state(sound)).toBe('waiting');
    expect(at.due()).toBe(false);
    down = false;
    at.later(2_000);
    expect(at.due()).toBe(true);
    await at.fetch();
    expect(at.files.state(sound)).toBe('ready');
    expect(at.asked.filter((path) => path.endsWith('from=0'))).toHaveLength(1);
  });

  it('and refused when it is not the one that was signed off; asked for again later', async () => {
    const at = renewal((from) => piece(from).map((byte) => byte ^ 1));
    await at.fetch();
    expect(at.files.state(sound)).toBe('waiting');
    expect(at.due()).toBe(false);
    at.later(61_000);
    expect(at.due()).toBe(true);
  });
});

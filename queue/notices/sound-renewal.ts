import type { NoticeSound } from '../../domain/notices/translation.ts';
import { NOTICE_SOUND_PATH, noticeSoundResponseSchema } from '../../domain/notices/wire.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { isTrouble } from '../sync/exchange/classify.ts';
import type { GatewayClient } from '../sync/exchange/gateway-client.ts';
import type { Gate } from '../sync/pacing/gate.ts';
import type { NoticeSoundFiles } from './notice-sounds.ts';

export interface SoundRenewalOptions {
  readonly files: NoticeSoundFiles;
  readonly referenceData: { current(): ReferenceData };
  readonly gateway: Pick<GatewayClient, 'call'>;
  readonly gate: Pick<Gate, 'troubled' | 'jitter'>;
  /** Milliseconds until a recording that came wrong is asked for again. */
  readonly interval: number;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly retryCap: number;
}

/** Recordings that the reference data in force name and that are not here, or are damaged. */
export interface SoundRenewal {
  due(): boolean;
  fetch(): Promise<void>;
}

/** What somebody left goes first: after so many pieces it is looked whether there is something to send. */
const PIECES_AT_ONCE = 16;

export function createSoundRenewal(options: SoundRenewalOptions): SoundRenewal {
  const { files, referenceData, gateway, gate, uptime } = options;
  /** Pieces that came, by recording; an exchange that breaks off is gone on with. */
  const begun = new Map<string, Uint8Array>();
  let failures = 0;
  let notBefore = 0;

  function sounds(): readonly NoticeSound[] {
    return (referenceData.current().notices ?? []).flatMap(({ sound }) => (sound === null ? [] : [sound]));
  }

  const missing = (): NoticeSound | undefined => sounds().find((sound) => files.state(sound) !== 'ready');

  function wait(milliseconds: number): void {
    notBefore = uptime() + milliseconds;
  }

  /** @returns false when there is nothing more to be had now */
  async function piece(sound: NoticeSound): Promise<boolean> {
    const have = begun.get(sound.digest) ?? new Uint8Array();
    const { verdict, wait: asked } = await gateway.call({
      method: 'GET',
      path: `${NOTICE_SOUND_PATH}/${sound.digest}?from=${String(have.length)}`,
      schema: noticeSoundResponseSchema,
    });
    if (verdict.kind !== 'answered') {
      if (isTrouble(verdict)) gate.troubled(verdict, asked);
      failures += 1;
      wait(gate.jitter(failures, options.retryCap));
      return false;
    }
    failures = 0;
    const came = Buffer.from(verdict.body.piece, 'base64url');
    const whole = new Uint8Array(have.length + came.length);
    whole.set(have);
    whole.set(came, have.length);
    begun.set(sound.digest, whole);
    if (came.length > 0 && whole.length < sound.bytes) return true;
    begun.delete(sound.digest);
    if (files.put(sound.digest, whole)) return true;
    // Not what was signed off, or no room: the words are there all the same.
    wait(options.interval);
    return false;
  }

  return {
    due: () => uptime() >= notBefore && missing() !== undefined,
    async fetch() {
      files.sweep(sounds().map(({ digest }) => digest));
      for (let pieces = 0; pieces < PIECES_AT_ONCE; pieces += 1) {
        const sound = missing();
        if (sound === undefined || !(await piece(sound))) return;
      }
    },
  };
}

import { fail, ok } from '../../domain/result.ts';
import type {
  CallFault,
  CallSeen,
  CallStanding,
  CallTaken,
  StaffCall,
  StaffCallPort,
} from '../../domain/terminal/ports/staff-calls.ts';

/** The calls of a place, as far as one terminal sees them. */
export interface FakeStaffCalls extends StaffCallPort {
  /** Every beat. */
  readonly told: StaffCall[];
  readonly ended: string[];
  /** How often the window asked. */
  asked: number;
  readonly went: { readonly callId: string; readonly counter: string }[];
  /** What a beat hears; the platform's word. */
  standing: CallStanding;
  /** The calls of the others. */
  calls: readonly CallSeen[];
  /** What "I am going" hears: named, or somebody before. */
  taken: CallTaken;
  /** What every question hears; `silent`: nothing ever comes. */
  mood: 'answers' | CallFault | 'silent' | 'rejects';
}

export function callSeen(terminalId: string, more: Partial<CallSeen> = {}): CallSeen {
  return {
    ...{ callId: `call-of-${terminalId}`, terminalId, waitedSeconds: 125, locale: 'zh-Hant', step: 'reader' },
    going: null,
    ...more,
  };
}

export function fakeStaffCalls(...calls: readonly CallSeen[]): FakeStaffCalls {
  const fake: FakeStaffCalls = {
    told: [],
    ended: [],
    asked: 0,
    went: [],
    standing: 'open',
    calls,
    taken: { counter: '3', here: true },
    mood: 'answers',
    tell: (call) => {
      fake.told.push(call);
      return answer(() => fake.standing);
    },
    end: (callId) => {
      fake.ended.push(callId);
      return answer(() => null);
    },
    open: () => {
      fake.asked += 1;
      return answer(() => fake.calls);
    },
    go: (callId, counter) => {
      fake.went.push({ callId, counter });
      return answer(() => fake.taken);
    },
  };

  function answer<T>(work: () => T) {
    if (fake.mood === 'silent') return new Promise<never>(() => undefined);
    if (fake.mood === 'rejects') return Promise.reject(new Error('gone'));
    return Promise.resolve(fake.mood === 'answers' ? ok(work()) : fail(fake.mood));
  }
  return fake;
}

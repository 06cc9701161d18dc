import { fromCallback, fromPromise } from 'xstate';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type {
  CallFault,
  CallSeen,
  CallStanding,
  CallTaken,
  StaffCall,
} from '../../domain/terminal/ports/staff-calls.ts';
import type { Outside } from '../outside.ts';
import { counterOf } from '../station/context.ts';

/** A call as it stands here. */
export interface OwnCall extends Omit<StaffCall, 'waitedSeconds'> {
  /** On the machines' clock. */
  readonly beganAt: number;
}

export interface Outer {
  readonly outside: Outside;
}
export type Told = Result<CallStanding, Failure<CallFault>>;
export type Taken = Result<CallTaken, Failure<CallFault>>;

export interface CallsEvent {
  readonly type: 'CALLS';
  readonly answer: Result<readonly CallSeen[], Failure<CallFault>>;
}

/** That the call stands, and for how long by the machines' clock. */
export const tellCall = fromPromise<Told, Outer & { readonly call: OwnCall | null }>(async ({ input }) => {
  const { outside, call } = input;
  const { staffCalls } = outside.ports;
  if (staffCalls === undefined || call === null) return fail('no-place');
  const { beganAt, ...known } = call;
  const waitedSeconds = Math.max(0, Math.floor((outside.clock.now() - beganAt) / 1000));
  return staffCalls.tell({ ...known, waitedSeconds });
});

export const endCall = fromPromise<unknown, Outer & { readonly callId: string }>(
  ({ input: { outside, callId } }) => Promise.resolve(outside.ports.staffCalls?.end(callId)),
);

/** The calls of the place, asked at once and then again and again for as long as somebody looks. */
export const callWatch = fromCallback<CallsEvent, Outer>(({ input: { outside }, sendBack }) => {
  const { ports, clock, delays } = outside;
  let over = false;
  let timer: unknown;
  const tell = (answer: CallsEvent['answer']): void => {
    if (over) return;
    sendBack({ type: 'CALLS', answer });
    timer = clock.setTimeout(ask, delays.callsAsk);
  };
  const ask = (): void => {
    const asked = ports.staffCalls?.open() ?? Promise.resolve(fail('no-place'));
    asked.then(tell, () => {
      tell(fail('unavailable'));
    });
  };
  ask();
  return () => {
    over = true;
    clock.clearTimeout(timer);
  };
});

export const goToCall = fromPromise<Taken, Outer & { readonly callId: string }>(
  ({ input: { outside, callId } }) =>
    outside.ports.staffCalls?.go(callId, counterOf(outside)) ?? Promise.resolve(fail('no-place')),
);

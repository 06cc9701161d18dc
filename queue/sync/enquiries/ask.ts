import type { EnquiryFault } from '../../../domain/codes.ts';
import type { Failure, Result } from '../../../domain/result.ts';
import type { Call } from '../exchange/gateway-client.ts';

/** Asks the platform one thing; its "no" as one of the faults that have words on the screen. */
export type Ask = <T>(call: Call<T>) => Promise<Result<T, Failure<EnquiryFault>>>;

import { fail } from '../../../domain/result.ts';
import type { QueuePort } from '../../../domain/terminal/ports/queue/queue.ts';
import {
  mobileClaimSchema,
  mobileCodeAnswerSchema,
  mobileCodeRequestSchema,
  mobileCodeSentSchema,
  mobileCodeTrySchema,
} from '../../../domain/wire/mobile-code.ts';
import type { Ask } from './ask.ts';
import type { QuestionSealer } from './identity-proof.ts';

const PATH = '/v1/mobile-codes';

/** Confirming a mobile number by a code that the platform sends (domain/wire/mobile-code.ts). Nothing is kept here. */
export function createMobileCodes({
  sealQuestion,
  ask,
}: {
  readonly sealQuestion: QuestionSealer;
  readonly ask: Ask;
}): Required<Pick<QueuePort, 'sendMobileCode' | 'tryMobileCode'>> {
  return {
    async sendMobileCode({ session, mobile, locale }) {
      const claim = mobileClaimSchema.safeParse({ countryCode: '852', mobile });
      if (!claim.success) return fail('unavailable');
      const number = await sealQuestion('mobile-number', claim.data);
      if (!number.ok) return number;
      const request = mobileCodeRequestSchema.safeParse({ session, number: number.value, locale });
      if (!request.success) return fail('unavailable');
      return ask({
        method: 'POST',
        path: PATH,
        body: JSON.stringify(request.data),
        schema: mobileCodeSentSchema,
      });
    },
    async tryMobileCode({ id, session, code }) {
      const request = mobileCodeTrySchema.safeParse({ session, code });
      if (!request.success) return fail('unavailable');
      return ask({
        method: 'POST',
        path: `${PATH}/${encodeURIComponent(id)}/tries`,
        body: JSON.stringify(request.data),
        schema: mobileCodeAnswerSchema,
      });
    },
  };
}

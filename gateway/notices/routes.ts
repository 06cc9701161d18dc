import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  NOTICE_SOUND_PATH,
  noticeSoundParamsSchema,
  noticeSoundQuerySchema,
  noticeSoundResponseSchema,
  SOUND_PIECE_BYTES,
} from '../../domain/notices/wire.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { NoticeStore } from './notice-store.ts';

/** GET /v1/notice-sounds/:digest (domain/notices/wire.ts). */
export function addNoticeRoute(
  app: GatewayApp,
  { store }: { readonly store: Pick<NoticeStore, 'noticeSound'> },
  { requireTerminal }: Pick<TerminalGuard, 'requireTerminal'>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    `${NOTICE_SOUND_PATH}/:digest`,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'A piece of a recorded notice',
        description:
          'By the digest that the signed reference data names; the terminal checks the whole against it.',
        operationId: 'noticeSound',
        security: BEARER,
        params: noticeSoundParamsSchema,
        querystring: noticeSoundQuerySchema,
        response: { 200: noticeSoundResponseSchema, ...problemResponses([400, 401, 404, 500, 503]) },
      },
    },
    async (request, reply) => {
      const bytes = await store.noticeSound(request.params.digest);
      if (bytes === null) return sendProblem(reply, 'not-found');
      const { from } = request.query;
      const piece = bytes.subarray(from, from + SOUND_PIECE_BYTES);
      return { total: bytes.length, piece: Buffer.from(piece).toString('base64url') };
    },
  );
}

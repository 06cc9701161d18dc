import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, RawServerBase } from 'fastify';
import type { Logger } from 'pino';

/** The Fastify application, with TLS or without. */
export type GatewayApp = FastifyInstance<RawServerBase, IncomingMessage, ServerResponse, Logger>;

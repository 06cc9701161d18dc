import { parseHkid } from '../../domain/identity/document/hkid.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { type SignInBegun, signInResponseSchema, signInStateSchema } from '../../domain/wire/iam-smart.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { type Answer, callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, attestedBy, claimOf } from '../testing/people.ts';
import type { TestTerminal } from '../testing/terminal.ts';
import type { ProviderAnswer } from './provider.ts';

export const SESSION = '0190d5a8-0000-7000-8000-00000000a001';
/** Read by the reader; nobody attested. */
export const READ = attestedBy(null);

/** A gateway, its regular terminal signing members in, and the phones of invented members. */
export interface SigningIn {
  readonly gateway: TestGateway;
  readonly parts: GatewayParts;
  setNow(instant: string): void;
  /** As the route answers. */
  ask(payload?: RegistrationPayload, session?: string): Promise<Answer>;
  begin(payload?: RegistrationPayload, session?: string): Promise<SignInBegun>;
  state(
    id: string,
    session?: string,
    terminal?: TestTerminal,
  ): Promise<{ state: string; token: string | null }>;
  end(id: string, session?: string): Promise<Answer>;
  phone(begun: SignInBegun, answer: ProviderAnswer): ReturnType<GatewayParts['signIns']['tell']>;
  /** Begun and approved by the holder of the card. */
  signedIn(payload?: RegistrationPayload, session?: string): Promise<string>;
  stop(): Promise<void>;
}

const PATH = '/v1/iam-smart/sign-ins';

export function approvedBy({ person }: RegistrationPayload): ProviderAnswer {
  const number = parseHkid(person.hkid);
  if (!number.ok) throw new Error(number.code);
  return { is: 'approved', number: number.value };
}

/** The payload with a sign-in as evidence beside it. */
export function withToken<Payload extends Pick<RegistrationPayload, 'identification'>>(
  payload: Payload,
  token: string,
  sessionId: string = SESSION,
): Payload {
  return { ...payload, identification: { ...payload.identification, iamSmart: { sessionId, token } } };
}

export async function startSigningIn(): Promise<SigningIn> {
  const gateway = await startTestGateway({ logLevel: 'debug' });
  let now = NOW;
  const opened = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(now) });
  if (!opened.ok) throw new Error(opened.code);
  const parts = opened.value;
  const one: SigningIn = {
    gateway,
    parts,
    setNow: (instant) => {
      now = instant;
      gateway.setNow(instant);
    },
    ask: async (payload = READ, session = SESSION) =>
      gateway.call('POST', PATH, { session, claim: await gateway.terminal.claim(claimOf(payload)) }),
    begin: async (payload = READ, session = SESSION) =>
      signInResponseSchema.parse((await one.ask(payload, session)).json),
    state: async (id, session = SESSION, terminal = gateway.terminal) =>
      signInStateSchema.parse(
        (await callAs(gateway.url, terminal, 'GET', `${PATH}/${id}?session=${session}`)).json,
      ),
    end: (id, session = SESSION) => gateway.call('DELETE', `${PATH}/${id}?session=${session}`),
    phone: (begun, answer) => parts.signIns.tell(new URL(begun.code).searchParams.get('code') ?? '', answer),
    signedIn: async (payload = ADULT_01, session = SESSION) => {
      const begun = await one.begin({ ...READ, person: payload.person }, session);
      await one.phone(begun, approvedBy(payload));
      const { token } = await one.state(begun.id, session);
      if (token === null) throw new Error('not approved');
      return token;
    },
    stop: async () => {
      parts.close();
      await gateway.stop();
    },
  };
  return one;
}

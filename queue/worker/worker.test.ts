import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import type { Enquiry } from '../../domain/terminal/ports/queue/enquiry.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { json } from '../testing/exchange.ts';
import { registration, submitRequest } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';
import { auditedIn, statusOf, workerWith } from './running-worker.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('the queue in its own thread', () => {
  test('keeps, sends and tells', async () => {
    const { worker, gateway, path, events, until } = await workerWith();
    expect(await worker.opened).toEqual({
      ok: true,
      value: { recovered: 0, keptItemsSafe: true, salvage: null },
    });
    const request = submitRequest();
    const kept = good(await worker.port.submit(request));
    await until(() => events.some((event) => event.type === 'ITEM' && event.state === 'accepted'));
    const states = events.flatMap((event) => (event.type === 'ITEM' ? [event.state] : []));
    expect(states).toEqual(['kept', 'received', 'accepted']);
    expect(events.find((event) => event.type === 'ITEM')).toMatchObject({
      id: request.id,
      reference: kept.reference,
    });
    worker.port.audit({ event: 'session.ended', actor: 'system', detail: { how: 'done' } });
    await worker.stop();
    expect(gateway.stored.size).toBe(1);
    const queue = good(openQueue(path));
    expect(good(queue.get(request.id))?.state).toBe('accepted');
    queue.close();
    expect(auditedIn(path)).toEqual(
      expect.arrayContaining(['submission.kept', 'submission.received', 'session.ended']),
    );
  });

  test('who subscribes later hears the connection, the counts and the status at once', async () => {
    const { worker, events, until } = await workerWith();
    await until(() => events.some((event) => event.type === 'STATUS' && event.status.online));
    const heard: QueueEvent[] = [];
    const leave = worker.port.subscribe((event) => heard.push(event));
    expect(heard.map((event) => event.type).sort()).toEqual(['CONNECTION', 'COUNTS', 'STATUS']);
    leave();
  });

  test('an audit entry that says too much loses what it says, not that it was', async () => {
    const { worker, path } = await workerWith();
    await worker.opened;
    worker.port.audit({
      event: 'session.ended',
      actor: 'member',
      detail: { how: 'CHAN Tai Man C668668(9)' },
    });
    await worker.stop();
    expect(auditedIn(path).filter((event) => event === 'session.ended')).toHaveLength(1);
  });

  test('a payload that is not complete is refused with its code', async () => {
    const { worker } = await workerWith();
    const payload = {} as ReturnType<typeof registration>;
    const answer = await worker.port.submit({ id: v7(), kind: 'member-registration', payload });
    expect(answer).toEqual({ ok: false, code: 'incomplete' });
  });

  test('leases that a killed terminal left are reported as recovered', async () => {
    const folder = dataFolder();
    const first = await workerWith({}, folder);
    first.gateway.everyPost = () => undefined;
    const request = submitRequest();
    good(await first.worker.port.submit(request));
    await first.worker.stop();
    const queue = good(openQueue(first.path));
    good(queue.claim({ owner: 'killed', limit: 1 }));
    queue.close();
    const second = await workerWith({ enrolment: first.gateway.platform.enrolment }, folder);
    expect(await second.worker.opened).toMatchObject({ ok: true, value: { recovered: 1 } });
  });
});

describe('what the terminal asks of it', () => {
  test('a withdrawal of what was not sent yet: both are told', async () => {
    const { worker, gateway, events } = await workerWith();
    await gateway.down();
    const kept = good(await worker.port.submit(submitRequest()));
    const { identification, person } = registration();
    const payload = {
      schemaVersion: 1,
      kind: 'cancellation',
      cancels: kept.id,
      reference: kept.reference,
      person: { hkid: person.hkid },
      identification,
    } as const;
    const withdrawal = good(await worker.port.submit({ id: v7(), kind: 'cancellation', payload }));
    expect(events.flatMap((event) => (event.type === 'ITEM' ? [[event.id, event.state]] : []))).toEqual([
      [kept.id, 'kept'],
      [withdrawal.id, 'kept'],
      [kept.id, 'cancelled'],
    ]);
  });

  test('an enquiry, with the slip’s code or with the document', async () => {
    const { worker, gateway, events, until } = await workerWith();
    await until(() => statusOf(events)?.online === true);
    const answer = { id: v7(), status: 'received', code: null, receivedAt: '2026-03-02T04:10:00.000Z' };
    const asked: unknown[] = [];
    gateway.always.enquiries = ({ body, response }) => {
      asked.push(JSON.parse(body.toString('utf8')));
      json(response, 200, answer);
    };
    const reference = 'K0127-A0001-4';
    expect(await worker.port.enquire({ reference, by: 'code', code: 'ABCD2345' })).toEqual({
      ok: true,
      value: answer,
    });
    const { identification, person } = registration();
    const claim = { person: { hkid: person.hkid }, identification };
    expect((await worker.port.enquire({ reference, by: 'document', ...claim })).ok).toBe(true);
    const left = { items: [{ ...answer, kind: 'fund-switch', reference }], more: false };
    gateway.always['by-document'] = ({ body, response }) => {
      asked.push(JSON.parse(body.toString('utf8')));
      json(response, 200, left);
    };
    expect(await worker.port.listLeft(claim)).toEqual({ ok: true, value: left });
    expect(asked).toHaveLength(3);
    expect(JSON.stringify(asked)).not.toContain(person.hkid);
  });

  test('an enquiry that cannot be one finds nothing, and asks nobody', async () => {
    const { worker, gateway, events, until } = await workerWith();
    await until(() => statusOf(events)?.online === true);
    const request = { reference: '', by: 'document', person: { hkid: 'x' } } as unknown as Enquiry;
    expect(await worker.port.enquire(request)).toEqual({ ok: false, code: 'not-found' });
    expect(
      await worker.port.listLeft(request as unknown as Parameters<typeof worker.port.listLeft>[0]),
    ).toEqual({
      ok: false,
      code: 'not-found',
    });
    expect(gateway.log.some(({ line }) => line.includes('enquiries'))).toBe(false);
  });

  test('without a network, what is kept here: found with its slip, taken back, and then not here any more', async () => {
    const { worker, gateway, path } = await workerWith();
    await gateway.down();
    const code = 'ABCD2345';
    const request = { ...registration(), enquiryCode: code };
    const kept = good(await worker.port.submit({ id: v7(), kind: 'member-registration', payload: request }));
    const { reference } = kept;
    const ask = (typed: string) => worker.port.enquire({ reference, by: 'code', code: typed });
    expect(await ask('abcd 2345')).toEqual({
      ok: true,
      value: {
        id: kept.id,
        kind: 'member-registration',
        status: 'kept',
        code: null,
        receivedAt: kept.keptAt,
      },
    });
    const notHere = { ok: false, code: 'not-here' };
    expect(await ask('ABCD2346')).toEqual(notHere);
    expect(await worker.port.enquire({ reference: 'K0127-A0999-O', by: 'code', code })).toEqual(notHere);
    const { identification, person } = registration();
    const payload = {
      schemaVersion: 1,
      kind: 'cancellation',
      cancels: kept.id,
      reference,
      person: { hkid: person.hkid },
      identification,
    } as const;
    good(await worker.port.submit({ id: v7(), kind: 'cancellation', payload }));
    expect(await ask(code)).toEqual(notHere);
    await worker.stop();
    for (const name of readdirSync(dirname(path))) {
      const file = join(dirname(path), name);
      if (statSync(file).isFile()) expect(readFileSync(file).includes(code)).toBe(false);
    }
  });

  test('an enquiry and a correction without a network', async () => {
    const { worker, gateway } = await workerWith();
    await gateway.down();
    const { identification, person } = registration();
    const claim = { person: { hkid: person.hkid }, identification };
    const reference = 'K0127-A0001-4';
    for (const ask of [
      () => worker.port.openCorrection({ reference, ...claim }),
      () => worker.port.listLeft(claim),
    ]) {
      const answer = await ask();
      expect(answer.ok ? null : answer.code).toMatch(/^(offline|unavailable)$/);
    }
  });
});

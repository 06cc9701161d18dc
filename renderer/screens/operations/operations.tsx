import { useState, type ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Chip } from '../../components/controls/choice.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './operations.module.css';

type Overview = OverlayOf<'operations'>;

/** How the machine itself stands, and the ways to what staff may do about it. */
export function Operations({ overlay }: { overlay: Overview }): ReactNode {
  const { text, send } = useTerminal();
  const { takenOut, inHand, change } = overlay;
  const go = (page: 'log' | 'test' | 'take-out' | 'restart' | 'usability' | 'updates' | 'drive') => () =>
    void send({ type: 'OPERATE', page });
  return (
    <Page
      dense
      ways="none"
      heading={text('operations.heading')}
      actions={
        <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
          {text('operations.close')}
        </Button>
      }
    >
      <Standing overlay={overlay} />
      {change !== null && (
        <div role="alert" data-change={change}>
          <Note tone="red">{text(`operations.${change}`)}</Note>
        </div>
      )}
      <div className={classes.acts}>
        {takenOut === null ? (
          <Button kind="small" action="operate-take-out" onPress={go('take-out')}>
            {text('operations.take-out')}
          </Button>
        ) : (
          <Button kind="staff-main" action="put-back" onPress={() => void send({ type: 'PUT_BACK' })}>
            {text('operations.put-back')}
          </Button>
        )}
        <Button kind="small" action="operate-test" onPress={go('test')}>
          {text('operations.test')}
        </Button>
        <Button kind="small" action="operate-log" onPress={go('log')}>
          {text('operations.log')}
        </Button>
        {!inHand && (
          <Button kind="small" action="operate-restart" onPress={go('restart')}>
            {text('operations.restart')}
          </Button>
        )}
        {overlay.canChooseUpdates && (
          <Button kind="small" action="operate-updates" onPress={go('updates')}>
            {text('operations.updates')}
          </Button>
        )}
        {overlay.canCarry && (
          <Button kind="small" action="operate-drive" onPress={go('drive')}>
            {text('transfer.open')}
          </Button>
        )}
        {overlay.canSeeUsability && (
          <Button kind="small" action="operate-usability" onPress={go('usability')}>
            {text('operations.usability')}
          </Button>
        )}
      </div>
      {inHand && <p className={classes.soft}>{text('operations.in-hand')}</p>}
      <Details overlay={overlay} />
    </Page>
  );
}

/** Whether visits may begin, and what members read where they may not. */
function Standing({ overlay: { takenOut, status } }: { overlay: Overview }): ReactNode {
  const { view, text } = useTerminal();
  if (takenOut !== null) {
    return (
      <div data-taken-out={takenOut.reason}>
        <Note tone="amber" icon="warning">
          <strong>{text('operations.taken-out', { time: dayAndTime(view.locale, takenOut.at) })}</strong>
          <p>{text(`taken-out.${takenOut.reason}`)}</p>
        </Note>
      </div>
    );
  }
  if (status?.freeze.level === 'frozen') return <Note tone="red">{text('operations.frozen')}</Note>;
  return <Note tone="green">{text('operations.in-service')}</Note>;
}

const PARTS = ['devices', 'queue', 'versions'] as const;

/** Devices, forms, versions: one at a time, so that nobody scrolls. */
function Details({ overlay }: { overlay: Overview }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const [part, setPart] = useState<(typeof PARTS)[number]>('devices');
  return (
    <>
      <div className={classes.flows} role="radiogroup" aria-label={text('operations.heading')}>
        {PARTS.map((one) => (
          <Chip
            key={one}
            option={`part-${one}`}
            label={text(`operations.${one}`)}
            chosen={one === part}
            onChoose={() => setPart(one)}
          />
        ))}
      </div>
      {part === 'devices' && <FactList facts={devices(overlay, terminal)} />}
      {part === 'queue' && <FactList facts={queue(overlay, terminal)} />}
      {part === 'versions' && <Versions overlay={overlay} />}
    </>
  );
}

function Versions({ overlay: { facts } }: { overlay: Overview }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  if (facts === null) return <p className={classes.soft}>{text('operations.asking')}</p>;
  return (
    <>
      {facts.store === null && <Note tone="red">{text('operations.store-silent')}</Note>}
      <dl className={classes.facts}>
        {versions(facts, terminal).map(([key, name, value]) => (
          <div key={key} data-row={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {facts.prepared !== undefined && (
        <div data-prepared={facts.prepared.failed ? 'failed' : 'waiting'}>
          <Note tone={facts.prepared.failed ? 'red' : 'teal'}>
            {text(facts.prepared.failed ? 'operations.update-failed' : 'operations.update-waiting', {
              version: facts.prepared.version,
            })}
          </Note>
        </div>
      )}
      <p className={classes.soft}>{text('operations.updates-help')}</p>
    </>
  );
}

function devices({ devices: list }: Overview, { text }: Terminal): readonly Fact[] {
  return list.map(({ device, status }) => ({
    key: device,
    name: text(`operations.device.${device}`),
    value: text(`operations.device-state.${status}`),
    none: status === 'absent',
  }));
}

function queue({ status }: Overview, { text, view }: Terminal): readonly Fact[] {
  const contact = status?.lastContact ?? null;
  return [
    {
      key: 'pending',
      name: text('staff-status.pending'),
      value: text('staff-status.items', { count: status?.pending ?? 0 }),
    },
    {
      key: 'parked',
      name: text('staff-status.parked'),
      value: text('staff-status.items', { count: status?.parked ?? 0 }),
    },
    {
      key: 'contact',
      name: text('operations.contact'),
      value: contact === null ? text('staff-status.never') : dayAndTime(view.locale, contact),
    },
  ];
}

type Row = readonly [key: string, name: string, value: string];

function versions({ version, store, updates }: NonNullable<Overview['facts']>, { text }: Terminal): Row[] {
  const kept: readonly Row[] =
    store === null
      ? []
      : [
          ['schema', text('operations.schema'), String(store.schema)],
          ['policy', text('operations.policy'), String(store.policy)],
          ['reference-data', text('operations.reference-data'), String(store.referenceData)],
          ['staff-list', text('operations.staff-list'), String(store.staffList)],
          [
            'clock',
            text('operations.clock'),
            text(store.clockTrusted ? 'operations.clock-trusted' : 'operations.clock-not-trusted'),
          ],
        ];
  return [
    ['version', text('operations.version'), version],
    ...kept,
    [
      'updates',
      text('operations.updates'),
      updates === null ? text('operations.updates-none') : text('operations.updates-between', { ...updates }),
    ],
  ];
}

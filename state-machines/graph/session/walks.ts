import type { AnyEventObject } from 'xstate';
import type { Printers } from '../../../domain/paper/paper.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { sessionMachine } from '../../session/session.machine.ts';
import { TRANSLATED_PARTS } from '../../../domain/notices/translation.ts';
import { sampleTranslations } from '../../../domain/notices/translations.fixture.ts';
import { UNKNOWN_READER } from '../../reader-facts.ts';
import { ALL_WELL } from '../../testing/status.ts';
import { outsideOfGraph, READY } from '../stub.ts';
import { walk, type Walk } from '../walk.ts';
import { done } from './children.ts';
import { ONLINE, READER_READY, eventsIn, SERVED } from './events.ts';
import { MOST_ASSURED } from './instructions.ts';
import { sessionUnderGraph } from './machine.ts';
import { covers, inJourney, matches, inPresence } from './places.ts';
import {
  isLikeAnother,
  pinAsAnywhere,
  puttingRightCovered,
  COVERED_TWICE,
  isCalledAndBusy,
  partlyTicked,
  coveredAsWhenRegistering,
} from './stop-at.ts';
import { distinguish, placeOf } from './told-apart.ts';

const PRINTERS_READY: Printers = { slips: 'ready', documents: 'ready' };

/** The whole graph of the session. Some seconds of work: once per test file. */
export function walkSession(): Walk<typeof sessionMachine> {
  return walk(sessionUnderGraph, {
    input: {
      outside: outsideOfGraph(),
      reader: UNKNOWN_READER,
      online: false,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) =>
      isLikeAnother(snapshot) ||
      pinAsAnywhere(snapshot) ||
      puttingRightCovered(snapshot) ||
      (covers(snapshot) >= COVERED_TWICE && !isCalledAndBusy(snapshot)) ||
      // Gone on from in a walk of its own.
      inJourney(snapshot, 'signIn') ||
      // As it is asked.
      matches(snapshot, { visit: { park: 'failed' } }) ||
      (covers(snapshot) === 1 && (partlyTicked(snapshot) || coveredAsWhenRegistering(snapshot))),
    events: (snapshot) => {
      // Bad weather clears up between visits, so that not every visit is walked in every weather.
      const resting = !inPresence(snapshot, 'visit');
      if (resting && !snapshot.context.online) return [ONLINE];
      if (resting && snapshot.context.reader.status !== 'ready') return [READER_READY];
      return eventsIn(snapshot);
    },
  });
}

/** A day on which no scheme is on: what needs one is refused before anything is asked. Nothing else is gone on from. */
export function walkRefusals(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  const data = outside.ports.referenceData();
  const notYet = data.schemes.map((scheme) => ({
    ...scheme,
    onboarding: { ...scheme.onboarding, on: '2099-01-01' },
  }));
  const onTheWay = ['language', 'menu', 'instructionRefused'];
  return walk(sessionUnderGraph, {
    input: {
      outside: {
        ...outside,
        ports: { ...outside.ports, referenceData: () => ({ ...data, schemes: notYet }) },
      },
      reader: UNKNOWN_READER,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) =>
      inPresence(snapshot, 'visit') &&
      (covers(snapshot) > 0 || !onTheWay.some((journey) => inJourney(snapshot, journey))),
    events: (snapshot) => eventsIn(snapshot),
  });
}

/**
 * From the menu through an instruction that is only submitted with iAM Smart. What covers its pages, and staff who hold
 * them, are walked with the others.
 */
export function walkMostAssured(): Walk<typeof sessionMachine> {
  const onTheWay = ['opening', 'language', 'menu', 'chosen'];
  return walk(sessionUnderGraph, {
    input: {
      outside: outsideOfGraph(),
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const { purpose, instruction } = snapshot.context.visit;
      if (covers(snapshot) > 0) return true;
      if (instruction !== null) return instruction.kind !== MOST_ASSURED;
      return purpose !== 'instruct' && !onTheWay.some((journey) => inJourney(snapshot, journey));
    },
    events: (snapshot) => eventsIn(snapshot),
  });
}

const put = (parts: readonly (typeof TRANSLATED_PARTS)[number][]): AnyEventObject =>
  done('own-language', {
    outcome: 'known',
    texts: parts.map((part) => ({
      ...{ part, translation: 't'.repeat(43), original: 'o'.repeat(43), way: 'read', played: 'nothing' },
      ...{ shownToEnd: true, at: '2026-11-23T04:00:00.000Z' },
      ...(part === 'notice' || part === 'declaration' ? {} : { agreed: false }),
    })),
  });

/**
 * A registration whose notice, consents and declaration are put in a language of the member's own, from an operator's
 * first touch to the receipt. What else covers a page, and the ways of other visits, are walked with the others.
 */
export function walkOwnLanguage(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  const notices = [...sampleTranslations('ne')];
  const data = { ...outside.ports.referenceData(), notices };
  const begin: SessionEvent = { type: 'SERVE', serving: { ...SERVED, own: 'ne' } };
  return walk(sessionUnderGraph, {
    input: {
      outside: {
        ...outside,
        config: { ...outside.config, profile: 'van' },
        ports: { ...outside.ports, referenceData: () => data },
      },
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish: (snapshot) => {
      const { own } = snapshot.context.visit;
      return [distinguish(snapshot), own?.language, own?.texts.map(({ part }) => part)];
    },
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const confirming = matches(snapshot, { visit: { staff: 'confirming' } });
      const { purpose, own } = snapshot.context.visit;
      return covers(snapshot) > (confirming ? 1 : 0) || purpose !== 'register' || own === null;
    },
    events: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return [begin];
      return [
        ...eventsIn(snapshot),
        { type: 'OWN_LANGUAGE', language: 'ne' },
        ...([
          put(inJourney(snapshot, 'ownNotice') ? ['notice'] : TRANSLATED_PARTS.slice(1)),
          done('own-language', { outcome: 'back' }),
        ] as unknown as readonly SessionEvent[]),
      ];
    },
  });
}

/** How a visit begins at a counter: staff hold it, and the member came to register. */
const AT_COUNTER: SessionEvent = { type: 'SERVE', serving: { ...SERVED, counter: 'register' } };

/**
 * A registration at a counter: handed to the member and taken back on every page. What else covers a page, and what else
 * somebody may have come for, is walked with the others.
 */
export function walkAtCounter(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  return walk(sessionUnderGraph, {
    input: {
      outside: { ...outside, config: { ...outside.config, profile: 'station' } },
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish: (snapshot) => [distinguish(snapshot), snapshot.context.visit.attendant?.staffId],
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const confirming = matches(snapshot, { visit: { staff: 'confirming' } });
      return covers(snapshot) > (confirming ? 1 : 0) || snapshot.context.visit.purpose !== 'register';
    },
    events: (snapshot) =>
      inPresence(snapshot, 'visit') ? [...eventsIn(snapshot), { type: 'TAKE_BACK' }] : [AT_COUNTER],
  });
}

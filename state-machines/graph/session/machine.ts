import { sessionMachine } from '../../session/session.machine.ts';
import { billWaitMachine } from '../../bill-wait.machine.ts';
import { CALCULATOR_MACHINES } from '../../calculator/calculators.ts';
import { deadline } from '../../deadline.ts';
import { enquiryMachine } from '../../enquiry/enquiry.machine.ts';
import { iamSmartMachine } from '../../iam-smart.machine.ts';
import { ownLanguageMachine } from '../../own-language/own-language.machine.ts';
import { operationsMachine } from '../../operations/operations.machine.ts';
import { mockRunMachine } from '../../mock-run/mock-run.machine.ts';
import { idReadingMachine } from '../../id-reading/id-reading.machine.ts';
import { registrationMachine } from '../../registration.machine.ts';
import { printingMachine } from '../../printing.machine.ts';
import { ticketMachine } from '../../ticket/ticket.machine.ts';
import { resumeMachine } from '../../resume.machine.ts';
import { lookUp } from '../../session/about-member/look-up.ts';
import { standingWatch } from '../../session/staff/standing-watch.ts';
import { park, takeUp } from '../../session/parking/actors.ts';
import {
  changePin,
  changeStaff,
  holderOfBadge,
  openCorrection,
  people,
  submit,
  verify,
} from '../../session/actors.ts';
import { silent } from '../stub.ts';
import { FLOWS } from '../../flow/flows.ts';

/** The session with every child silent: what children say is sent as events (`children.ts`). */
export const sessionUnderGraph = sessionMachine.provide({
  actors: {
    billWait: silent(billWaitMachine),
    changePin: silent(changePin),
    changeStaff: silent(changeStaff),
    deadline: silent(deadline),
    holderOfBadge: silent(holderOfBadge),
    operations: silent(operationsMachine),
    people: silent(people),
    enquiry: silent(enquiryMachine),
    iamSmart: silent(iamSmartMachine),
    idReading: silent(idReadingMachine),
    ...Object.fromEntries(
      Object.entries({ ...FLOWS, ...CALCULATOR_MACHINES }).map(([name, machine]) => [name, silent(machine)]),
    ),
    lookUp: silent(lookUp),
    mockRun: silent(mockRunMachine),
    openCorrection: silent(openCorrection),
    ownLanguage: silent(ownLanguageMachine),
    park: silent(park),
    printing: silent(printingMachine),
    registration: silent(registrationMachine),
    resume: silent(resumeMachine),
    standingWatch: silent(standingWatch),
    submit: silent(submit),
    takeUp: silent(takeUp),
    ticket: silent(ticketMachine),
    verify: silent(verify),
  },
});

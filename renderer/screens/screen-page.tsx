import type { ReactNode } from 'react';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { CalculationPage } from './calculator/calculation.tsx';
import { CalculatorAsk } from './calculator/calculator-ask.tsx';
import { EnquiryChoice, EnquiryNotice } from './enquiry/enquiry-choice.tsx';
import { EnquiryList } from './enquiry/enquiry-list.tsx';
import { EnquiryCode, EnquiryReference } from './enquiry/enquiry-typed.tsx';
import { EnquiryResult } from './enquiry/enquiry-result.tsx';
import { EnquiryTrouble } from './enquiry/enquiry-trouble.tsx';
import { WithdrawConfirm, WithdrawNotice } from './enquiry/withdraw.tsx';
import { Declare } from './finish/declare.tsx';
import { NotSaved, Waiting } from './finish/submitting.tsx';
import { Receipt } from './finish/receipt.tsx';
import { Review } from './finish/review.tsx';
import { IamSmartCode } from './iam-smart/iam-smart-code.tsx';
import { IamSmartStopped } from './iam-smart/iam-smart-stopped.tsx';
import { BringDocuments } from './identity/bring-documents.tsx';
import { Identify, Reading } from './identity/identify.tsx';
import { TooYoung } from './identity/too-young.tsx';
import { Mismatch } from './identity/mismatch.tsx';
import { NoHkid } from './identity/no-hkid.tsx';
import { ReadResult } from './identity/read-result.tsx';
import { ReaderTroublePage } from './identity/reader-trouble.tsx';
import { TypedNumber } from './identity/typed-number.tsx';
import { TypedNumberCheck } from './identity/typed-number-check.tsx';
import { AskScreenPage } from './instruction/ask/ask.tsx';
import { InstructionRefused } from './instruction/instruction-refused.tsx';
import { InstructionReview } from './instruction/instruction-review.tsx';
import { Menu } from './instruction/menu.tsx';
import { Prepared } from './instruction/prepared.tsx';
import { OwnLanguage } from './own-language/own-language.tsx';
import { ResumeRow } from './parking/resume-row.tsx';
import { ResumeSlip } from './parking/resume-slip.tsx';
import { ResumeChanged, ResumeTrouble } from './parking/take-up.tsx';
import { MobileCode } from './mobile-code/mobile-code.tsx';
import { MobileCodeOver } from './mobile-code/mobile-code-over.tsx';
import { Question } from './registration/question.tsx';
import { CompaniesResult } from './remittance-file/companies-result.tsx';
import { FileChoose } from './remittance-file/file-choose.tsx';
import { FileReading } from './remittance-file/file-reading.tsx';
import { FileResult } from './remittance-file/file-result.tsx';
import { FileTroublePage } from './remittance-file/file-trouble.tsx';
import { Attract } from './session/attract.tsx';
import { Ended, SelfTest, Starting } from './session/stage-pages.tsx';
import { Language } from './session/language.tsx';
import { Notice } from './session/notice.tsx';
import { NotToday } from './session/not-today.tsx';
import { OutOfService } from './session/out-of-service.tsx';
import { Attest } from './staff/attest.tsx';
import { LookUpOffer } from './look-up/look-up-offer.tsx';
import { LookUpAsking, LookUpTrouble } from './look-up/look-up-wait.tsx';
import { StaffNeeded } from './staff/staff-needed.tsx';
import { TicketCancelled, TicketConfirm, TicketTrouble } from './ticket/ticket-end.tsx';
import { TicketPage } from './ticket/ticket-page.tsx';
import { TicketChoice, TicketPurposePage, TicketReference } from './ticket/ticket-start.tsx';
import { StaffBusy, StationRest, WithMember } from './station/across.tsx';
import { Case } from './station/case.tsx';
import { CasesList, CasesTrouble, CasesWaiting } from './station/cases.tsx';
import { StationSignedOut, StationTrouble, StationWaiting } from './station/station-pages.tsx';
import { StationCalled, StationReady } from './station/station-ready.tsx';
import { StationTicket } from './station/station-ticket.tsx';
import { DayReportPage, DayTally } from './van/day.tsx';
import { RosterChoose, RosterHeld, RosterResult, RosterTrouble } from './van/roster.tsx';
import { VanClose, VanSignedOut, VanTrouble, VanWaiting } from './van/van-pages.tsx';
import { VanPlan } from './van/van-plan.tsx';
import { VanLanguage, VanReady } from './van/van-ready.tsx';
import { VanStop } from './van/van-stop.tsx';

/** The page for a screen. Every screen has one: a new screen without its page does not compile. */
export function ScreenPage({ screen }: { screen: Screen }): ReactNode {
  switch (screen.id) {
    case 'starting':
      return <Starting />;
    case 'self-test':
      return <SelfTest />;
    case 'out-of-service':
      return <OutOfService screen={screen} />;
    case 'attract':
      return <Attract screen={screen} />;
    case 'not-today':
      return <NotToday screen={screen} />;
    case 'language':
      return <Language screen={screen} />;
    case 'notice':
      return <Notice screen={screen} />;
    case 'own-language':
      return <OwnLanguage key={screen.part} screen={screen} />;
    case 'menu':
      return <Menu screen={screen} />;
    case 'instruction-refused':
      return <InstructionRefused screen={screen} />;
    case 'identify':
      return <Identify screen={screen} />;
    case 'reading':
      return <Reading />;
    case 'read-result':
      return <ReadResult screen={screen} />;
    case 'too-young':
      return <TooYoung screen={screen} />;
    case 'mismatch':
      return <Mismatch screen={screen} />;
    case 'reader-trouble':
      return <ReaderTroublePage screen={screen} />;
    case 'no-hkid':
      return <NoHkid />;
    case 'bring-documents':
      return <BringDocuments screen={screen} />;
    case 'typed-number':
      return <TypedNumber screen={screen} />;
    case 'typed-number-check':
      return <TypedNumberCheck screen={screen} />;
    case 'question':
      return <Question screen={screen} />;
    case 'record-says':
      return <Question screen={{ ...screen, id: 'question', changing: false, about: 'record' }} />;
    case 'mobile-code-sending':
      return <Waiting about={screen.id} />;
    case 'mobile-code':
      return <MobileCode key={screen.attempt} screen={screen} />;
    case 'mobile-code-over':
      return <MobileCodeOver screen={screen} />;
    case 'ask':
      return <AskScreenPage screen={screen} />;
    case 'file-choose':
      return <FileChoose screen={screen} />;
    case 'file-reading':
      return <FileReading screen={screen} />;
    case 'file-trouble':
      return <FileTroublePage screen={screen} />;
    case 'companies-result':
      return <CompaniesResult screen={screen} />;
    case 'file-result':
      return <FileResult screen={screen} />;
    case 'calculator-ask':
      return <CalculatorAsk screen={screen} />;
    case 'calculation':
      return <CalculationPage screen={screen} />;
    case 'instruction-review':
      return <InstructionReview screen={screen} />;
    case 'prepared':
      return <Prepared screen={screen} />;
    case 'staff-needed':
      return <StaffNeeded screen={screen} />;
    case 'look-up-offer':
      return <LookUpOffer screen={screen} />;
    case 'look-up-asking':
      return <LookUpAsking />;
    case 'look-up-trouble':
      return <LookUpTrouble screen={screen} />;
    case 'iam-smart-beginning':
      return <Waiting about={screen.id} />;
    case 'iam-smart-code':
      return <IamSmartCode screen={screen} />;
    case 'iam-smart-stopped':
      return <IamSmartStopped screen={screen} />;
    case 'attest':
      return <Attest screen={screen} />;
    case 'review':
      return <Review screen={screen} />;
    case 'declare':
      return <Declare screen={screen} />;
    case 'submitting':
      return <Waiting about={screen.id} />;
    case 'not-saved':
      return <NotSaved screen={screen} />;
    case 'receipt':
      return <Receipt screen={screen} />;
    case 'enquiry-choice':
      return <EnquiryChoice screen={screen} />;
    case 'enquiry-notice':
      return <EnquiryNotice />;
    case 'enquiry-list':
      return <EnquiryList screen={screen} />;
    case 'enquiry-reference':
      return <EnquiryReference screen={screen} />;
    case 'enquiry-code':
      return <EnquiryCode screen={screen} />;
    case 'enquiry-asking':
    case 'ticket-asking':
    case 'correction-opening':
    case 'resume-opening':
      return <Waiting about={screen.id} />;
    case 'enquiry-result':
      return <EnquiryResult screen={screen} />;
    case 'enquiry-trouble':
      return <EnquiryTrouble screen={screen} />;
    case 'withdraw-notice':
      return <WithdrawNotice screen={screen} />;
    case 'withdraw-confirm':
      return <WithdrawConfirm screen={screen} />;
    case 'resume-row':
      return <ResumeRow screen={screen} />;
    case 'resume-trouble':
      return <ResumeTrouble screen={screen} />;
    case 'resume-changed':
      return <ResumeChanged screen={screen} />;
    case 'resume-slip':
      return <ResumeSlip screen={screen} />;
    case 'ticket-choice':
      return <TicketChoice />;
    case 'ticket-purpose':
      return <TicketPurposePage />;
    case 'ticket-reference':
      return <TicketReference screen={screen} />;
    case 'ticket':
      return <TicketPage screen={screen} />;
    case 'ticket-confirm':
      return <TicketConfirm screen={screen} />;
    case 'ticket-cancelled':
      return <TicketCancelled screen={screen} />;
    case 'ticket-trouble':
      return <TicketTrouble screen={screen} />;
    case 'van-signed-out':
      return <VanSignedOut screen={screen} />;
    case 'van-plan':
      return <VanPlan screen={screen} />;
    case 'van-stop':
      return <VanStop screen={screen} />;
    case 'van-ready':
      return <VanReady screen={screen} />;
    case 'roster-choose':
      return <RosterChoose screen={screen} />;
    case 'roster-reading':
      return <FileReading screen={screen} />;
    case 'roster-trouble':
      return <RosterTrouble screen={screen} />;
    case 'roster-result':
      return <RosterResult screen={screen} />;
    case 'roster-held':
      return <RosterHeld screen={screen} />;
    case 'van-language':
      return <VanLanguage screen={screen} />;
    case 'van-close':
      return <VanClose screen={screen} />;
    case 'van-waiting':
      return <VanWaiting screen={screen} />;
    case 'van-trouble':
      return <VanTrouble screen={screen} />;
    case 'station-rest':
      return <StationRest screen={screen} />;
    case 'staff-busy':
      return <StaffBusy screen={screen} />;
    case 'with-member':
      return <WithMember screen={screen} />;
    case 'station-signed-out':
      return <StationSignedOut />;
    case 'station-ready':
      return <StationReady screen={screen} />;
    case 'station-ticket':
      return <StationTicket screen={screen} />;
    case 'station-called':
      return <StationCalled screen={screen} />;
    case 'cases-waiting':
      return <CasesWaiting screen={screen} />;
    case 'cases-trouble':
      return <CasesTrouble screen={screen} />;
    case 'cases-list':
      return <CasesList screen={screen} />;
    case 'case':
      return <Case screen={screen} />;
    case 'station-waiting':
      return <StationWaiting screen={screen} />;
    case 'station-trouble':
      return <StationTrouble screen={screen} />;
    case 'day-tally':
      return <DayTally screen={screen} />;
    case 'day-report':
      return <DayReportPage screen={screen} />;
    case 'ended':
      return <Ended screen={screen} />;
  }
}

import type { ReactNode } from 'react';
import { AddressQuestion } from './address-question.tsx';
import { ChineseCharactersQuestion } from './chinese-characters-question.tsx';
import { ChineseCodesQuestion } from './chinese-codes-question.tsx';
import { ContactChannelQuestion, LanguageQuestion } from './choice-questions.tsx';
import { DateOfBirthQuestion } from './date-of-birth-question.tsx';
import { DistrictQuestion } from './district-question.tsx';
import { EmailQuestion } from './email-question.tsx';
import { EmployerQuestion } from './employer-question.tsx';
import { MobileQuestion } from './mobile-question.tsx';
import { NameQuestion } from './name-question.tsx';
import type { QuestionPageProps } from './question-page.tsx';
import { OptionalUsesQuestion } from './optional-uses-question.tsx';

type QuestionScreen = QuestionPageProps['screen'];

/** The page of a registration step. A new step without its page does not compile. */
export function Question({ screen }: { screen: QuestionScreen }): ReactNode {
  switch (screen.step) {
    case 'surname':
    case 'given-names':
      return <NameQuestion screen={screen} />;
    case 'former-name':
      return <NameQuestion screen={screen} />;
    case 'chinese-codes':
      return <ChineseCodesQuestion screen={screen} />;
    case 'chinese-characters':
      return <ChineseCharactersQuestion screen={screen} />;
    case 'date-of-birth':
      return <DateOfBirthQuestion screen={screen} />;
    case 'contact-channel':
      return <ContactChannelQuestion screen={screen} />;
    case 'mobile':
    case 'mobile-again':
      return <MobileQuestion screen={screen} />;
    case 'email':
      return <EmailQuestion screen={screen} />;
    case 'address':
      return <AddressQuestion screen={screen} />;
    case 'district':
      return <DistrictQuestion screen={screen} />;
    case 'employer':
      return <EmployerQuestion screen={screen} />;
    case 'communication-language':
      return <LanguageQuestion screen={screen} />;
    case 'optional-uses':
      return <OptionalUsesQuestion screen={screen} />;
  }
}

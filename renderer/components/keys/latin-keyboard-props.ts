type LatinLayout = 'name' | 'email' | 'address';

export interface LatinKeyboardProps {
  readonly layout: LatinLayout;
  readonly onType: (text: string) => void;
  readonly onBackspace: () => void;
  readonly onClear: () => void;
  readonly onNextLine?: () => void;
}

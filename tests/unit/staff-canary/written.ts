/** A number as it may be written: on a card, by a keyboard, by a spreadsheet, by somebody who copies it. */
export const WRITTEN: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.replaceAll(/[()]/g, ''),
  (value) => value.toLowerCase(),
  (value) => value.replace(/(\d{3})(\d{3})/, '$1 $2'),
  (value) => value.replace(/(\d{2})(\d{2})(\d{2})/, '$1-$2-$3'),
  (value) => value.replaceAll(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (value) => value.replaceAll(/\D/g, ''),
  (value) => `霍雲霏 ${value} QUILLFEATHER`,
  (value) => `+852 ${value}`,
];

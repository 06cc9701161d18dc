export { CATALOGUES, DIRECTIONS, LANGUAGE_TAGS, type Catalogue, type MessageKey } from './catalogue.ts';
export {
  declarationText,
  instructionDeclarationParagraphs,
  noticeParagraphsAbout,
  noticeText,
} from './legal-texts.ts';

export { CATALOGUES, DIRECTIONS, LANGUAGE_TAGS, type Catalogue, type MessageKey } from './catalogue.ts';
export { declarationParagraphs, declarationText, noticeParagraphs, noticeText } from './legal-texts.ts';

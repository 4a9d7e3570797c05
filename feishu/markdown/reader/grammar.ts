import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { ownBlockRules } from './blockRules';
import { ownDocumentRules } from './documentRules';
import { ownInlineRules } from './inlineRules';
import { ownMarks } from './marks';
import { withPlaces } from './places';

/** CommonMark with the tables and strikethrough of GFM, marks that count beside Chinese words, and our own rules. */
export function grammar(): MarkdownIt.MarkdownIt {
	const md = new MarkdownIt({ html: true });
	// Addresses stay as written: each writer says what the platform takes of them.
	md.validateLink = () => true;
	md.normalizeLink = md.normalizeLinkText = (url) => url;
	// Text keeps its places only in the pieces in which it was read.
	md.inline.ruler2.disable('fragments_join');
	md.use(cjkFriendly);
	ownMarks(md);
	withPlaces(md);
	ownBlockRules(md);
	ownInlineRules(md);
	ownDocumentRules(md);
	return md;
}

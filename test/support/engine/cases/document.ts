import { byId, list, type Platform } from '..';
import { ownDocument } from '../documents';
import { late, LIMIT, type Cases, type OperationCase } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a document takes for one. */
export const DOCUMENT = [
	[{ document: list(late('')) }, 'Document'],
	[{ document: byId(late('tbl 123456')) }, 'Document'],
	[{ document: at(late('https://example.feishu.cn/base/abcdefghijkl')) }, 'Document'],
] as const;

const CONTENT: OperationCase['refused'] = [
	[{ content: late(' ') }, 'Content'],
	[{ format: late('rtf') }, 'Format'],
];

const FOLDER: OperationCase['refused'] = [[{ folder: byId(late('oc_1234567890')) }, 'Folder']];
const SHARE: OperationCase['refused'] = [[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With']];
const TITLE: OperationCase['refused'] = [[{ documentTitle: late('x'.repeat(801)) }, 'Title']];

const where = (p: Platform, texts: readonly string[] = ['One', 'Two']) => ({
	document: byId(ownDocument(p, { texts }).document_id),
});
/** A document with a heading over a paragraph. */
function withHeading(p: Platform) {
	const { document_id, tree } = ownDocument(p);
	const elements = [{ text_run: { content: 'Results', text_element_style: {} } }];
	tree.insert(document_id, [{ block_type: 3, heading1: { elements, style: { align: 1 } } }]);
	return { document: byId(document_id), heading: 'Results', content: 'New' };
}

const WIKI = { document: at('https://example.feishu.cn/wiki/abcdefghijkl') };

export const document: Cases = {
	append: { parameters: (p) => ({ ...where(p), content: '# More' }), refused: [...DOCUMENT, ...CONTENT] },
	copy: {
		parameters: (p) => ({ ...where(p, ['Dear {{name}}']), documentTitle: 'For {{name}}', fillIn: '{ "name": "Ada" }' }),
		refused: [
			...DOCUMENT,
			...TITLE,
			...FOLDER,
			...SHARE,
			[{ documentTitle: late(' ') }, 'Title'],
			[{ fillIn: late('[1]') }, 'Fill In (JSON)'],
			[{ folder: at('https://example.feishu.cn/wiki/abcdefghijkl') }, 'Folder'],
		],
	},
	create: {
		parameters: () => ({ documentTitle: 'Report', content: '## Results\n\nAll **fine**.' }),
		refused: [...TITLE, ...FOLDER, ...SHARE, [{ options: { besidePage: true } }, 'Beside the Page']],
	},
	delete: { parameters: where, refused: [...DOCUMENT, [WIKI, 'Document']] },
	get: { parameters: where, refused: [...DOCUMENT, [{ contentAs: late('pdf') }, 'As']] },
	getInfo: { parameters: where, refused: DOCUMENT },
	getAll: {
		parameters: (p) => (ownDocument(p), { seenIn: ['folders'], returnAll: false, limit: 1 }),
		refused: [...LIMIT, [{ seenIn: [] }, 'In']],
	},
	insert: {
		parameters: (p) => ({ ...where(p), insertWhere: 'beginning', content: 'First' }),
		refused: [
			...DOCUMENT,
			...CONTENT,
			[{ insertWhere: 'underHeading', heading: late(' ') }, 'Heading'],
			[{ insertWhere: 'afterBlock', block: byId(late('a block')) }, 'Block'],
		],
	},
	rename: {
		parameters: (p) => ({ ...where(p), documentTitle: 'New' }),
		refused: [...DOCUMENT, ...TITLE, [{ documentTitle: late(' ') }, 'Title']],
	},
	replaceSection: {
		parameters: withHeading,
		refused: [...DOCUMENT, ...CONTENT, [{ heading: late(' ') }, 'Heading']],
	},
	replaceText: {
		parameters: (p) => ({ ...where(p), texts: { text: [{ find: 'One', by: 'Eins' }] } }),
		refused: [
			...DOCUMENT,
			[{ texts: {} }, 'Texts'],
			[{ texts: { text: [{ find: late(''), by: 'x' }] } }, 'Find'],
			[{ texts: { text: [{ find: '(', by: 'x', isPattern: true }] } }, 'Find'],
		],
	},
	replaceContent: { parameters: (p) => ({ ...where(p), content: 'New' }), refused: [...DOCUMENT, ...CONTENT] },
};

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
const WIKI = { document: at('https://example.feishu.cn/wiki/abcdefghijkl') };

export const document: Cases = {
	append: { parameters: (p) => ({ ...where(p), content: '# More' }), refused: [...DOCUMENT, ...CONTENT] },
	create: {
		parameters: () => ({ documentTitle: 'Report', content: '## Results\n\nAll **fine**.' }),
		refused: [...TITLE, ...FOLDER, ...SHARE],
	},
	delete: { parameters: where, refused: [...DOCUMENT, [WIKI, 'Document']] },
	get: { parameters: where, refused: [...DOCUMENT, [{ contentAs: late('pdf') }, 'As']] },
	getInfo: { parameters: where, refused: DOCUMENT },
	getAll: {
		parameters: (p) => (ownDocument(p), { seenIn: ['folders'], returnAll: false, limit: 1 }),
		refused: [...LIMIT, [{ seenIn: [] }, 'In']],
	},
	rename: {
		parameters: (p) => ({ ...where(p), documentTitle: 'New' }),
		refused: [...DOCUMENT, ...TITLE, [{ documentTitle: late(' ') }, 'Title']],
	},
	replaceContent: { parameters: (p) => ({ ...where(p), content: 'New' }), refused: [...DOCUMENT, ...CONTENT] },
};

import { byId, type Platform } from '..';
import { ownDocument } from '../documents';
import { late, LIMIT, type Cases } from './common';
import { DOCUMENT } from './document';

const BLOCK = [
	[{ block: byId(late('')) }, 'Block'],
	[{ block: byId(late('a block')) }, 'Block'],
	[{ block: { __rl: true, mode: 'url', value: late('https://example.feishu.cn/docx/abcdefghijkl') } }, 'Block'],
] as const;

/** A document with its first block. */
function where(p: Platform) {
	const { document_id, tree } = ownDocument(p, { texts: ['One', 'Two'] });
	const [first] = tree.childrenOf(document_id);
	return { document: byId(document_id), block: byId(first?.block_id ?? '') };
}

export const block: Cases = {
	convert: {
		parameters: () => ({ content: '# Results\n\nAll **fine**.' }),
		refused: [
			[{ content: late(' ') }, 'Content'],
			[{ format: late('rtf') }, 'Format'],
		],
	},
	create: {
		parameters: (p) => ({
			...where(p),
			blocksJson: '[{ "block_type": 2, "text": { "elements": [{ "text_run": { "content": "Hi" } }] } }]',
		}),
		refused: [
			...DOCUMENT,
			[{ blocksJson: late('[]') }, 'Blocks (JSON)'],
			[{ blocksJson: late('[{ "text": {} }]') }, 'Blocks (JSON)'],
			[{ blocksJson: late('[1]') }, 'Blocks (JSON)'],
			[{ options: { position: -2 } }, 'Position'],
		],
	},
	delete: { parameters: where, refused: [...DOCUMENT, ...BLOCK] },
	get: { parameters: where, refused: [...DOCUMENT, ...BLOCK] },
	getAll: { parameters: (p) => ({ ...where(p), returnAll: true }), records: () => 2, refused: [...DOCUMENT, ...LIMIT] },
	update: {
		parameters: (p) => ({ ...where(p), newText: 'Changed' }),
		refused: [...DOCUMENT, ...BLOCK, [{ changeBlock: 'json', updateJson: '{}' }, 'Update (JSON)']],
	},
};

import { byId, type Platform } from '..';
import { makeDocument } from '../../../../simulator/drive/make';
import { bot } from '../ownBase';
import { ownPage, ownSpace } from '../wikis';
import { late, LIMIT, type Cases, type OperationCase } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a page takes for one. */
const PAGE = [
	[{ wikiPage: byId(late('')) }, 'Page'],
	[{ wikiPage: byId(late('a page')) }, 'Page'],
	[{ wikiPage: at(late('https://example.feishu.cn/docx/abcdefghijkl')) }, 'Page'],
] as const;

const SHARE: OperationCase['refused'] = [[{ shareWith: { several: [{ list: late(' ') }] } }, 'Share With']];

const PLACE = [
	[{ placeInWiki: 'page', parentPage: byId(late('')) }, 'Parent Page'],
	[{ placeInWiki: 'space', space: byId(late('a wiki')) }, 'Wiki'],
] as const;

const TITLE = [
	[{ pageTitle: late(' ') }, 'Title'],
	[{ pageTitle: late('x'.repeat(801)) }, 'Title'],
] as const;

const page = (p: Platform) => ({ wikiPage: byId(ownPage(p, ownSpace(p)).node_token) });
const place = (p: Platform) => ({ placeInWiki: 'space', space: byId(ownSpace(p).space_id) });

/** A page, and another wiki as a place for it. */
const both = (p: Platform) => ({ ...page(p), ...place(p) });

export const wikiNode: Cases = {
	create: {
		parameters: (p) => ({ pageTitle: 'Notes', ...place(p) }),
		refused: [...TITLE, ...PLACE, ...SHARE, [{ pageKind: late('mail') }, 'Kind']],
	},
	createShortcut: { parameters: both, refused: [...PAGE, ...PLACE] },
	copy: { parameters: both, refused: [...PAGE, ...PLACE, [{ pageTitle: late('x'.repeat(801)) }, 'Title']] },
	delete: { parameters: page, refused: PAGE },
	ensurePath: {
		parameters: (p) => ({ pagePath: 'Reports/2026', ...place(p) }),
		refused: [
			...PLACE,
			[{ pagePath: late(' / ') }, 'Path'],
			[{ pagePath: Array.from({ length: 51 }, () => 'a').join('/') }, 'Path'],
		],
	},
	get: {
		parameters: (p) => ({ document: byId(ownPage(p, ownSpace(p)).node_token), documentKind: 'wiki' }),
		refused: [
			[{ document: byId(late('')) }, 'Page'],
			[{ document: byId('abcdefghijklmno'), documentKind: 'address' }, 'Page'],
			[{ document: at(late('https://example.feishu.cn/drive/folder/abcdefghijkl')), documentKind: 'address' }, 'Page'],
		],
	},
	getContent: { parameters: page, refused: PAGE },
	getAll: {
		parameters: (p) => {
			const space = ownSpace(p);
			ownPage(p, space, { parent: ownPage(p, space).node_token });
			return { placeInWiki: 'space', space: byId(space.space_id), returnAll: true, options: { allLevels: true } };
		},
		records: () => 2,
		refused: [...PLACE, ...LIMIT, [{ options: { levels: 0 } }, 'Levels']],
	},
	move: { parameters: both, refused: [...PAGE, ...PLACE] },
	moveIn: {
		parameters: (p) => ({
			document: byId(makeDocument(p.store, 'docx', { title: 'Loose', owner: bot(p) }).token),
			documentKind: 'docx',
			...place(p),
		}),
		refused: [
			...PLACE,
			[{ document: byId(late('')) }, 'File or Document'],
			[{ documentKind: 'folder' }, 'File or Document'],
			[{ documentKind: 'wiki' }, 'File or Document'],
		],
	},
	moveOut: {
		parameters: page,
		refused: [...PAGE, [{ folder: at('https://example.feishu.cn/wiki/abcdefghijkl') }, 'Folder']],
	},
	rename: { parameters: (p) => ({ ...page(p), pageTitle: 'New' }), refused: [...PAGE, ...TITLE] },
	search: {
		parameters: (p) => (ownPage(p, ownSpace(p), { title: 'Travel expenses' }), { searchFor: 'Travel' }),
		refused: [
			...LIMIT,
			[{ searchFor: late(' ') }, 'Search For'],
			[{ searchFor: 'x'.repeat(51) }, 'Search For'],
			[{ options: { belowPage: byId('a page') } }, 'Below Page'],
		],
	},
};

import { NODES } from '../../../../simulator/catalog/wiki';
import { collection } from '../../../../simulator/catalog/records';
import { byId, type Platform } from '..';
import { late, type Cases } from './common';

/** What no operation on a page takes for one. */
export const PAGE = [
	[{ wikiPage: byId(late('')) }, 'Page'],
	[{ wikiPage: byId(late('a page')) }, 'Page'],
	[{ wikiPage: { __rl: true, mode: 'url', value: late('https://example.feishu.cn/docx/abcdefghijkl') } }, 'Page'],
] as const;

/** A page with a document in it. */
function ownPage(p: Platform) {
	const node_token = 'EpMmw5WZQi7TYRkkjZwc5kN3nnb';
	const page = { node_token, obj_token: 'UMKcdhmaOo6PcpxkEMOcSC5Qnxb', obj_type: 'docx', space_id: '7', title: 'Page' };
	collection(p.store, NODES, { space_id: '7' }).set(node_token, page);
	return { wikiPage: byId(node_token) };
}

export const wikiNode: Cases = {
	get: { parameters: ownPage, refused: PAGE },
};

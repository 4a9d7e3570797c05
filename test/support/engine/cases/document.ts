import { collection } from '../../../../simulator/catalog/records';
import { byId, list, type Platform } from '..';
import { late, type Cases } from './common';

const at = (value: string) => ({ __rl: true, mode: 'url', value }) as const;

/** What no operation on a document takes for one. */
export const DOCUMENT = [
	[{ document: list(late('')) }, 'Document'],
	[{ document: byId(late('tbl 123456')) }, 'Document'],
	[{ document: at(late('https://example.feishu.cn/base/abcdefghijkl')) }, 'Document'],
] as const;

const DOCUMENTS = { path: '/open-apis/docx/v1/documents', param: 'document_id', idName: 'document_id' };

function ownDocument(p: Platform) {
	const document_id = 'UMKcdhmaOo6PcpxkEMOcSC5Qnxb';
	collection(p.store, DOCUMENTS, {}).set(document_id, { document_id, title: 'Own', revision_id: 1 });
	return { document: byId(document_id) };
}

export const document: Cases = {
	getInfo: { parameters: ownDocument, refused: DOCUMENT },
};

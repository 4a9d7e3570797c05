import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { flag, oneOf, required, text } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import { refused } from '../../drive/refusals';

const TYPES = ['file', 'docx', 'bitable', 'folder', 'doc', 'sheet', 'mindnote', 'shortcut', 'slides'] as const;

/**
 * Takes a base or spreadsheet away, for its owner or who owns the folder around it; what was deleted is told from what never was. Other
 * documents are not kept, and anybody may delete them.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file/delete
 */
export const driveDeleteRoutes = [
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/drive/v1/files/:file_token',
		tokens: BOTH,
		scopes: ['drive:drive', 'space:document:delete'],
		tier: 6,
		params: { file_token: required(text()) },
		query: { type: required(oneOf(TYPES)), async: flag() },
		handle({ platform: { store }, by, params, query }) {
			const { file_token: token = '' } = params;
			const kept = { bitable: store.bases, docx: store.docs, sheet: store.sheets }[query.type as string];
			if (!kept) return { data: {} };
			if (kept.deleted.has(token)) throw refused.deleted();
			const document = kept.all.get(token);
			if (!document) throw refused.notFound();
			const folder = store.bases.folders.get(document.folder_token);
			if (document.owner !== openIdOf(by) && folder?.owner !== openIdOf(by)) throw refused.notYours();
			kept.all.delete(token);
			kept.deleted.add(token);
			store.changed();
			return { data: {} };
		},
	}),
];

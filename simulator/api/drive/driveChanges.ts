import { namedItem, reachItem, requireFolder } from '../../drive/access';
import { askJob, beginJob } from '../../drive/jobs';
import { fileView } from '../../drive/listed';
import { copyDocument } from '../../drive/make';
import { refused } from '../../drive/refusals';
import { timesOf } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { newId, USER_ID_TYPES } from '../../platform/ids';
import { nested, objects, oneOf, required, text, withDefault } from '../../platform/validate';
import { foldersAround, itemsIn } from '../../state/documents';
import { openIdOf } from '../../state/operator';
import { isEnough, mayFill, permissionOn } from '../../state/permission';
import { requireSpace } from './driveFiles';
import { alone } from './serial';

const FILES = '/open-apis/drive/v1/files';
const COPIED = ['file', 'doc', 'sheet', 'bitable', 'docx', 'mindnote', 'slides'] as const;
const MOVED = [...COPIED, 'folder'] as const;
const AS = { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') };

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file/copy and its neighbors */
export const driveChangeRoutes = [
	defineRoute({
		method: 'POST',
		path: `${FILES}/:file_token/copy`,
		tokens: BOTH,
		scopes: ['docs:document:copy', 'drive:drive'],
		tier: 6,
		query: AS,
		body: {
			name: required(text(), { allowEmpty: true }),
			type: text(),
			folder_token: required(text(), { allowEmpty: true }),
			extra: objects({ key: required(text()), value: required(text()) }),
		},
		async handle(call) {
			const { platform, by, params, query, body } = call;
			const { store } = platform;
			const { name, folder_token } = body;
			const type = COPIED.find((each) => each === body.type);
			if (!type || name === '' || Buffer.byteLength(name) > 256) throw refused.params();
			const item = reachItem(store, by, { token: params.file_token ?? '', type, needed: 'view' });
			requireFolder(store, by, folder_token);
			requireSpace(store, by, folder_token, 0);
			return await alone(call, () => {
				const copy = copyDocument(store, item, { title: name, owner: openIdOf(by), folder_token });
				return { data: { file: fileView(store, by.app, copy, query.user_id_type) } };
			});
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${FILES}/:file_token/move`,
		tokens: BOTH,
		scopes: ['drive:drive', 'space:document:move'],
		tier: 2,
		body: { type: text(), folder_token: text() },
		async handle(call) {
			const { platform, by, params, body } = call;
			const { store } = platform;
			const { folder_token: target = '' } = body;
			const type = MOVED.find((each) => each === body.type);
			if (!type) throw refused.params();
			const item = namedItem(store, params.file_token ?? '', type);
			if (item.inWiki) throw refused.params();
			if (!isEnough(permissionOn(store, item, by), 'full_access')) throw refused.forbidden();
			if (!mayFill(store, by, item.folder)) throw refused.source();
			const may = mayFill(store, by, target);
			if (may === undefined) throw refused.notFound();
			if (!may) throw refused.target();
			const within = [target, ...foldersAround(store, { folder: target }).map(({ token }) => token)];
			if (within.includes(item.token)) throw refused.params();
			requireSpace(store, by, target, type === 'folder' ? 1 : 0);
			return await alone(call, () => {
				if (type !== 'folder') {
					item.folder = target;
					return { data: {} };
				}
				const finish = () => {
					item.folder = target;
					return { status: 'success' };
				};
				return { data: { task_id: beginJob(store, by, 'drive', finish) } };
			});
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${FILES}/task_check`,
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive.metadata:readonly', 'drive:drive:readonly'],
		query: { task_id: required(text()) },
		handle({ platform: { store }, by, query }) {
			const state = askJob(store, by, 'drive', query.task_id);
			if (!state) throw refused.notFound();
			return { data: state === 'running' ? { status: 'process' } : state };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${FILES}/create_shortcut`,
		tokens: BOTH,
		scopes: ['drive:drive', 'space:document:shortcut'],
		tier: 6,
		query: AS,
		body: {
			parent_token: required(text(), { allowEmpty: true }),
			refer_entity: required(nested({ refer_token: required(text()), refer_type: required(oneOf(COPIED)) })),
		},
		async handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const { parent_token: parent, refer_entity: refer } = body;
			const target = reachItem(store, by, { token: refer.refer_token, type: refer.refer_type, needed: 'view' });
			requireFolder(store, by, parent);
			requireSpace(store, by, parent, 0);
			return await alone(call, () => {
				const [token, owner] = [newId.shortcut(), openIdOf(by)];
				const to = { target_type: target.type, target_token: target.token };
				store.drive.shortcuts.set(token, { token, name: '', owner, parent, ...to });
				timesOf(store, token);
				const made = itemsIn(store, parent).find((item) => item.token === token);
				return { data: { succ_shortcut_node: made && fileView(store, by.app, made, query.user_id_type) } };
			});
		},
	}),
];

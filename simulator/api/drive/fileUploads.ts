import { timesOf } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { defineRoute, type Route } from '../../gateway/route';
import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import { openIdOf } from '../../state/operator';
import { requireFolder } from '../../drive/access';
import { requireName } from './mediaParent';
import { refused } from '../../drive/refusals';
import { uploadRoutes } from './uploads';

const FILES = '/open-apis/drive/v1/files';

/** Files of Drive: what has the same name stays beside it. Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/upload/upload_all and its neighbors */
export const fileUploadRoutes: readonly Route[] = [
	...uploadRoutes({
		path: FILES,
		scopes: ['drive:drive', 'drive:file', 'drive:file:upload'],
		requireParent(store, by, { file_name, parent_type, parent_node }) {
			requireName(file_name);
			if (parent_type !== 'explorer') throw refused.params();
			requireFolder(store, by, parent_node);
		},
		keep(store, by, { file_name: name, parent_node: parent }, bytes) {
			const token = newId.media();
			const file = { token, name, content_type: contentTypeOf(name), bytes, owner: openIdOf(by), parent };
			store.bases.files.set(token, file);
			timesOf(store, token);
			return token;
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${FILES}/:file_token/download`,
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive:readonly', 'drive:file', 'drive:file:download', 'drive:file:readonly'],
		tier: 6,
		handle({ platform: { store }, by, params }) {
			const file = store.bases.files.get(params.file_token ?? '');
			if (!file) throw refused.notFound();
			if (file.owner !== openIdOf(by)) throw refused.forbidden();
			return { bytes: file.bytes, contentType: file.content_type, name: file.name };
		},
	}),
];

import { seconds } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import type { NamedVersion } from '../../state/drive';
import { openIdOf } from '../../state/operator';
import { isEnough, permissionOn } from '../../state/permission';

const PATH = '/open-apis/drive/v1/files/:file_token/versions';
const WRITE = ['drive:drive:version'];
const READ = [...WRITE, 'drive:drive:version:readonly'];
const TYPES = ['docx', 'sheet'] as const;
const AS = { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') };

const wrong = (code: number, what: string) => new PlatformError(code, `Params error, param [${what}] is wrong.`);

type VersionCall = Pick<Call, 'platform' | 'by' | 'params'>;

function versionsOf(
	{ platform: { store }, by, params }: VersionCall,
	type: string | undefined,
	needed: 'view' | 'edit',
) {
	if (type === undefined) throw wrong(1068411, 'obj_type');
	const { file_token: token = '' } = params;
	const item = itemOf(store, token, type);
	if (!item && itemOf(store, token)) throw wrong(1068411, 'obj_type');
	if (!item)
		throw new PlatformError(1068404, 'Parent file does not exist, please check the file status.', { http: 404 });
	if (!isEnough(permissionOn(store, item, by), needed))
		throw new PlatformError(1068400, 'Has no permission, please apply the file permission of reading or edition.');
	const versions = store.drive.versions.get(token) ?? [];
	store.drive.versions.set(token, versions);
	return versions;
}

function versionView({ platform: { store }, by, params }: VersionCall, one: NamedVersion, idType: UserIdType) {
	const person = store.directory.idFor(by.app, one.by, idType);
	return {
		name: one.name,
		version: one.version,
		parent_token: params.file_token,
		owner_id: person,
		creator_id: person,
		create_time: seconds(one.at),
		status: '0',
		obj_type: one.obj_type,
		parent_type: one.obj_type,
	};
}

function versionIn(versions: readonly NamedVersion[], id = ''): NamedVersion {
	const found = versions.find(({ version }) => version === id);
	if (!found) throw wrong(1068410, 'version_id');
	return found;
}

/** Of documents and spreadsheets alone. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file-version/create and its neighbors */
export const driveVersionRoutes = [
	defineRoute({
		method: 'POST',
		path: PATH,
		tokens: BOTH,
		scopes: WRITE,
		query: AS,
		body: { name: text(), obj_type: oneOf(TYPES) },
		handle(call) {
			const { platform, by, body, query } = call;
			const versions = versionsOf(call, body.obj_type, 'edit');
			const at = platform.store.tick();
			const made = {
				version: newId.version(),
				name: body.name ?? '',
				obj_type: body.obj_type ?? '',
				by: openIdOf(by),
				at,
			};
			versions.push(made);
			return { data: versionView(call, made, query.user_id_type) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: PATH,
		tokens: BOTH,
		scopes: READ,
		query: { ...AS, obj_type: oneOf(TYPES), page_size: required(integer({ min: 1, max: 100 })), page_token: text() },
		handle(call) {
			const { query, params } = call;
			const { items, has_more, page_token } = page(versionsOf(call, query.obj_type, 'view'), {
				size: query.page_size,
				token: query.page_token,
				scope: `versions ${params.file_token}`,
				invalidToken: () => wrong(1068410, 'page_token'),
			});
			const views = items.map((one) => versionView(call, one, query.user_id_type));
			return { data: { items: views, has_more, page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${PATH}/:version_id`,
		tokens: BOTH,
		scopes: READ,
		query: { ...AS, obj_type: oneOf(TYPES) },
		handle(call) {
			const version = versionIn(versionsOf(call, call.query.obj_type, 'view'), call.params.version_id);
			return { data: versionView(call, version, call.query.user_id_type) };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${PATH}/:version_id`,
		tokens: BOTH,
		scopes: WRITE,
		query: { ...AS, obj_type: oneOf(TYPES) },
		handle(call) {
			const versions = versionsOf(call, call.query.obj_type, 'edit');
			versions.splice(versions.indexOf(versionIn(versions, call.params.version_id)), 1);
			return { data: {} };
		},
	}),
];

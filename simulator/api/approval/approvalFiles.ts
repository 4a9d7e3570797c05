import { randomUUID } from 'node:crypto';
import { FILE_HOURS, fileAddress, isGood } from '../../approval/files';
import { refused } from '../../approval/problem';
import { defineRoute } from '../../gateway/route';
import { readUpload } from '../../gateway/upload';
import { notFound, PlatformError } from '../../platform/envelope';
import { contentTypeOf } from '../../platform/mime';
import { text } from '../../platform/validate';
import { approvalRoute } from './approvalRoute';

const MB = 1024 * 1024;
const MOST = { image: 10 * MB, attachment: 50 * MB } as const;

const isKind = (type: string | undefined): type is keyof typeof MOST => type === 'image' || type === 'attachment';
const tooLarge = () => refused.params('file is too large');

/** On the host of the client, which is this one here unless the settings say that the API has another one. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
export const approvalFileRoutes = [
	approvalRoute({
		method: 'POST',
		path: '/approval/openapi/v2/file/upload',
		scopes: ['approval:approval:readonly'],
		multipart: true,
		async handle(call) {
			const { store } = call.platform;
			if (store.settings.approvalUploadHost === 'client' && !call.askedHost.startsWith('www.')) throw notFound();
			if (store.settings.approvalUploadApps === 'selfBuilt' && call.app.installs)
				throw new PlatformError(99991663, 'Invalid access token for authorization');
			const { fields, file } = await readUpload(call.parts(), 'content', MOST.attachment, tooLarge);
			const { name = '', type } = fields;
			if (!isKind(type)) throw refused.params('type is image or attachment');
			if (!/\.[^.]+$/.test(name)) throw refused.params('name has no extension');
			if (!file || file.bytes.length === 0) throw refused.params('content is empty');
			if (file.bytes.length > MOST[type]) throw tooLarge();
			const code = randomUUID().toUpperCase();
			const kept = { code, name, type, bytes: file.bytes, content_type: contentTypeOf(name) };
			store.approvals.files.set(code, kept);
			return { data: { code, url: fileAddress(kept, call.host, store.clock.now() + FILE_HOURS * 3_600_000) } };
		},
	}),
	/** Where the addresses of files lead, which need no token. */
	defineRoute({
		method: 'GET',
		path: '/approval/files/:code',
		auth: 'none',
		query: { 'x-expires': text(), 'x-signature': text() },
		handle({ params, query, platform: { store } }) {
			const { code = '' } = params;
			const file = [...store.companies.values()].flatMap(({ approvals }) => approvals.files.get(code) ?? [])[0];
			const { 'x-expires': expires = '', 'x-signature': signed = '' } = query;
			if (!file || !isGood(code, expires, signed, store.clock.now()))
				throw new PlatformError(403, 'Forbidden', { http: 403 });
			return { bytes: file.bytes, contentType: file.content_type, name: file.name };
		},
	}),
];

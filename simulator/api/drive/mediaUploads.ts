import { randomUUID } from 'node:crypto';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { readUpload } from '../../gateway/upload';
import { integer, required, text } from '../../platform/validate';
import { contentTypeOf } from '../../platform/mime';
import { openIdOf } from '../../state/operator';
import { keepMedia, requireParent, requireSame } from './mediaParent';
import { refused } from './mediaRefusals';

const SCOPES = [
	...['bitable:app', 'docs:doc', 'docs:document.media:upload', 'drive:drive', 'mail:user_mailbox.message:modify'],
	...['moments:moments', 'sheets:spreadsheet', 'vc:material'],
];
const MAX_BYTES = 20 * 1024 * 1024;
const BLOCK = 4 * 1024 * 1024;
const DAY = 86_400_000;
const PATH = '/open-apis/drive/v1/medias';

/** Reads what is uploaded. Of two uploads of an app at one time the second is refused, once its body is there. */
async function readAlone({ platform: { store }, by, parts }: Pick<Call, 'platform' | 'by' | 'parts'>, most: number) {
	const { uploading } = store.bases;
	const { app_id: app } = by.app;
	if (uploading.has(app)) {
		await readUpload(parts(), 'file', most, refused.tooLarge);
		throw refused.busy();
	}
	uploading.add(app);
	try {
		return await readUpload(parts(), 'file', most, refused.tooLarge);
	} finally {
		uploading.delete(app);
	}
}

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/media/multipart-upload-media/upload_all and its neighbors */
export const mediaUploadRoutes = [
	defineRoute({
		method: 'POST',
		path: `${PATH}/upload_all`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		multipart: true,
		async handle({ platform, by, parts }) {
			const { store } = platform;
			const { fields, file } = await readAlone({ platform, by, parts }, MAX_BYTES);
			const { file_name = '', parent_type = '', parent_node = '', size, checksum } = fields;
			if (!file) throw refused.params();
			if (Number(size) > MAX_BYTES) throw refused.tooLarge();
			const declared = { file_name, parent_type, parent_node };
			requireParent(store, by, declared);
			requireSame(file.bytes, { size, checksum });
			return { data: { file_token: keepMedia(store, declared, file.bytes).file_token } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/upload_prepare`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		body: {
			file_name: required(text()),
			parent_type: required(text()),
			size: required(integer()),
			parent_node: required(text()),
			extra: text(),
		},
		handle({ platform: { store, clock }, by, body }) {
			const { file_name: name, parent_type, parent_node, size } = body;
			requireParent(store, by, body);
			if (size <= 0) throw refused.params();
			const upload_id = randomUUID();
			const media = { parent_type, parent_node, name, content_type: contentTypeOf(name) };
			const until = clock.now() + DAY;
			store.bases.uploads.set(upload_id, { upload_id, by: openIdOf(by), media, size, parts: new Map(), until });
			return { data: { upload_id, block_size: BLOCK, block_num: Math.ceil(size / BLOCK) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/upload_part`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		multipart: true,
		async handle({ platform, by, parts }) {
			const { store, clock } = platform;
			const { fields, file } = await readAlone({ platform, by, parts }, BLOCK);
			const upload = store.bases.uploads.get(fields.upload_id ?? '');
			if (!upload || upload.until <= clock.now()) throw refused.expired();
			if (upload.by !== openIdOf(by)) throw refused.otherUser();
			const seq = Number(fields.seq);
			if (!file || !/^\d+$/.test(fields.seq ?? '')) throw refused.params();
			if (seq >= Math.ceil(upload.size / BLOCK)) throw refused.blockOut();
			requireSame(file.bytes, fields);
			upload.parts.set(seq, file.bytes);
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/upload_finish`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 6,
		body: { upload_id: required(text()), block_num: required(integer()) },
		handle({ platform: { store, clock }, by, body }) {
			const upload = store.bases.uploads.get(body.upload_id);
			if (!upload || upload.until <= clock.now()) throw refused.expired();
			if (upload.by !== openIdOf(by)) throw refused.otherUser();
			const blocks = Math.ceil(upload.size / BLOCK);
			if (body.block_num !== blocks || upload.parts.size !== blocks) throw refused.blockMissing();
			const bytes = Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part));
			if (bytes.length !== upload.size) throw refused.size();
			store.bases.uploads.delete(upload.upload_id);
			const { name, parent_type, parent_node } = upload.media;
			return {
				data: { file_token: keepMedia(store, { file_name: name, parent_type, parent_node }, bytes).file_token },
			};
		},
	}),
];

import { randomUUID } from 'node:crypto';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { readUpload } from '../../gateway/upload';
import { integer, required, text } from '../../platform/validate';
import type { Declared } from '../../state/bases';
import { openIdOf, type Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { requireSame } from './mediaParent';
import { refused } from '../../drive/refusals';

const MAX_BYTES = 20 * 1024 * 1024;
const BLOCK = 4 * 1024 * 1024;
const DAY = 86_400_000;

/** What the uploads of documents' files and those of Drive's do in their own ways. */
export interface UploadPlace {
	path: string;
	scopes: readonly string[];
	/** Refuses a parent that is not there, or that the caller may not change. */
	requireParent: (store: Store, by: Operator, declared: Declared) => void;
	/** Puts the file there and says what the answer does. */
	keep: (store: Store, by: Operator, declared: Declared, bytes: Buffer) => { file_token: string; version?: string };
}

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
export const uploadRoutes = ({ path, scopes, requireParent, keep }: UploadPlace): readonly Route[] => [
	defineRoute({
		method: 'POST',
		path: `${path}/upload_all`,
		tokens: BOTH,
		scopes,
		tier: 6,
		multipart: true,
		async handle({ platform, by, parts }) {
			const { store } = platform;
			const { fields, file } = await readAlone({ platform, by, parts }, MAX_BYTES);
			const { file_name = '', parent_type = '', parent_node = '', extra, file_token, size, checksum } = fields;
			if (!file) throw refused.params();
			if (Number(size) > MAX_BYTES) throw refused.tooLarge();
			const declared = { file_name, parent_type, parent_node, extra, file_token };
			requireParent(store, by, declared);
			requireSame(file.bytes, { size, checksum });
			return { data: keep(store, by, declared, file.bytes) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${path}/upload_prepare`,
		tokens: BOTH,
		scopes,
		tier: 6,
		body: {
			file_name: required(text()),
			parent_type: required(text()),
			size: required(integer()),
			parent_node: required(text(), { allowEmpty: true }),
			extra: text(),
			file_token: text(),
		},
		handle({ platform: { store, clock }, by, body }) {
			const { size, ...declared } = body;
			requireParent(store, by, declared);
			if (size <= 0) throw refused.params();
			const upload_id = randomUUID();
			const until = clock.now() + DAY;
			const begun = { upload_id, path, by: openIdOf(by), declared, size, parts: new Map<number, Buffer>(), until };
			store.bases.uploads.set(upload_id, begun);
			return { data: { upload_id, block_size: BLOCK, block_num: Math.ceil(size / BLOCK) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${path}/upload_part`,
		tokens: BOTH,
		scopes,
		tier: 6,
		multipart: true,
		async handle({ platform, by, parts }) {
			const { store, clock } = platform;
			const { fields, file } = await readAlone({ platform, by, parts }, BLOCK);
			const upload = store.bases.uploads.get(fields.upload_id ?? '');
			if (upload?.path !== path || upload.until <= clock.now()) throw refused.expired();
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
		path: `${path}/upload_finish`,
		tokens: BOTH,
		scopes,
		tier: 6,
		body: { upload_id: required(text()), block_num: required(integer()) },
		handle({ platform: { store, clock }, by, body }) {
			const upload = store.bases.uploads.get(body.upload_id);
			if (upload?.path !== path || upload.until <= clock.now()) throw refused.expired();
			if (upload.by !== openIdOf(by)) throw refused.otherUser();
			const blocks = Math.ceil(upload.size / BLOCK);
			if (body.block_num !== blocks || upload.parts.size !== blocks) throw refused.blockMissing();
			const bytes = Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part));
			if (bytes.length !== upload.size) throw refused.size();
			store.bases.uploads.delete(upload.upload_id);
			return { data: keep(store, by, upload.declared, bytes) };
		},
	}),
];

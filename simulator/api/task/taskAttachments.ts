import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import { oneOf, required, text } from '../../platform/validate';
import { defineRoute, type UploadedPart } from '../../gateway/route';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { TaskAttachment } from '../../state/tasks';
import { reachTask } from '../../task/access';
import { actorOf } from '../../task/actors';
import { newAttachment } from '../../task/make';
import { refused } from '../../task/problem';
import { attachmentView } from '../../task/views';
import { FAST, PAGING, taskPage, taskRoute, V2, viewedBy } from './taskRoute';

const ATTACHMENTS = `${V2}/attachments`;
const ONE_ATTACHMENT = `${ATTACHMENTS}/:attachment_guid`;
const READ = ['task:attachment:read', 'task:attachment:write'];

/** Where the addresses lead: no endpoint, and no token is asked for. */
const ADDRESS = '/file/download/task';

const MAX_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 5;
const ADDRESS_MS = 3 * 60_000;
const DOWNLOADS = 3;

interface Sent {
	fields: Record<string, string>;
	files: Array<{ name: string; bytes: Buffer }>;
}

async function readParts(parts: AsyncIterable<UploadedPart>): Promise<Sent> {
	const sent: Sent = { fields: {}, files: [] };
	let problem: string | undefined;
	for await (const { name, filename = '', value = '', stream } of parts) {
		if (!stream) {
			sent.fields[name] = value;
			continue;
		}
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size <= MAX_BYTES) chunks.push(chunk);
		}
		if (size > MAX_BYTES) problem = 'a file is larger than 50 MB';
		if (name === 'file') sent.files.push({ name: filename, bytes: Buffer.concat(chunks) });
	}
	if (sent.files.length === 0) problem ??= 'file is required';
	if (sent.files.length > MOST_FILES) problem = `at most ${MOST_FILES} files`;
	if (problem !== undefined) throw refused.params(problem);
	return sent;
}

/** An address that anybody may open, three times within three minutes. */
function addressOf(store: Store, host: string, { guid }: TaskAttachment): string {
	const code = newId.secret();
	store.tasks.addresses.set(code, { attachment: guid, until: store.clock.now() + ADDRESS_MS, left: DOWNLOADS });
	const scheme = /^(127\.|localhost\b|\[)/.test(host) ? 'http' : 'https';
	return `${scheme}://${host}${ADDRESS}/${code}`;
}

function reach(store: Store, by: Operator, guid: string | undefined = '', needed: 'read' | 'edit' = 'read') {
	const found = store.tasks.attachments.get(guid);
	if (!found) throw refused.notFound('attachment not found');
	reachTask(store, by, found.task, needed);
	return found;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/attachment/upload and its neighbors */
export const taskAttachmentRoutes = [
	taskRoute({
		method: 'POST',
		path: `${ATTACHMENTS}/upload`,
		scopes: ['task:attachment:upload', 'task:attachment:write'],
		tier: FAST,
		multipart: true,
		async handle(call) {
			const { store } = call.platform;
			const { fields, files } = await readParts(call.parts());
			if (!['task', 'task_delivery'].includes(fields.resource_type ?? 'task'))
				throw refused.params('invalid resource_type');
			const task = reachTask(store, call.by, fields.resource_id, 'edit');
			const made = files.map((file) => newAttachment(store, actorOf(call.by), task.guid, file));
			store.changed();
			return { data: { items: made.map((one) => attachmentView(viewedBy(call), one)) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: ATTACHMENTS,
		scopes: READ,
		query: { ...PAGING, resource_type: oneOf(['task']), resource_id: required(text()), updated_mesc: text() },
		handle(call) {
			const { store } = call.platform;
			const { guid } = reachTask(store, call.by, call.query.resource_id);
			return taskPage(call, store.tasks.attachmentsOf(guid), `attachments ${guid}`, (one) =>
				attachmentView(viewedBy(call), one, addressOf(store, call.host, one)),
			);
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_ATTACHMENT,
		scopes: [...READ, 'task:attachment:file:download'],
		handle(call) {
			const { store } = call.platform;
			const found = reach(store, call.by, call.params.attachment_guid);
			return { data: { attachment: attachmentView(viewedBy(call), found, addressOf(store, call.host, found)) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_ATTACHMENT,
		scopes: ['task:attachment:delete', 'task:attachment:write'],
		handle({ platform: { store }, by, params }) {
			const { guid } = reach(store, by, params.attachment_guid, 'edit');
			store.tasks.attachments.delete(guid);
			store.changed();
			return { data: {} };
		},
	}),
	// What such an address gives, to anybody.
	defineRoute({
		method: 'GET',
		path: `${ADDRESS}/:code`,
		auth: 'none',
		handle({ platform: { store, clock }, params, range }) {
			const companies = [...store.companies.values()].map(({ tasks }) => tasks);
			const tasks = companies.find(({ addresses }) => addresses.has(params.code ?? ''));
			const address = tasks?.addresses.get(params.code ?? '');
			const file = tasks?.attachments.get(address?.attachment ?? '');
			if (!address || !file || address.until <= clock.now() || address.left === 0) throw refused.notFound();
			address.left -= 1;
			return { bytes: file.bytes, contentType: contentTypeOf(file.name), name: file.name, range };
		},
	}),
];

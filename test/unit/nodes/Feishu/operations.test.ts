/** What operations do besides one plain call; the engine tests run each of them against the simulator. */
import { perReceiver } from '../../../../nodes/shared/client/pacing';
import { FileOutput } from '../../../../nodes/shared/operation/operation';
import { UPLOAD_FILE } from '../../../../nodes/shared/im/upload';
import { downloadAttachment } from '../../../../nodes/Feishu/resources/media/downloadAttachment';
import { uploadFile } from '../../../../nodes/Feishu/resources/media/uploadFile';
import { forward } from '../../../../nodes/Feishu/resources/message/forward';
import { getMany } from '../../../../nodes/Feishu/resources/message/getMany';
import { send } from '../../../../nodes/Feishu/resources/message/send';
import { runOperation as run } from '../../../support/nodes/runOperation';

const SHEET = { data: 'YWJj', mimeType: 'text/plain', fileName: 'a.csv' };

describe('Send', () => {
	const text = { messageType: 'text', text: 'Hi', simple: false };
	const sendTo = async (parameters: object) =>
		await run(send, { ...text, ...parameters }, { [send.endpoint]: { message_id: 'om_1' } });

	it.each([
		[{ sendTo: 'chat', chat: 'oc_1' }, 'oc_1', 'chat_id'],
		[{ sendTo: 'user', user: 'ou_1' }, 'ou_1', 'open_id'],
		[{ sendTo: 'user', user: 'on_1' }, 'on_1', 'union_id'],
		[{ sendTo: 'user', user: '7f3a' }, '7f3a', 'user_id'],
		[{ sendTo: 'user', user: { mode: 'email', value: 'tom@example.com' } }, 'tom@example.com', 'email'],
	])('to %j, once only, in order for each receiver', async (parameters, receive_id, receive_id_type) => {
		const { output, calls, key } = await sendTo(parameters);
		expect(output).toEqual([{ message_id: 'om_1' }]);
		expect(calls).toEqual([
			{
				endpoint: 'POST /open-apis/im/v1/messages',
				query: { receive_id_type },
				body: { receive_id, msg_type: 'text', content: '{"text":"Hi"}', uuid: 'uuid-1' },
				idempotent: true,
				paces: [perReceiver(receive_id)],
			},
		]);
		expect(key()).toBe(receive_id);
	});
});

describe('Forward', () => {
	it.each([
		[{ sendTo: 'chat', chat: 'oc_1' }, 'oc_1', 'chat_id'],
		[{ sendTo: 'user', user: 'tom@example.com' }, 'tom@example.com', 'email'],
		[{ sendTo: 'thread', threadId: 'https://x.example.com/omt_1' }, 'omt_1', 'thread_id'],
	])('to %j', async (parameters, receive_id, receive_id_type) => {
		const { calls } = await run(forward, { messageId: 'om_1', ...parameters });
		expect(calls).toEqual([
			expect.objectContaining({
				path: { message_id: 'om_1' },
				query: { receive_id_type, uuid: 'uuid-1' },
				body: { receive_id },
				idempotent: true,
			}),
		]);
	});
});

describe('Get Many of messages', () => {
	const answers = { [getMany.endpoint]: [{ message_id: 'om_1' }] };

	it('asks in seconds, in the time zone of the workflow', async () => {
		const filters = { sentAfter: '2026-01-31T12:00:00', sentBefore: 1769832060999, sort: 'ByCreateTimeAsc' };
		const { calls, output } = await run(getMany, { source: 'chat', chat: 'oc_1', limit: 5, filters }, answers);
		expect(calls[0]).toMatchObject({
			query: {
				container_id_type: 'chat',
				container_id: 'oc_1',
				start_time: 1769832000,
				end_time: 1769832060,
				sort_type: 'ByCreateTimeAsc',
			},
			limit: 5,
			pageSize: 50,
		});
		expect(output).toEqual([{ message_id: 'om_1' }]);
	});

	it('reads a thread, newest first unless told otherwise', async () => {
		const { calls } = await run(getMany, { source: 'thread', threadId: 'omt_1', returnAll: true }, answers);
		expect(calls[0]).toMatchObject({
			query: { container_id_type: 'thread', container_id: 'omt_1', sort_type: 'ByCreateTimeDesc' },
			limit: Infinity,
		});
	});
});

describe('files', () => {
	it.each([
		['img_v3_1', 'image'],
		['file_v3_1', 'file'],
	])('downloads %s as %s', async (fileKey, type) => {
		const stored = { data: '', mimeType: 'image/png', fileName: 'a.png' };
		const answers = { [downloadAttachment.endpoint]: stored };
		const { calls, output } = await run(
			downloadAttachment,
			{ messageId: 'om_1', fileKey, outputField: 'out' },
			answers,
		);
		expect(calls[0]).toMatchObject({ path: { message_id: 'om_1', file_key: fileKey }, query: { type } });
		expect(output).toEqual(
			new FileOutput(
				{ message_id: 'om_1', file_key: fileKey, file_name: 'a.png', mime_type: 'image/png' },
				{ out: stored },
			),
		);
	});

	it.each([
		[{}, { file_name: 'a.csv', file_type: 'xls' }],
		[
			{ fileName: 'b.pdf', fileType: 'auto' },
			{ file_name: 'b.pdf', file_type: 'pdf' },
		],
		[
			{ fileType: 'opus', duration: 2.5 },
			{ file_name: 'a.csv', file_type: 'opus', duration: '2500' },
			Buffer.from('OggS OpusHead').toString('base64'),
		],
	])('uploads with %j', async (options, form, ...[data = SHEET.data]: string[]) => {
		const answers = { [UPLOAD_FILE]: { file_key: 'file_1' } };
		const parameters = { binaryPropertyName: 'data', options };
		const { calls, output } = await run(uploadFile, parameters, answers, { ...SHEET, data });
		expect(calls[0]?.form).toEqual({ ...form, file: expect.any(File) });
		expect(output).toMatchObject({ file_key: 'file_1', file_name: form.file_name, file_type: form.file_type });
		expect(output).toMatchObject({ size: Buffer.from(data, 'base64').length });
	});
});

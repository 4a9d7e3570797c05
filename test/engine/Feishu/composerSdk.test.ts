/** The official SDK as the judge: what the composer sends, the SDK sends just so, and both are taken. */
import type { INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator';
import { DEMO_STICKER, DEMO_TEMPLATE } from '../../../simulator';
import { sdkClient } from '../../support/conformance/harness';
import { loadGallery } from '../../support/engine/gallery';
import { byId, clip, list, only, picture, report, usePlatform, voice } from '../../support/engine';

const platform = usePlatform();

const files = { hills: picture, orders: report, voice, clip };

/** Kinds that the gallery leaves out, because they need what only one app has. */
const OTHERS: ReadonlyArray<readonly [string, INodeParameters]> = [
	['Card by template', { messageType: 'cardTemplate', templateId: DEMO_TEMPLATE, templateVariables: '{}' }],
	['Sticker', { messageType: 'sticker', stickerKey: DEMO_STICKER }],
	['Audio', { messageType: 'audio', mediaSource: 'binary', binaryPropertyName: 'voice', duration: 2 }],
	['Video', { messageType: 'video', mediaSource: 'binary', binaryPropertyName: 'clip', duration: 2 }],
	['File', { messageType: 'file', mediaSource: 'binary', binaryPropertyName: 'orders' }],
	['Post', { messageType: 'post', postTitle: 'T', postMarkdown: '**a**' }],
];

const wire = ({ method, path, query, headers, bodyText }: RecordedRequest) => ({
	method,
	path,
	query,
	type: headers['content-type']?.split(';')[0],
	body: JSON.parse(bodyText ?? '{}') as { receive_id: string; msg_type: string; content: string; uuid: string },
});

const sends = () =>
	platform.calls.filter(({ method, path }) => method === 'POST' && path === '/open-apis/im/v1/messages').map(wire);

test.each([...loadGallery(), ...OTHERS])('%s', async (_, parameters) => {
	const run = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'send',
			...parameters,
			chat: list(platform.chat.chat_id),
			sharedChat: byId(platform.chat.chat_id),
		},
		items: [
			{
				json: {
					person: platform.user.open_id,
					rows: [
						{ region: 'North', orders: 128, revenue: 20480.5, status: ['on track'] },
						{ region: 'South', orders: 96, revenue: 15200, status: ['behind'] },
					],
				},
				files,
			},
		],
	});
	expect(run.error).toBeUndefined();
	const ours = sends();
	expect(ours.length).toBe(run.items.length);

	const client = sdkClient(platform.simulator);
	platform.reset();
	for (const { body } of ours) {
		const { receive_id, msg_type, content, uuid } = body;
		const answer = await client.im.v1.message.create({
			params: { receive_id_type: 'chat_id' },
			// Another uuid: the platform would give back the first message.
			data: { receive_id, msg_type, content, uuid: `${uuid.slice(0, 30)}-sdk` },
		});
		expect([answer.code, answer.msg]).toEqual([0, 'success']);
	}
	const theirs = sends();
	const bare = ({ body: { uuid: _uuid, ...body }, ...request }: ReturnType<typeof wire>) => ({ ...request, body });
	expect(theirs.map(bare)).toEqual(ours.map(bare));
	expect(only(theirs).body.msg_type).toBe(only(ours).body.msg_type);
});

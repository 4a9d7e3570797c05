/** Files of messages, out of the simulated platform into the item. */
import { randomUUID } from 'node:crypto';

import type { INode } from 'n8n-workflow';

import { delivered, ENCRYPT_KEY, messageEvent } from '../../support/events';
import { picture, report, usePlatform } from '../../support/engine';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

const trigger = (parameters: INode['parameters'] = {}) =>
	new TriggerInWorkflow(
		{ events: ['*'], options: { downloadAttachments: true }, ...parameters },
		{},
		{ id: randomUUID(), credential: platform.newCredential({ encryptSecretKey: ENCRYPT_KEY }) },
	);

/** A message of a person in the group of the bot, and the event that tells of it. */
function received(message_type: string, content: Record<string, unknown>) {
	const { message_id } = platform.userMessage(content, message_type);
	const header = { app_id: platform.simulator.appId };
	const message = { message_id, message_type, content: JSON.stringify(content), mentions: [] };
	return delivered(messageEvent({ now: Date.now(), header, message }), Date.now());
}

function item({ workflowData }: Answer) {
	const [found] = workflowData?.[0] ?? [];
	if (!found) throw new Error('The workflow was not started');
	return found;
}

test('an image comes along', async () => {
	const image_key = platform.image();
	const answer = await trigger().post(received('image', { image_key }));
	expect(answer).toMatchObject({ noWebhookResponse: true, status: 200, json: {} });
	const { json, binary } = item(answer);
	expect(json.attachments).toEqual([
		{
			file_key: image_key,
			type: 'image',
			binary: 'attachment_0',
			file_name: binary?.attachment_0?.fileName,
			mime_type: 'image/png',
		},
	]);
	expect(Buffer.from(binary?.attachment_0?.data ?? '', 'base64')).toEqual(picture.bytes);
	expect(json.event).toMatchObject({ message: { image_key } });
});

test('a file comes under its name', async () => {
	const content = { file_key: platform.file(), file_name: 'quarter.pdf' };
	const { json, binary } = item(await trigger().post(received('file', content)));
	expect(json.attachments).toMatchObject([{ binary: 'attachment_0', file_name: 'quarter.pdf' }]);
	expect(Buffer.from(binary?.attachment_0?.data ?? '', 'base64')).toEqual(report.bytes);
});

test('pictures of a post come in their order, and one that can not be had is named', async () => {
	const [first, second] = [platform.image(), platform.image()];
	const nodes = [first, 'img_v3_nothing', second].map((image_key) => ({ tag: 'img', image_key }));
	const { json, binary } = item(await trigger().post(received('post', { title: 'x', content: [nodes] })));
	expect(Object.keys(binary ?? {})).toEqual(['attachment_0', 'attachment_2']);
	expect(json.attachments).toMatchObject([
		{ file_key: first, binary: 'attachment_0' },
		{
			file_key: 'img_v3_nothing',
			error: expect.any(String) as string,
			details: {
				advice: expect.stringMatching(/code \d+/) as string,
				code: expect.any(Number) as number,
				log_id: expect.any(String) as string,
			},
		},
		{ file_key: second, binary: 'attachment_2' },
	]);
});

test('the platform has its answer before the first download', async () => {
	const callsAtAnswer: number[] = [];
	const post = received('image', { image_key: platform.image() });
	const answer = await trigger().post(post, 'webhook', () => void callsAtAnswer.push(platform.calls.length));
	expect(callsAtAnswer).toEqual([0]);
	expect(platform.calls).toHaveLength(1);
	expect(item(answer).binary).toHaveProperty('attachment_0');
});

test('a missing scope costs the file, not the event', async () => {
	for (const app of platform.store.apps.values()) app.scopes = [];
	const answer = await trigger().post(received('image', { image_key: platform.image() }));
	const { json, binary } = item(answer);
	expect(binary).toBeUndefined();
	expect(json.attachments).toMatchObject([
		{
			error: expect.stringMatching(/^The app lacks the scope im:message/) as string,
			details: { advice: expect.stringContaining('im:message') as string, code: 99991672 },
		},
	]);
	expect(answer).toMatchObject({ status: 200, json: {} });
});

test('a post with more pictures than are downloaded names the rest', async () => {
	const keys = Array.from({ length: 22 }, () => platform.image());
	const content = { title: '', content: [keys.map((image_key) => ({ tag: 'img', image_key }))] };
	const { json, binary } = item(await trigger().post(received('post', content)));
	expect(Object.keys(binary ?? {})).toHaveLength(20);
	expect((json.attachments as object[]).slice(20)).toMatchObject([
		{ file_key: keys[20], error: expect.stringContaining('first 20') as string },
		{ file_key: keys[21], error: expect.stringContaining('first 20') as string },
	]);
});

test('nothing is downloaded unless wished, or where there is nothing', async () => {
	const plain = await trigger({ options: {} }).post(received('image', { image_key: platform.image() }));
	expect(item(plain).json).not.toHaveProperty('attachments');
	const text = await trigger().post(received('text', { text: 'hi' }));
	expect(text).toMatchObject({ webhookResponse: {} });
	expect(item(text).json).not.toHaveProperty('attachments');
	expect(platform.calls).toEqual([]);
});

test('what is not there when the time of a message is over is named, and the workflow starts', async () => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const clock = jest.spyOn(AbortSignal, 'timeout');
	clock.mockImplementation((ms) => (ms === 60_000 ? AbortSignal.abort() : timeout(ms)));
	const { json, binary } = item(await trigger().post(received('image', { image_key: platform.image() })));
	clock.mockRestore();
	expect(binary).toBeUndefined();
	expect(json.attachments).toMatchObject([{ error: expect.stringContaining('no time left') as string }]);
});

/** Parse Content of messages, and Parse of events: no call is made. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import { byId, only, type ItemSpec, usePlatform } from '../../../support/engine';
import { keepSecret } from '../../../support/engine/witness';

const platform = usePlatform();

const ENCRYPT_KEY = 'not-a-real-encrypt-key';
const TOKEN = 'not-a-real-verification-token';

async function run(parameters: INodeParameters, items?: readonly ItemSpec[], credential = platform.credential) {
	return await platform.run({ parameters, items, credential });
}

async function one(parameters: INodeParameters, items?: readonly ItemSpec[], credential = platform.credential) {
	const { items: out, error } = await run(parameters, items, credential);
	if (error) throw error;
	return only(out).json;
}

describe('Parse Content', () => {
	test('reads what Get gives', async () => {
		const message = platform.userMessage({ file_key: 'file_1', file_name: 'a.pdf' }, 'file');
		const got = await one({ resource: 'message', operation: 'get', messageId: byId(message.message_id) });
		platform.reset();
		expect(
			await one({ resource: 'message', operation: 'parse', messageJson: '={{ $json }}' }, [{ json: got }]),
		).toMatchObject({
			message_id: message.message_id,
			message_type: 'file',
			text: '[File] a.pdf',
			attachments: [{ type: 'file', key: 'file_1', file_name: 'a.pdf', downloadable: true }],
		});
		expect(platform.calls).toEqual([]);
	});

	test('reads type, content and mentions', async () => {
		const json = await one({
			resource: 'message',
			operation: 'parse',
			parseFrom: 'content',
			contentType: 'post',
			contentJson: JSON.stringify({
				title: 'News',
				content: [
					[
						{ tag: 'at', user_id: '@_user_1' },
						{ tag: 'text', text: ' look', style: ['bold'] },
					],
				],
			}),
			mentionsJson: '[{"key":"@_user_1","id":"ou_1","id_type":"open_id","name":"Ann"}]',
		});
		expect(json).toMatchObject({ title: 'News', text: 'News\n@Ann look', markdown: '# News\n\n@Ann **look**' });
	});

	test('takes the text that merged forwards have for a content', async () => {
		const parts = { parseFrom: 'content', contentType: 'merge_forward', contentJson: 'Merged and Forwarded Message' };
		expect(await one({ resource: 'message', operation: 'parse', ...parts })).toMatchObject({
			text: 'Merged and Forwarded Message',
			attachments: [],
		});
	});
});

describe('Parse of events', () => {
	const parse = { resource: 'event', operation: 'parse' };
	const event = (token = TOKEN) => ({
		schema: '2.0',
		header: {
			event_id: 'e1',
			event_type: 'im.message.receive_v1',
			create_time: '1790000000000',
			token,
			app_id: platform.simulator.appId,
			tenant_key: 't1',
		},
		event: {
			sender: { sender_id: { open_id: 'ou_1' }, sender_type: 'user' },
			message: { message_id: 'om_1', chat_id: 'oc_1', message_type: 'text', content: '{"text":"hi"}' },
		},
	});
	const expected = {
		event_type: 'im.message.receive_v1',
		event_id: 'e1',
		create_time: '2026-09-21T14:13:20.000Z',
		tenant_key: 't1',
		event: { message: { message_id: 'om_1', text: 'hi', content: { text: 'hi' } } },
	};

	/** As the platform makes it, by code that shares nothing with what is tested. */
	function encrypted(value: object, key = ENCRYPT_KEY): string {
		const iv = randomBytes(16);
		const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
		const plain = cipher.update(JSON.stringify(value), 'utf8');
		return JSON.stringify({ encrypt: Buffer.concat([iv, plain, cipher.final()]).toString('base64') });
	}

	/** The item as the Webhook node with Raw Body makes it. */
	function signed(body: string, { key = ENCRYPT_KEY, seconds = Math.floor(Date.now() / 1000) } = {}): ItemSpec {
		const signature = createHash('sha256').update(`${seconds}nonce1${key}${body}`).digest('hex');
		return {
			json: {
				headers: {
					'X-Lark-Request-Timestamp': String(seconds),
					'x-lark-request-nonce': 'nonce1',
					'x-lark-signature': signature,
				},
			},
			files: { data: { bytes: Buffer.from(body), fileName: 'body', mimeType: 'application/json' } },
		};
	}

	const verified = { ...parse, verifySignature: true, eventHeaders: '={{ $json.headers }}' };

	const credential = () => {
		keepSecret(ENCRYPT_KEY, TOKEN);
		return platform.newCredential({ encryptSecretKey: ENCRYPT_KEY, verificationToken: TOKEN });
	};

	test('reads the body that a webhook got, encrypted or plain', async () => {
		const bodies = [encrypted(event()), JSON.stringify(event())];
		for (const body of bodies) {
			const items = [{ json: { body: JSON.parse(body) as object } }] as ItemSpec[];
			const json = await one({ ...parse, eventBody: '={{ $json.body }}' }, items, credential());
			expect(json).toMatchObject({ ...expected, verified_by: 'token' });
		}
		expect(platform.simulator.requests).toEqual([]);
	});

	test('gives the challenge that the URL check wants back', async () => {
		const body = encrypted({ type: 'url_verification', challenge: 'c-123', token: TOKEN });
		expect(await one({ ...parse, eventBody: body }, undefined, credential())).toEqual({
			event_type: 'url_verification',
			challenge: 'c-123',
		});
	});

	test('verifies the signature over the bytes of the body', async () => {
		const json = await one(verified, [signed(encrypted(event()))], credential());
		expect(json).toMatchObject({ ...expected, verified_by: 'signature' });
	});

	test('adds the raw event without its token, where asked', async () => {
		const parameters = { ...parse, eventBody: encrypted(event()), simple: false, options: { includeRaw: true } };
		const json = await one(parameters, undefined, credential());
		expect(json).toMatchObject({ event: { message: { content: '{"text":"hi"}' } }, raw: { schema: '2.0' } });
		expect(JSON.stringify(json)).not.toContain(TOKEN);
	});

	test.each<[string, () => { parameters: INodeParameters; items?: ItemSpec[] }, string, string]>([
		[
			'a forged token',
			() => ({ parameters: { ...parse, eventBody: JSON.stringify(event('another')) } }),
			"'Body' was refused: The Verification Token is wrong",
			'Encryption Strategy',
		],
		[
			'an empty body',
			() => ({ parameters: { ...parse, eventBody: '={{ $json.body }}' }, items: [{ json: { body: {} } }] }),
			"The field 'Body' is empty",
			"n8n's Webhook node gives as {{ $json.body }}",
		],
		[
			'another key',
			() => ({ parameters: { ...parse, eventBody: encrypted(event(), 'another key') } }),
			"'Body' was refused: The signature is missing or wrong",
			'Compare the Encrypt Key',
		],
		[
			'a signature with another key',
			() => ({ parameters: verified, items: [signed(encrypted(event()), { key: 'another key' })] }),
			"'Raw Body Field' was refused: The signature is missing or wrong",
			'Compare the Encrypt Key',
		],
		[
			'a signature that is too old',
			() => ({ parameters: verified, items: [signed(encrypted(event()), { seconds: 1_700_000_000 })] }),
			"'Raw Body Field' was refused: The event is too old",
			'clock',
		],
	])('refuses %s without showing a secret', async (_, what, message, hint) => {
		const { parameters, items } = what();
		const { error } = await run(parameters, items, credential());
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(hint);
		expect(JSON.stringify(error)).not.toContain(ENCRYPT_KEY);
	});

	test('sends a forged one to the error output, where it can be answered with 401', async () => {
		const forged = { ...parse, eventBody: JSON.stringify(event('another')) };
		const { items, errorItems } = await platform.run({
			parameters: forged,
			credential: credential(),
			onError: 'continueErrorOutput',
		});
		expect(items).toEqual([]);
		expect(only(errorItems).json).toMatchObject({ error: expect.stringContaining('was refused') as string });
	});
});

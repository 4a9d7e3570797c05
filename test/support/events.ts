/** Posts as the platform makes them, by code that shares nothing with the code under test. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const NOW = Date.UTC(2026, 8, 11, 8, 0, 0);
export const APP_ID = 'cli_0123456789abcdef';
export const ENCRYPT_KEY = 'not-a-real-encrypt-key';
export const TOKEN = 'not-a-real-verification-token';

export interface Post {
	body: Buffer;
	headers: { [name: string]: string };
}

export function encrypt(key: string, plain: string): string {
	const iv = randomBytes(16);
	const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
	return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

export function messageEvent(overrides: { header?: object; message?: object; sender?: object; now?: number } = {}) {
	const now = overrides.now ?? NOW;
	return {
		schema: '2.0',
		header: {
			event_id: 'f7984f25108f8137722bb63cee927e66',
			event_type: 'im.message.receive_v1',
			create_time: String(now - 1000),
			token: TOKEN,
			app_id: APP_ID,
			tenant_key: '736588c9260f175d',
			...overrides.header,
		},
		event: {
			sender: {
				sender_id: { union_id: 'on_sender', user_id: 'e33ggbyz', open_id: 'ou_sender' },
				sender_type: 'user',
				tenant_key: '736588c9260f175d',
				...overrides.sender,
			},
			message: {
				message_id: 'om_5ce6d572455d361153b7cb51da133945',
				create_time: String(now - 1200),
				chat_id: 'oc_group',
				chat_type: 'group',
				message_type: 'text',
				content: '{"text":"@_user_1 hello"}',
				mentions: [
					{
						key: '@_user_1',
						id: { union_id: 'on_bot', user_id: '', open_id: 'ou_bot' },
						name: 'Helper',
						mentioned_type: 'bot',
					},
				],
				...overrides.message,
			},
		},
	};
}

export function v1Event(overrides: object = {}, event: object = {}) {
	return {
		ts: `${NOW / 1000 - 2}.7171419`,
		uuid: '41b5f371157e3d5341b38b20396e77e3',
		token: TOKEN,
		type: 'event_callback',
		event: { type: 'approval_instance', app_id: APP_ID, tenant_key: '736588c9260f175d', status: 'APPROVED', ...event },
		...overrides,
	};
}

export function plain(body: unknown): Post {
	return { body: Buffer.from(JSON.stringify(body)), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

export function sealed(body: unknown, key = ENCRYPT_KEY): Post {
	return plain({ encrypt: encrypt(key, JSON.stringify(body)) });
}

/** Adds the signature headers to a post. */
export function signed(
	post: Post,
	{ key = ENCRYPT_KEY, at = NOW, nonce = 'nonce-1', algorithm = 'sha256' } = {},
): Post {
	const timestamp = String(Math.floor(at / 1000));
	const signature = createHash(algorithm)
		.update(timestamp + nonce + key)
		.update(post.body)
		.digest('hex');
	return {
		...post,
		headers: {
			...post.headers,
			'x-lark-request-timestamp': timestamp,
			'x-lark-request-nonce': nonce,
			'x-lark-signature': signature,
		},
	};
}

/** The usual delivery of an app with an Encrypt Key. */
export function delivered(body: unknown, at = NOW): Post {
	return signed(sealed(body), { at });
}

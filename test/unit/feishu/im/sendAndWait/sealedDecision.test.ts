import fc from '../../../../support/generated';

import {
	openButton,
	openDecision,
	seal,
	sealButton,
	sealDecision,
	unseal,
} from '../../../../../feishu/im/sendAndWait/sealedDecision';

const key = { appId: 'cli_00000000000000aa', appSecret: 'not-a-real-secret' };

const button = {
	url: 'https://n8n.example.com/webhook-waiting/7/node?signature=abc',
	wait: 'w-1',
	choice: 'approve' as const,
};

const decision = {
	wait: 'w-1',
	choice: 'decline' as const,
	operator: { open_id: 'ou_1', union_id: 'on_1', user_id: '' },
	form: { 理由: '旅行' },
	message_id: 'om_1',
	at: 1_700_000_000_000,
};

test('opens what it sealed', () => {
	expect(openButton(key, sealButton(key, button))).toEqual(button);
	expect(openDecision(key, sealDecision(key, decision))).toEqual(decision);
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())), (data) => {
			expect(unseal(key, 'link', seal(key, 'link', { ...data }))).toEqual({ ...data });
		}),
	);
});

test('shows nothing of it, and seals the same value differently each time', () => {
	const sealed = sealButton(key, button);
	expect(sealed).toMatch(/^[\w-]+$/);
	expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('n8n.example.com');
	expect(sealButton(key, button)).not.toBe(sealed);
});

test('opens nothing that was altered in any byte', () => {
	const bytes = Buffer.from(sealButton(key, button), 'base64url');
	for (let at = 0; at < bytes.length; at++) {
		const altered = Buffer.from(bytes);
		altered[at] = (altered[at] ?? 0) ^ 1;
		expect(openButton(key, altered.toString('base64url'))).toBeUndefined();
	}
	const text = bytes.toString('base64url');
	for (const changed of [`${text}A`, `${text}=`, ` ${text}`, text.slice(0, -1), text.slice(4), `${text}${text}`])
		expect([changed, openButton(key, changed)]).toEqual([changed, undefined]);
});

test('opens nothing that another app, another secret or another purpose sealed', () => {
	const sealed = sealButton(key, button);
	expect(openButton({ ...key, appId: 'cli_00000000000000bb' }, sealed)).toBeUndefined();
	expect(openButton({ ...key, appSecret: 'another-secret' }, sealed)).toBeUndefined();
	expect(openDecision(key, sealed)).toBeUndefined();
	expect(unseal(key, 'link', sealed)).toBeUndefined();
});

test('takes anything else for what it is', () => {
	expect(unseal(key, 'button', '')).toBeUndefined();
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.base64String(),
				fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
			),
			(text) => {
				expect(unseal(key, 'button', text)).toBeUndefined();
			},
		),
		{ numRuns: 2_000 },
	);
});

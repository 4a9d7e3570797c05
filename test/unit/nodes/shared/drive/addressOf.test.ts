import { addressOf, METADATA } from '../../../../../nodes/shared/drive/addressOf';
import { recordingClient } from '../../../../support/nodes/calls';

const BASE = { type: 'bitable', token: 'bascn1' } as const;
const refuse = () => {
	throw new Error('no scope');
};

it('is what the answer gave', async () => {
	const { feishu, calls } = recordingClient();
	await expect(addressOf(feishu, BASE, 'https://company.feishu.cn/base/bascn1')).resolves.toBe(
		'https://company.feishu.cn/base/bascn1',
	);
	expect(calls).toEqual([]);
});

it("is asked for where it did not, since the host is the organization's own", async () => {
	const url = 'https://company.feishu.cn/docx/doc1';
	const { feishu, calls } = recordingClient({ [METADATA]: { metas: [{ url }] } });
	await expect(addressOf(feishu, { type: 'docx', token: 'doc1' })).resolves.toBe(url);
	expect(calls).toEqual([
		{
			endpoint: METADATA,
			body: { request_docs: [{ doc_token: 'doc1', doc_type: 'docx' }], with_url: true },
			idempotent: true,
		},
	]);
});

it.each([
	['which may not be asked', refuse],
	['which nobody knows', { failed_list: [{ token: 'bascn1', code: 970005 }] }],
])('leads there from the host of the platform, where it is one %s', async (_what, answer) => {
	const { feishu } = recordingClient({ [METADATA]: answer });
	await expect(addressOf(feishu, BASE)).resolves.toBe('https://www.feishu.cn/base/bascn1');
	await expect(addressOf(feishu, { type: 'folder', token: 'f/1' })).resolves.toBe(
		'https://www.feishu.cn/drive/folder/f%2F1',
	);
});

it('is not known of a private deployment, which has one host', async () => {
	const { feishu } = recordingClient({ [METADATA]: refuse });
	const alone = Object.assign(feishu, { origin: async () => await Promise.resolve('https://open.example.com') });
	await expect(addressOf(alone, BASE)).resolves.toBeUndefined();
});

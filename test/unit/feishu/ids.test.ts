import fc from '../../support/generated';

import { checkId, LINK_PATTERNS, receiverType, userIdType, type IdForm } from '../../../feishu/ids';
import { thrownBy } from '../../support/feishuCalls';

it.each([
	['ou_1', 'open_id', 'open_id'],
	['on_1', 'union_id', 'union_id'],
	['oc_1', 'chat_id', 'user_id'],
	['tom@example.com', 'email', 'user_id'],
	['7f3a', 'user_id', 'user_id'],
	['outside', 'user_id', 'user_id'],
	['', 'user_id', 'user_id'],
])('%s as a receiver is %s, as a person %s', (id, receiver, person) => {
	expect(receiverType(id)).toBe(receiver);
	expect(userIdType(id)).toBe(person);
});

const PREFIXES: ReadonlyArray<readonly [IdForm, string, string]> = [
	['message', 'om_', 'message ID'],
	['chat', 'oc_', 'chat ID'],
	['thread', 'omt_', 'thread ID'],
	['openId', 'ou_', 'open_id'],
	['batchMessage', 'bm-', 'batch message ID'],
];

describe.each(PREFIXES)('a %s', (form, prefix, name) => {
	const tail = fc.stringMatching(/^[0-9a-zA-Z_-]{1,40}$/);

	it('is found bare and in links', () => {
		fc.assert(
			fc.property(tail, (rest) => {
				const id = `${prefix}${rest}`;
				for (const entered of [
					id,
					`  ${id}\n`,
					`https://x.example.com/a?id=${id}&b=1`,
					`https://x.example.com/${id}/b`,
				]) {
					expect(checkId(form, entered, 'Field')).toBe(id);
				}
			}),
		);
	});

	it.each(PREFIXES.filter(([other]) => other !== form))('is not mixed up with a %s', (_other, otherPrefix) => {
		const error = thrownBy(() => checkId(form, `${otherPrefix}123`, 'Field'));
		expect(error).toMatchObject({ name: 'InputError', field: 'Field' });
		expect(error.message).toBe(`The field 'Field' holds no ${name}: ${otherPrefix}123`);
	});

	it('is not found inside a word, nor without anything after it', () => {
		for (const wrong of [`x${prefix}1`, `-${prefix}1`, prefix]) {
			expect(() => checkId(form, wrong, 'Field')).toThrow(`holds no ${name}`);
		}
	});

	it('is missed in words: what is wanted, with an example that would do', () => {
		const error = thrownBy(() => checkId(form, '', 'Field')) as Error & { advice: string };
		expect(error.message).toBe("The field 'Field' is empty");
		const [, example = ''] = /looks like (\S+)$/.exec(error.advice) ?? [];
		expect(checkId(form, example, 'Field')).toBe(example);
	});
});

it('does not repeat a long text in whole', () => {
	expect(thrownBy(() => checkId('chat', 'x'.repeat(500), 'Chat')).message.length).toBeLessThan(120);
});

it.each([
	['chat', 'https://applink.feishu.cn/client/chat/open?openChatId=oc_a1b2', 'oc_a1b2'],
	['message', 'https://x.example.com/messages/om_dc13?y=1', 'om_dc13'],
] as const)('the pattern for a %s finds the id in a link', (kind, link, id) => {
	expect(new RegExp(LINK_PATTERNS[kind]).exec(link)?.[1]).toBe(id);
});

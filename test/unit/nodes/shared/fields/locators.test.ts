import { chatFieldOld, chatId } from '../../../../../nodes/shared/im/chat';
import { messageFieldOld, messageId, pagingFieldsOld } from '../../../../../nodes/shared/fields/common';
import { departmentFieldOld, departmentReference } from '../../../../../nodes/shared/contact/department';
import {
	FIND_ENDPOINT,
	referenceOf,
	memberFieldOld,
	resolveUser,
	userFieldOld,
	userId,
	userReceiver,
	userReference,
} from '../../../../../nodes/shared/contact/user';
import { userGroupFieldOld } from '../../../../../nodes/shared/contact/userGroup';
import { Params } from '../../../../../nodes/shared/operation/params';
import { rejectionOf, thrownBy } from '../../../../support/feishuCalls';
import { recordingClient } from '../../../../support/nodes/calls';
import { execution } from '../../../../support/nodes/execution';

const params = (parameters: object) =>
	new Params(execution({ parameters }), 0, [chatFieldOld(), messageFieldOld(), userFieldOld(), departmentFieldOld()]);

it.each([chatFieldOld, messageFieldOld, userFieldOld, departmentFieldOld, userGroupFieldOld])(
	'%p can be changed where it is used, and brings its list',
	(field) => {
		const changed = field({ displayName: 'Other', name: 'other' });
		expect(changed).toMatchObject({ displayName: 'Other', name: 'other', type: 'resourceLocator' });
		const listed = (field().modes ?? []).flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []);
		expect(Object.keys(field().searches ?? {})).toEqual(listed);
	},
);

it.each([
	['oc_1a-b', 'oc_1a-b'],
	['https://applink.feishu.cn/client/chat/open?openChatId=oc_1', 'oc_1'],
])('reads the chat in %s', (value, id) => {
	expect(chatId(params({ chat: { mode: 'id', value } }))).toBe(id);
	expect(thrownBy(() => chatId(params({ chat: 'om_1' })))).toMatchObject({ field: 'Chat' });
	expect(thrownBy(() => chatId(params({}))).message).toBe("The field 'Chat' is empty");
});

it('reads the message', () => {
	expect(messageId(params({ messageId: { mode: 'url', value: 'https://x.example.com/om_1?a' } }))).toBe('om_1');
	expect(thrownBy(() => messageId(params({ messageId: 'oc_1' }))).message).toContain('holds no message ID: oc_1');
});

it.each([
	['0', 'open_department_id'],
	['od-1', 'open_department_id'],
	['D001', 'department_id'],
])('the department %s is a %s', (id, type) => {
	expect(departmentReference(params({ department: { mode: 'id', value: id } }))).toEqual({ id, type });
	expect(thrownBy(() => departmentReference(params({}))).message).toBe("The field 'Department' is empty");
});

it('shows the limit only without Return All', () => {
	expect(pagingFieldsOld().map(({ name, displayOptions }) => [name, displayOptions])).toEqual([
		['returnAll', undefined],
		['limit', { show: { returnAll: [false] } }],
	]);
});

describe('people', () => {
	it.each([
		['list', 'ou_1', 'open_id'],
		['id', 'on_1', 'union_id'],
		['id', '7f3a', 'user_id'],
		['email', 'tom@example.com', 'email'],
		['id', 'tom@example.com', 'email'],
		['id', 'ou_tom@example.com', 'email'],
		['email', 'tom', 'email'],
	])('%s %s is a %s', (mode, value, type) => {
		expect(referenceOf(mode, value)).toEqual({ id: value, type });
		expect(userReference(params({ user: { mode, value } }))).toEqual({ id: value, type });
	});

	it('are taken as they are by ID, and looked up by address', async () => {
		const { feishu, calls } = recordingClient({
			[FIND_ENDPOINT]: { user_list: [{ email: 'a@example.com' }, { user_id: 'ou_9', email: 'a@example.com' }] },
		});
		await expect(userId(params({ user: 'on_1' }), feishu)).resolves.toEqual({ id: 'on_1', type: 'union_id' });
		expect(calls).toEqual([]);
		await expect(userId(params({ user: 'a@example.com' }), feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
		expect(calls).toEqual([
			{
				endpoint: FIND_ENDPOINT,
				query: { user_id_type: 'open_id' },
				body: { emails: ['a@example.com'] },
				idempotent: true,
			},
		]);
	});

	it('are looked up by mobile number, as receivers too; an address is one', async () => {
		const { feishu, calls } = recordingClient({ [FIND_ENDPOINT]: { user_list: [{ user_id: 'ou_9' }] } });
		const byMobile = params({ user: { mode: 'mobile', value: '+65 1234' } });
		await expect(userId(byMobile, feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
		await expect(userReceiver(byMobile, feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
		expect(calls.map(({ body }) => body)).toEqual([{ mobiles: ['+65 1234'] }, { mobiles: ['+65 1234'] }]);
		await expect(userReceiver(params({ user: 'a@example.com' }), feishu)).resolves.toEqual({
			id: 'a@example.com',
			type: 'email',
		});
		expect(calls).toHaveLength(2);
	});

	it('can not be looked up where no app writes', async () => {
		const error = await rejectionOf(userId(params({ user: 'a@example.com' }), undefined));
		expect(error).toMatchObject({
			name: 'InputError',
			message: "The field 'User' needs an open_id or a user_id: a@example.com",
		});
	});

	it('of a group are chosen by ID alone where no app could list them', () => {
		const { modes, searches, default: start } = memberFieldOld();
		expect([modes?.map(({ name }) => name), searches, start]).toEqual([['id'], undefined, { mode: 'id', value: '' }]);
	});

	it.each([{}, { user_list: [] }, { user_list: [{ email: 'a@example.com' }] }])(
		'are missed in words: %j',
		async (answer) => {
			const { feishu } = recordingClient({ [FIND_ENDPOINT]: answer });
			const error = await rejectionOf(resolveUser(feishu, { id: 'a@example.com', type: 'email' }, 'User'));
			expect(error).toMatchObject({
				name: 'InputError',
				field: 'User',
				message: 'Nobody has the e-mail address a@example.com',
				advice: expect.stringContaining('contact:user.id:readonly'),
			});
		},
	);
});

import { departmentField, optionalDepartmentField } from '../../../../../nodes/shared/contact/department';
import { memberField, optionalUserField, userField } from '../../../../../nodes/shared/contact/person';
import { FIND_ENDPOINT, PEOPLE_CALLS } from '../../../../../nodes/shared/contact/people';
import { resolveUser } from '../../../../../nodes/shared/contact/user';
import { userGroupField } from '../../../../../nodes/shared/contact/userGroup';
import { pagingFields } from '../../../../../nodes/shared/fields/common';
import { chatField, optionalChatField } from '../../../../../nodes/shared/im/chat';
import { messageField } from '../../../../../nodes/shared/im/message';
import { sendToField } from '../../../../../nodes/shared/im/receiver';
import { threadField } from '../../../../../nodes/shared/im/thread';
import type { Field } from '../../../../../nodes/shared/operation/field';
import { rejectionOf, thrownBy } from '../../../../support/feishuCalls';
import { recordingClient } from '../../../../support/nodes/calls';
import { panelOf } from '../../../../support/nodes/panel';

const [chat, message, user, department, thread] = [
	chatField(),
	messageField(),
	userField(),
	departmentField(),
	threadField(),
];

/** The searches that the field's modes name, and those that it brings. */
const searchesOf = ({ properties, methods }: Field) => [
	properties.flatMap(({ modes = [] }) => modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? [])),
	Object.keys(methods.listSearch ?? {}),
];

it.each([chatField, messageField, userField, departmentField])('%p can be changed where it is used', (field) => {
	const changed = field({ displayName: 'Other', name: 'other' });
	expect(changed).toMatchObject({ name: 'other', label: 'Other' });
	expect(changed.properties).toMatchObject([{ displayName: 'Other', name: 'other', type: 'resourceLocator' }]);
	expect(thrownBy(() => changed.read(panelOf({}))).message).toBe("The field 'Other' is empty");
});

it('leads who types what is no ID of a chat to the list, and to people', () => {
	const [validation] = chat.properties.flatMap(({ modes = [] }) => modes.flatMap((mode) => mode.validation ?? []));
	expect(validation).toMatchObject({
		properties: { errorMessage: 'Starts with oc_. From List has all groups by their names' },
	});
});

it.each([chat, message, user, department, userGroupField, memberField()])('$label brings its list', (field) => {
	const [named, brought] = searchesOf(field);
	expect(brought).toEqual(named);
});

it.each([
	['oc_1a-b', 'oc_1a-b'],
	['https://applink.feishu.cn/client/chat/open?openChatId=oc_1', 'oc_1'],
])('reads the chat in %s', (value, id) => {
	expect(chat.read(panelOf({ chat: { mode: 'id', value } }))).toBe(id);
	expect(optionalChatField().read(panelOf({ chat: { mode: 'id', value } }))).toBe(id);
});

it('refuses what is no chat', () => {
	expect(thrownBy(() => chat.read(panelOf({ chat: 'om_1' })))).toMatchObject({ field: 'Chat' });
	expect(thrownBy(() => optionalChatField().read(panelOf({ chat: 'om_1' })))).toMatchObject({ field: 'Chat' });
	expect(thrownBy(() => chat.read(panelOf({}))).message).toBe("The field 'Chat' is empty");
	expect(optionalChatField().read(panelOf({}))).toBeUndefined();
});

it('reads the message', () => {
	expect(message.read(panelOf({ messageId: { mode: 'url', value: 'https://x.example.com/om_1?a' } }))).toBe('om_1');
	expect(thrownBy(() => message.read(panelOf({ messageId: 'oc_1' }))).message).toContain('holds no message ID: oc_1');
});

it('reads the thread', () => {
	expect(thread.read(panelOf({ threadId: ' omt_1 ' }))).toBe('omt_1');
	expect(thrownBy(() => thread.read(panelOf({ threadId: 'om_1' }))).message).toContain('holds no thread ID: om_1');
	expect(thrownBy(() => thread.read(panelOf({}))).message).toBe("The field 'Thread ID' is empty");
});

it('reads the user group', () => {
	expect(userGroupField.read(panelOf({ userGroup: { mode: 'id', value: 'g1' } }))).toBe('g1');
});

it.each([
	['0', 'open_department_id'],
	['od-1', 'open_department_id'],
	['D001', 'department_id'],
])('the department %s is a %s', (id, type) => {
	expect(department.read(panelOf({ department: { mode: 'id', value: id } }))).toEqual({ id, type });
	expect(thrownBy(() => department.read(panelOf({}))).message).toBe("The field 'Department' is empty");
	expect(optionalDepartmentField().read(panelOf({}))).toBeUndefined();
});

describe('paging', () => {
	it('shows the limit only without Return All', () => {
		expect(pagingFields.properties.map(({ name, displayOptions }) => [name, displayOptions])).toEqual([
			['returnAll', undefined],
			['limit', { show: { returnAll: [false] } }],
		]);
	});

	it.each([
		[{}, 50],
		[{ returnAll: false, limit: '3' }, 3],
		[{ returnAll: true, limit: 0 }, Infinity],
	])('%j is a limit of %d', (parameters, limit) => {
		expect(pagingFields.read(panelOf(parameters))).toBe(limit);
	});

	it('takes no limit of 0', () => {
		expect(thrownBy(() => pagingFields.read(panelOf({ limit: 0 }))).message).toBe(
			"The field 'Limit' must be a number of 1 or more",
		);
	});
});

describe('where a message goes', () => {
	const receiver = sendToField('Where the message goes');

	it('is a chat unless a person is wanted, and one needs not the other', () => {
		expect(receiver.read(panelOf({ chat: 'oc_1', user: '' }))).toEqual({ to: 'chat', chatId: 'oc_1' });
		expect(receiver.read(panelOf({ sendTo: 'user', user: 'ou_1', chat: '' }))).toMatchObject({
			to: 'user',
			person: { reference: { id: 'ou_1', type: 'open_id' } },
		});
		expect(thrownBy(() => receiver.read(panelOf({ sendTo: 'user', chat: 'oc_1' }))).message).toBe(
			"The field 'User' is empty",
		);
	});

	it('brings the lists of both, and the call that looks people up', () => {
		expect(Object.keys(receiver.methods.listSearch ?? {}).sort()).toEqual(['searchChats', 'searchUsers']);
		expect(receiver.calls).toEqual(PEOPLE_CALLS);
	});
});

describe('people', () => {
	const personOf = (value: unknown) => user.read(panelOf({ user: value }));

	it.each([
		['list', 'ou_1', 'open_id'],
		['id', 'on_1', 'union_id'],
		['id', '7f3a', 'user_id'],
		['email', 'tom@example.com', 'email'],
		['id', 'tom@example.com', 'email'],
		['id', 'ou_tom@example.com', 'email'],
		['mobile', '13800138000', 'mobile'],
	])('%s %s is a %s', (mode, value, type) => {
		expect(personOf({ mode, value }).reference).toEqual({ id: value, type });
	});

	it('may be nobody where that is allowed', () => {
		expect(optionalUserField().read(panelOf({}))).toBeUndefined();
		expect(optionalUserField().read(panelOf({ user: 'on_1' }))?.reference.type).toBe('union_id');
	});

	it('are taken as they are by ID, and looked up by address', async () => {
		const { feishu, calls } = recordingClient({
			[FIND_ENDPOINT]: { user_list: [{ email: 'a@example.com' }, { user_id: 'ou_9', email: 'a@example.com' }] },
		});
		await expect(personOf('on_1').id(feishu)).resolves.toEqual({ id: 'on_1', type: 'union_id' });
		expect(calls).toEqual([]);
		await expect(personOf('a@example.com').id(feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
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
		const byMobile = personOf({ mode: 'mobile', value: '+65 1234' });
		await expect(byMobile.id(feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
		await expect(byMobile.receiver(feishu)).resolves.toEqual({ id: 'ou_9', type: 'open_id' });
		expect(calls.map(({ body }) => body)).toEqual([{ mobiles: ['+651234'] }, { mobiles: ['+651234'] }]);
		await expect(personOf('a@example.com').receiver(feishu)).resolves.toEqual({ id: 'a@example.com', type: 'email' });
		expect(calls).toHaveLength(2);
	});

	it('can not be looked up where no app writes', async () => {
		const error = await rejectionOf(personOf('a@example.com').id(undefined));
		expect(error).toMatchObject({
			name: 'InputError',
			message: "The field 'User' needs an open_id or a user_id: a@example.com",
		});
	});

	it('of a group are chosen by ID alone where no app could list them', () => {
		const member = memberField();
		const [property] = member.properties;
		expect([property?.modes?.map(({ name }) => name), property?.default]).toEqual([['id'], { mode: 'id', value: '' }]);
		expect(member.calls).toEqual([]);
		expect(member.read(panelOf({}))).toBeUndefined();
		expect(member.read(panelOf({ user: 'ou_1' }))?.reference).toEqual({ id: 'ou_1', type: 'open_id' });
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

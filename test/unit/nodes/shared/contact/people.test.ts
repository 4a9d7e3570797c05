import {
	checkPeople,
	peopleFieldOld,
	readOptionalPeople,
	readPeople,
	readPeopleTogether,
} from '../../../../../nodes/shared/contact/people';
import { FIND_ENDPOINT, userFieldOld } from '../../../../../nodes/shared/contact/user';
import { Params } from '../../../../../nodes/shared/operation/params';
import { rejectionOf, thrownBy } from '../../../../support/feishuCalls';
import { recordingClient, type Call } from '../../../../support/nodes/calls';
import { execution } from '../../../../support/nodes/execution';

interface Asked {
	emails: string[];
	mobiles: string[];
}

/** Knows everybody but those whose address or number begins with "no" or "+0". */
const directory = {
	[FIND_ENDPOINT]: ({ body, query }: Call) => {
		const { emails, mobiles } = body as unknown as Asked;
		const prefix = query?.user_id_type === 'union_id' ? 'on' : 'ou';
		return {
			user_list: [
				...emails.map((email) => ({
					email: email.toLowerCase(),
					user_id: email.startsWith('no') ? undefined : `${prefix}_${email.split('@')[0]?.toLowerCase()}`,
				})),
				...mobiles.map((mobile) => ({
					mobile,
					user_id: mobile.startsWith('+0') ? undefined : `${prefix}_${mobile.slice(-4)}`,
				})),
			],
		};
	},
};

const field = peopleFieldOld({ displayName: 'Members', name: 'members' });
const params = (members: object) => new Params(execution({ parameters: { members } }), 0, [field]);
const several = (list: unknown) => ({ several: [{ list }] });
const person = (...values: string[]) => ({
	person: values.map((value) => ({ user: { __rl: true, mode: 'list', value } })),
});

it('brings the list of people', () => {
	expect(JSON.stringify(field.options)).toContain('searchUsers');
});

it.each([
	[person('ou_1', 'ou_2'), ['ou_1', 'ou_2'], 'open_id'],
	[several('on_1, on_2\non_1'), ['on_1', 'on_2'], 'union_id'],
	[several(['7f3a', 'b2c4']), ['7f3a', 'b2c4'], 'user_id'],
	[{ ...person('ou_1'), ...several('ou_2；ou_1') }, ['ou_1', 'ou_2'], 'open_id'],
	[{ person: [{ user: 'ou_1' }] }, ['ou_1'], 'open_id'],
])('%j needs no call', async (members, ids, type) => {
	const { feishu, calls } = recordingClient(directory);
	expect(await readPeople(params(members), feishu, 'members')).toEqual({ ids, type });
	expect(calls).toEqual([]);
});

it('looks addresses and numbers up, as the kind that the IDs have, and keeps the order', async () => {
	const { feishu, calls } = recordingClient(directory);
	const members = { ...person('on_1', 'Tom@example.com'), ...several('+65 9123-4567, on_2, 13800138000') };
	expect(await readPeople(params(members), feishu, 'members')).toEqual({
		ids: ['on_1', 'on_tom', 'on_4567', 'on_2', 'on_8000'],
		type: 'union_id',
	});
	expect(calls).toEqual([
		{
			endpoint: FIND_ENDPOINT,
			query: { user_id_type: 'union_id' },
			body: { emails: ['Tom@example.com'], mobiles: ['+6591234567', '13800138000'] },
			idempotent: true,
		},
	]);
});

it('finds a number that is answered with its country code', async () => {
	const { feishu } = recordingClient({
		[FIND_ENDPOINT]: { user_list: [{ user_id: 'ou_1', mobile: '+8613800138000' }] },
	});
	expect(await readPeople(params(several('13800138000')), feishu, 'members')).toEqual({
		ids: ['ou_1'],
		type: 'open_id',
	});
});

it('takes one person found twice once', async () => {
	const { feishu } = recordingClient({
		[FIND_ENDPOINT]: {
			user_list: [
				{ user_id: 'ou_1', email: 'a@example.com' },
				{ user_id: 'ou_1', mobile: '13800138000' },
			],
		},
	});
	const members = several('a@example.com, 13800138000, ou_1');
	expect(await readPeople(params(members), feishu, 'members')).toEqual({ ids: ['ou_1'], type: 'open_id' });
});

it('asks for fifty of each at a time', async () => {
	const { feishu, calls } = recordingClient(directory);
	const emails = Array.from({ length: 101 }, (_, index) => `p${index}@example.com`);
	const { ids } = await readPeople(params(several([...emails, '13800138000'])), feishu, 'members');
	expect(ids).toHaveLength(102);
	expect(calls.map(({ body }) => (body as unknown as Asked).emails.length)).toEqual([50, 50, 1]);
	expect(calls.map(({ body }) => (body as unknown as Asked).mobiles.length)).toEqual([1, 0, 0]);
});

it('names everybody who was not found', async () => {
	const { feishu } = recordingClient(directory);
	const members = several('tom@example.com, nobody@example.com, +0123456');
	expect(await rejectionOf(readPeople(params(members), feishu, 'members'))).toMatchObject({
		name: 'InputError',
		field: 'Members',
		message: "The field 'Members' names people who were not found: nobody@example.com, +0123456",
		advice: expect.stringContaining('contact:user.id:readonly'),
	});
});

it.each([
	[{}, "The field 'Members' is empty"],
	[several(' , \n'), "The field 'Members' is empty"],
	[person('ou_1', ' '), "A row of 'Members' has no person"],
	[person('ou_1', 'on_1'), "The field 'Members' mixes kinds of IDs: open_id, union_id"],
	[
		{ ...person('ou_1'), ...several('7f3a, tom@example.com') },
		"The field 'Members' mixes kinds of IDs: open_id, user_id",
	],
])('refuses %j before any call', async (members, message) => {
	const { feishu, calls } = recordingClient(directory);
	const param = params(members);
	expect(thrownBy(() => checkPeople(param, 'members'))).toMatchObject({ field: 'Members', message });
	expect(await rejectionOf(readPeople(param, feishu, 'members'))).toMatchObject({ field: 'Members', message });
	expect(calls).toEqual([]);
});

it('may be left empty where the operation allows that', async () => {
	const { feishu, calls } = recordingClient(directory);
	expect(await readOptionalPeople(params({}), feishu, 'members')).toEqual({ ids: [], type: 'open_id' });
	expect(calls).toEqual([]);
	expect(checkPeople(params(person('ou_1', 'a@example.com')), 'members')).toBe(2);
});

describe('several fields for one request', () => {
	const owner = userFieldOld({ displayName: 'Owner', name: 'owner' });
	const both = (members: object, ownerValue: string) => {
		const parameters = { members, owner: { __rl: true, mode: 'id', value: ownerValue } };
		return new Params(execution({ parameters }), 0, [field, owner]);
	};

	it('get IDs of one kind, in one look-up', async () => {
		const { feishu, calls } = recordingClient(directory);
		const param = both(several('on_1, tom@example.com'), 'ann@example.com');
		expect(await readPeopleTogether(param, feishu, ['members', 'owner'])).toEqual({
			ids: { members: ['on_1', 'on_tom'], owner: ['on_ann'] },
			type: 'union_id',
		});
		expect(calls.map(({ body }) => body)).toEqual([{ emails: ['tom@example.com', 'ann@example.com'], mobiles: [] }]);
	});

	it('may be empty', async () => {
		const { feishu, calls } = recordingClient(directory);
		expect(await readPeopleTogether(both({}, ''), feishu, ['members', 'owner'])).toEqual({
			ids: { members: [], owner: [] },
			type: 'open_id',
		});
		expect(calls).toEqual([]);
	});

	it('are refused when the kinds differ, and each tells who is missing', async () => {
		const { feishu, calls } = recordingClient(directory);
		const mixed = readPeopleTogether(both(person('ou_1'), 'on_1'), feishu, ['members', 'owner']);
		expect((await rejectionOf(mixed)).message).toBe(
			"The fields 'Members' and 'Owner' mix kinds of IDs: open_id, union_id",
		);
		expect(calls).toEqual([]);
		const missing = readPeopleTogether(both(person('ou_1'), 'nobody@example.com'), feishu, ['members', 'owner']);
		expect(await rejectionOf(missing)).toMatchObject({
			field: 'Owner',
			message: "The field 'Owner' names people who were not found: nobody@example.com",
		});
	});
});

import { optionalUserField } from '../../../../../nodes/shared/contact/person';
import {
	alone,
	optionalPeopleField,
	peopleField,
	resolveTogether,
	SeveralPeople,
} from '../../../../../nodes/shared/contact/severalPeople';
import { FIND_ENDPOINT, PEOPLE_CALLS } from '../../../../../nodes/shared/contact/people';
import { rejectionOf, thrownBy } from '../../../../support/feishuCalls';
import { recordingClient, type Call } from '../../../../support/nodes/calls';
import { panelOf } from '../../../../support/nodes/panel';

interface Asked {
	emails?: string[];
	mobiles?: string[];
}

/** Knows everybody but those whose address or number begins with "no" or "+0". */
const directory = {
	[FIND_ENDPOINT]: ({ body, query }: Call) => {
		const { emails = [], mobiles = [] } = body as unknown as Asked;
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

const field = peopleField({ displayName: 'Members', name: 'members' });
const optional = optionalPeopleField({ displayName: 'Members', name: 'members' });
const peopleOf = (members: object) => field.read(panelOf({ members }));
const several = (list: unknown) => ({ several: [{ list }] });
const person = (...values: string[]) => ({
	person: values.map((value) => ({ user: { __rl: true, mode: 'list', value } })),
});

it('brings the list of people', () => {
	expect(JSON.stringify(field.properties)).toContain('searchUsers');
	expect(Object.keys(field.methods.listSearch ?? {})).toEqual(['searchUsers']);
	expect(field.calls).toEqual(PEOPLE_CALLS);
});

it.each([
	[person('ou_1', 'ou_2'), ['ou_1', 'ou_2'], 'open_id'],
	[several('on_1, on_2\non_1'), ['on_1', 'on_2'], 'union_id'],
	[several(['7f3a', 'b2c4']), ['7f3a', 'b2c4'], 'user_id'],
	[{ ...person('ou_1'), ...several('ou_2；ou_1') }, ['ou_1', 'ou_2'], 'open_id'],
	[{ person: [{ user: 'ou_1' }] }, ['ou_1'], 'open_id'],
])('%j needs no call', async (members, ids, type) => {
	const { feishu, calls } = recordingClient(directory);
	expect(await peopleOf(members).resolve(feishu)).toEqual({ ids, type });
	expect(calls).toEqual([]);
});

it('looks addresses and numbers up, as the kind that the IDs have, and keeps the order', async () => {
	const { feishu, calls } = recordingClient(directory);
	const members = { ...person('on_1', 'Tom@example.com'), ...several('+65 9123-4567, on_2, 13800138000') };
	expect(await peopleOf(members).resolve(feishu)).toEqual({
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
	expect(await peopleOf(several('13800138000')).resolve(feishu)).toEqual({
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
	expect(await peopleOf(members).resolve(feishu)).toEqual({ ids: ['ou_1'], type: 'open_id' });
});

it('asks for fifty of each at a time', async () => {
	const { feishu, calls } = recordingClient(directory);
	const emails = Array.from({ length: 101 }, (_, index) => `p${index}@example.com`);
	const { ids } = await peopleOf(several([...emails, '13800138000'])).resolve(feishu);
	expect(ids).toHaveLength(102);
	expect(calls.map(({ body }) => (body as unknown as Asked).emails?.length)).toEqual([50, 50, 1]);
	expect(calls.map(({ body }) => (body as unknown as Asked).mobiles?.length)).toEqual([1, undefined, undefined]);
});

it('names everybody who was not found', async () => {
	const { feishu } = recordingClient(directory);
	const members = several('tom@example.com, nobody@example.com, +0123456');
	expect(await rejectionOf(peopleOf(members).resolve(feishu))).toMatchObject({
		name: 'InputError',
		field: 'Members',
		message: "The field 'Members' names people who were not found: nobody@example.com, +0123456",
		advice: expect.stringContaining('contact:user.id:readonly'),
	});
});

it.each([
	[{}, "The field 'Members' is empty"],
	[several(' , \n'), "The field 'Members' is empty"],
	[person('ou_1', ' '), "The field 'Members' has a row without a person"],
	[person('ou_1', 'on_1'), "The field 'Members' mixes kinds of IDs: ou_1 (open_id), on_1 (union_id)"],
	[
		{ ...person('ou_1'), ...several('7f3a, tom@example.com') },
		"The field 'Members' mixes kinds of IDs: ou_1 (open_id), 7f3a (user_id)",
	],
	[several('7f3a, 张三'), "The field 'Members' mixes kinds of IDs: 7f3a (user_id), 张三 (open_id)"],
])('refuses %j before any call', (members, message) => {
	expect(thrownBy(() => peopleOf(members))).toMatchObject({ field: 'Members', message });
});

it('may be left empty where the operation allows that', async () => {
	const { feishu, calls } = recordingClient(directory);
	expect(await optional.read(panelOf({})).resolve(feishu)).toEqual({ ids: [], type: 'open_id' });
	expect(calls).toEqual([]);
	expect(peopleOf(person('ou_1', 'a@example.com')).count).toBe(2);
});

it('may mix kinds of IDs where each person is compared by all of theirs', async () => {
	const { feishu, calls } = recordingClient(directory);
	const people = new SeveralPeople(['on_1', '7f3a', 'tom@example.com'], 'Members');
	expect(await people.resolveOfAnyKind(feishu)).toEqual(['on_1', '7f3a', 'ou_tom']);
	expect((await rejectionOf(people.resolve(feishu))).message).toContain(
		'mixes kinds of IDs: on_1 (union_id), 7f3a (user_id)',
	);
	expect(calls.map(({ query }) => query)).toEqual([{ user_id_type: 'open_id' }]);
});

describe('several fields for one request', () => {
	const ownerField = optionalUserField({ displayName: 'Owner', name: 'owner' });
	const both = (value: object, ownerValue: string) => {
		const panel = panelOf({ members: value, owner: { __rl: true, mode: 'id', value: ownerValue } });
		return { members: optional.read(panel), owner: alone(ownerField.read(panel), ownerField.label) };
	};

	it('get IDs of one kind, in one look-up', async () => {
		const { feishu, calls } = recordingClient(directory);
		const people = both(several('on_1, tom@example.com'), 'ann@example.com');
		expect(await resolveTogether(feishu, people)).toEqual({
			ids: { members: ['on_1', 'on_tom'], owner: ['on_ann'] },
			type: 'union_id',
		});
		expect(calls.map(({ body }) => body)).toEqual([{ emails: ['tom@example.com', 'ann@example.com'] }]);
	});

	it('may be empty', async () => {
		const { feishu, calls } = recordingClient(directory);
		expect(await resolveTogether(feishu, both({}, ''))).toEqual({ ids: { members: [], owner: [] }, type: 'open_id' });
		expect(calls).toEqual([]);
	});

	it('are refused when the kinds differ, and each tells who is missing', async () => {
		const { feishu, calls } = recordingClient(directory);
		const mixed = resolveTogether(feishu, both(person('ou_1'), 'on_1'));
		expect((await rejectionOf(mixed)).message).toBe(
			"The field 'Members' together with 'Owner' mixes kinds of IDs: ou_1 (open_id), on_1 (union_id)",
		);
		expect(calls).toEqual([]);
		const missing = resolveTogether(feishu, both(person('ou_1'), 'nobody@example.com'));
		expect(await rejectionOf(missing)).toMatchObject({
			field: 'Owner',
			message: "The field 'Owner' names people who were not found: nobody@example.com",
		});
	});
});

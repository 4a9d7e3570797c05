/** An app on its first day: what the README's five minutes give it works, and what they do not says what is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';

import { DEMO_APP } from '../../../demo/demoApp';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { Feishu } from '../../../nodes/Feishu/Feishu.node';
import { FeishuContact } from '../../../nodes/FeishuContact/FeishuContact.node';
import type { Grants } from '../../../simulator/state/apps';
import { README_SCOPES, youngApp } from '../../../simulator/state/youngApp';
import { byEmail, byId, listContext, usePlatform } from '../../support/engine';
import { caseOf, CASES, parametersOf } from '../../support/engine/cases';
import { OPERATIONS } from '../../support/engine/execute';

const ROOT = join(__dirname, '../../..');

const platform = usePlatform({ settings: {} });

const grant = (grants: Partial<Grants>) => {
	for (const app of platform.store.apps.values()) Object.assign(app, grants);
};

beforeEach(() => {
	listWalks.forgetAll();
	grant(youngApp(platform.store.contact));
});

/** Reading and replying, files, writing to people, looking them up, and what comes with it. */
const WORKS = [
	'app:checkSetup',
	'bot:getInfo',
	'callback:respond',
	'card:delayedUpdate',
	'card:deleteEphemeral',
	'card:sendEphemeral',
	'card:update',
	'chat:get',
	'chat:getAll',
	'chat:getShareLink',
	'chat:isMember',
	'chat:search',
	'department:search',
	'driveFile:getViewRecords',
	'event:parse',
	'media:downloadAttachment',
	'media:downloadFile',
	'media:downloadImage',
	'media:uploadFile',
	'media:uploadImage',
	'member:getAll',
	'menu:getAll',
	'message:edit',
	'message:forward',
	'message:forwardThread',
	'message:get',
	'message:getAll',
	'message:getReadUsers',
	'message:mergeForward',
	'message:parse',
	'message:pushFollowUp',
	'message:recall',
	'message:reply',
	'message:search',
	'message:send',
	'message:sendAndWait',
	'moderation:get',
	'pin:add',
	'pin:delete',
	'pin:getAll',
	'reaction:add',
	'reaction:delete',
	'reaction:getAll',
	'tab:getAll',
	'user:find',
	'user:get',
	'user:getByIds',
	'user:search',
];

/** These take a contact range of all staff, which the console does not set by itself. */
const WANTS_RANGE = ['department:get', 'department:getAll', 'department:getParents', 'user:getByDepartment'];

/** What persons alone may do, no app is granted. */
const OF_PERSONS = OPERATIONS.filter(({ identity }) => identity === 'user').map(
	({ resource, operation }) => `${resource}:${operation}`,
);

const KEYS = Object.keys(CASES).filter((key) => !OF_PERSONS.includes(key));
const run = async (key: string) =>
	await platform.run({ parameters: parametersOf(key, platform), items: caseOf(key).items });

test.each(KEYS.filter((key) => WORKS.includes(key)))('%s works', async (key) => {
	const { error } = await run(key);
	expect(error?.description ?? '').toBe('');
	expect(error).toBeUndefined();
});

test.each(WANTS_RANGE)('%s says that the contact range is too small, and what works', async (key) => {
	const { error } = await run(key);
	expect(error?.message).toBe('The app may not see this department');
	expect(error?.description).toContain('contact range');
	expect(error?.description).toContain('Search');
});

test.each(KEYS.filter((key) => ![...WORKS, ...WANTS_RANGE].includes(key)))(
	'%s names the missing scope',
	async (key) => {
		const { error } = await run(key);
		const named = /the scope ([\w:.]+\w)/.exec(`${error?.message} ${error?.description}`)?.[1];
		expect(named).toBeDefined();
		expect(README_SCOPES).not.toContain(named);
	},
);

test.each(['message:get', 'message:getAll', 'message:search'])(
	'%s names the scope for the messages of groups, which the endpoint itself asks for',
	async (key) => {
		grant({ scopes: README_SCOPES.filter((scope) => scope !== 'im:message.group_msg') });
		const { error } = await run(key);
		expect(error?.message).toBe('The app lacks the scope im:message.group_msg');
		expect(error?.description).toContain('Add it here: ');
	},
);

describe('people', () => {
	const [known, stranger] = [0, 5].map((index) => () => platform.users[index]);
	const send = (to: object) =>
		platform.run({ parameters: { resource: 'message', operation: 'send', sendTo: 'user', text: 'Hi', ...to } });
	const get = (user: unknown) =>
		platform.run({ parameters: { resource: 'user', operation: 'get', user, simple: false } as never });

	test('come with the fields that the scopes are for, and without the others', async () => {
		const { error, items } = await get(byEmail(known?.()?.email ?? ''));
		expect(error).toBeUndefined();
		expect(Object.keys(items[0]?.json ?? {})).toEqual(expect.arrayContaining(['open_id', 'union_id', 'name', 'email']));
		for (const key of ['user_id', 'mobile', 'department_ids', 'job_title', 'status'])
			expect(items[0]?.json).not.toHaveProperty(key);
	});

	test('come with their IDs alone to an app that has no other scope', async () => {
		grant({ scopes: ['contact:contact.base:readonly'] });
		for (const simple of [true, false]) {
			const user = byId(known?.()?.open_id ?? '');
			const { error, items } = await platform.run({ parameters: { resource: 'user', operation: 'get', user, simple } });
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ open_id: known?.()?.open_id });
			expect(items[0]?.json).not.toHaveProperty('name');
		}
		const found = await list('searchUsers');
		expect(found.map(({ name }) => name)).toEqual(
			found.map(({ value }) => `${value} (its name needs the scope contact:user.base:readonly)`),
		);
	});

	test('outside the range are told apart from people who do not exist', async () => {
		const { error } = await get(byId(stranger?.()?.open_id ?? ''));
		expect(error?.message).toBe('The app may not see this person');
		expect(error?.description).toContain('contact range');
	});

	test('are written to, also by an address', async () => {
		for (const to of [{ user: byId(known?.()?.open_id ?? '') }, { user: byEmail(known?.()?.email ?? '') }])
			expect((await send(to)).error).toBeUndefined();
	});
});

const list = async (method: string, filter?: string) => {
	const searches = { ...new Feishu().methods.listSearch, ...new FeishuContact().methods.listSearch };
	const results = [];
	let token: string | undefined;
	do {
		const page = await searches[method]?.call(listContext('feishu', platform.credential), filter, token);
		results.push(...(page?.results ?? []));
		token = page?.paginationToken;
	} while (token);
	return results;
};

describe('lists', () => {
	const inRange = () => youngApp(platform.store.contact).contact_range;

	test('of people hold those in the range', async () => {
		expect((await list('searchUsers')).map(({ value }) => value)).toEqual(inRange()?.users);
	});

	test('of departments hold those in the range', async () => {
		expect((await list('searchDepartments')).map(({ value }) => value)).toEqual(['0']);
		const [department] = platform.store.departments.values();
		listWalks.forgetAll();
		grant({ contact_range: { users: [], departments: [department?.open_department_id ?? ''], groups: [] } });
		const found = await list('searchDepartments');
		expect(found[1]).toEqual({ name: department?.name, value: department?.open_department_id });
		expect((await list('searchUsers')).length).toBeGreaterThan(0);
	});
});

/** The operations of the examples, all of which are in the demo. */
const SHOWN = readdirSync(join(ROOT, 'examples')).flatMap((file) => {
	const { nodes } = JSON.parse(readFileSync(join(ROOT, 'examples', file), 'utf8')) as { nodes: INode[] };
	return nodes.map(({ parameters: { resource, operation } }) => `${String(resource)}:${String(operation)}`);
});

test.each(KEYS.filter((key) => SHOWN.includes(key)))('%s works with the app of the demo', async (key) => {
	grant({ ...youngApp(platform.store.contact), ...DEMO_APP });
	expect((await run(key)).error).toBeUndefined();
});

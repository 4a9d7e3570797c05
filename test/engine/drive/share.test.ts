/** What a node makes is shared in the same step, and stays made where that is refused. */
import type { INodeParameters } from 'n8n-workflow';

import { SHARED_SHAPE, share } from '../../../nodes/shared/drive/share';
import { shareField, shareFolderField } from '../../../nodes/shared/drive/shareField';
import { defineOperation } from '../../../nodes/shared/operation/operation';
import { outputOf } from '../../../nodes/shared/operation/output';
import { byEmail, byId, only, usePlatform } from '../../support/engine';
import { nodeOf } from '../../support/engine/drive';
import { signedIn } from '../../support/engine/people';

const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a base',
	description: 'Make a base',
	endpoint: 'POST /open-apis/bitable/v1/apps',
	scopes: ['base:app:create'],
	fields: [shareField],
	output: outputOf({ app_token: 'string', ...SHARED_SHAPE }),
	async run({ read, feishu, context }) {
		const sharing = await read(shareField).resolve(feishu);
		const { app } = await feishu.call<{ app: { app_token: string } }>(this.endpoint, { body: { name: 'Made' } });
		const { app_token } = app;
		return { app_token, ...(await share({ feishu, context }, { token: app_token, type: 'bitable' }, sharing)) };
	},
});

const createFolder = defineOperation({
	value: 'createFolder',
	name: 'Create Folder',
	action: 'Create a folder',
	description: 'Make a folder',
	endpoint: 'POST /open-apis/drive/v1/files/create_folder',
	fields: [shareFolderField],
	async run({ read, feishu, context }) {
		const sharing = await read(shareFolderField).resolve(feishu);
		const body = { name: 'Made', folder_token: '' };
		const { token, url } = await feishu.call<{ token: string; url: string }>(this.endpoint, { body });
		return { url, ...(await share({ feishu, context }, { token, type: 'folder' }, sharing)) };
	},
});

const node = nodeOf([create, createFolder]);
const platform = usePlatform();

const run = async (shareWith: INodeParameters, onError?: 'continueErrorOutput') =>
	await platform.run({ node, parameters: { resource: 'drive', operation: 'create', shareWith }, onError });

const MADE = 'POST /open-apis/bitable/v1/apps';
/** `METHOD` and the last part of each path. */
const called = () => platform.routes.map((route) => route.replace(/ .*\//, ' '));
const baseOf = (token: unknown) => platform.store.bases.all.get(String(token));
const users = () => platform.users.filter(({ email, mobile }) => email && mobile);

test('without anybody it is made, and nothing else', async () => {
	const { items, error } = await run({});
	expect(error).toBeUndefined();
	expect(only(items).json).toEqual({ app_token: expect.any(String) });
	expect(platform.routes).toEqual([MADE]);
});

test('with people by ID, e-mail and mobile number, with a chat, and with whoever has the link', async () => {
	const [one, two, three] = users();
	const { items, error } = await run({
		person: [{ person: byId(one?.open_id ?? ''), permission: 'full_access' }, { person: byEmail(two?.email ?? '') }],
		several: [{ list: `${three?.mobile ?? ''}`, permission: 'view' }],
		chat: [{ chat: byId(platform.chat.chat_id), permission: 'view' }],
		link: [{ permission: 'edit' }],
	});
	expect(error).toBeUndefined();
	const { app_token, ...shared } = only(items).json;
	expect(shared).toEqual({
		shared_with: [
			{ member_type: 'openid', member_id: one?.open_id, perm: 'full_access' },
			{ member_type: 'email', member_id: two?.email, perm: 'edit' },
			{ member_type: 'openid', member_id: three?.open_id, perm: 'view' },
			{ member_type: 'openchat', member_id: platform.chat.chat_id, perm: 'view' },
			{ member_type: 'tenant_link', member_id: '', perm: 'edit' },
		],
	});
	const members = baseOf(app_token)?.members.map(({ member_id, perm }) => [member_id, perm]);
	expect(members).toEqual([
		[one?.open_id, 'full_access'],
		[two?.open_id, 'edit'],
		[three?.open_id, 'view'],
		[platform.chat.chat_id, 'view'],
	]);
	expect(platform.store.bases.publicly.get(String(app_token))?.link_share_entity).toBe('tenant_editable');
	// The number is looked up before anything is made.
	expect(called()).toEqual(['POST batch_get_id', 'POST apps', ...Array(4).fill('POST members'), 'PATCH public']);
	expect(platform.calls.every(({ query }) => !query.includes('need_notification'))).toBe(true);
});

test.each([true, false])(
	'Feishu tells them where a person shares (%s), and never in the name of an app',
	async (isPerson) => {
		const scope = 'offline_access base:app:create docs:permission.member:create';
		const credential = isPerson ? (await signedIn(platform, scope)).credential : platform.credential;
		platform.reset();
		const shareWith = { person: [{ person: byId(users()[0]?.open_id ?? ''), notify: true }] };
		const parameters = { resource: 'drive', operation: 'create', shareWith };
		const { error } = await platform.run({ node, parameters, credential });
		expect(error).toBeUndefined();
		expect(platform.calls.at(-1)?.query).toBe(isPerson ? 'type=bitable&need_notification=true' : 'type=bitable');
	},
);

test('a folder is shared with people and chats; its link is not offered', async () => {
	const shareWith = { chat: [{ chat: byId(platform.chat.chat_id), permission: 'view' }] };
	const { items } = await platform.run({
		node,
		parameters: { resource: 'drive', operation: 'createFolder', shareWith },
	});
	const { json } = only(items);
	expect(json.shared_with).toEqual([{ member_type: 'openchat', member_id: platform.chat.chat_id, perm: 'view' }]);
	expect(platform.calls.at(-1)?.query).toBe('type=folder');
	const groups = [shareField, shareFolderField].map(({ properties: [field] }) => field?.options?.length);
	expect(groups).toEqual([4, 3]);
});

test('who is named twice gets what the later row says', async () => {
	const [one] = users();
	const { items } = await run({
		person: [{ person: byId(one?.open_id ?? ''), permission: 'view' }],
		several: [{ list: one?.open_id ?? '', permission: 'edit' }],
	});
	expect(only(items).json.shared_with).toEqual([expect.objectContaining({ perm: 'edit' })]);
});

test('one who is refused keeps nobody else from it, and the item says whom and why', async () => {
	const [one] = users();
	const { items, errorItems, error } = await run(
		{
			several: [{ list: `nobody@example.com, ${one?.email ?? ''}`, permission: 'edit' }],
			chat: [{ chat: byId(platform.strangeChat.chat_id), permission: 'view' }],
		},
		'continueErrorOutput',
	);
	expect([error, errorItems]).toEqual([undefined, []]);
	const { json } = only(items);
	expect(json.shared_with).toEqual([{ member_type: 'email', member_id: one?.email, perm: 'edit' }]);
	expect(json.sharing_errors).toEqual([
		{
			member_type: 'email',
			member_id: 'nobody@example.com',
			perm: 'edit',
			error: 'Feishu does not know somebody with whom it is to be shared, or cannot share it so',
			details: expect.objectContaining({ code: 1063001, advice: expect.stringContaining('e-mail address') }),
		},
		{
			member_type: 'openchat',
			member_id: platform.strangeChat.chat_id,
			perm: 'view',
			error: 'Feishu does not allow to share it so',
			details: expect.objectContaining({ code: 1063003 }),
		},
	]);
	expect(baseOf(json.app_token)).toBeDefined();
});

test('a scope that is missing for sharing alone is named, and the base is there', async () => {
	for (const app of platform.store.apps.values()) app.scopes = ['base:app:create'];
	const { items, error } = await run({ person: [{ person: byId(users()[0]?.open_id ?? '') }], link: [{}] });
	expect(error).toBeUndefined();
	const { shared_with, sharing_errors } = only(items).json;
	expect(shared_with).toEqual([]);
	expect(sharing_errors).toEqual([
		expect.objectContaining({ error: 'The app lacks the scope docs:permission.member:create' }),
		expect.objectContaining({ error: 'The app lacks the scope docs:permission.setting:write_only' }),
	]);
});

test('a lost answer of sharing is asked for again, that of making it is not', async () => {
	const path = '/open-apis/drive/v1/permissions/:token/members';
	platform.simulator.faults.add({ path, times: 1, action: { type: 'dropAfter' } });
	const { items } = await run({ person: [{ person: byId(users()[0]?.open_id ?? '') }] });
	expect(only(items).json.sharing_errors).toBeUndefined();
	expect(called()).toEqual(['POST apps', 'POST members', 'POST members']);
});

test.each<[string, INodeParameters, RegExp]>([
	['a row without a person', { person: [{ person: byId('') }] }, /^The field 'Share With' has a row without a person$/],
	['a row without people', { several: [{ list: ' ' }] }, /^The field 'Share With' has a row without people$/],
	[
		'a row without a chat',
		{ chat: [{ chat: byId("={{ '' }}") }] },
		/^The field 'Share With' has a row without a chat$/,
	],
	['a chat that is none', { chat: [{ chat: byId("={{ 'ou_1' }}") }] }, /Share With → Chat 1 → Chat' holds no chat ID/],
	[
		'a chat among the people',
		{ several: [{ list: 'oc_1' }] },
		/^The field 'Share With → Several People 1 → Emails, Names or IDs'/,
	],
	['a permission that is none', { link: [{ permission: "={{ 'full_access' }}" }] }, /can't be 'full_access'$/],
])('%s is refused before any call', async (_what, shareWith, message) => {
	const { error } = await run(shareWith);
	expect(error?.message).toMatch(message);
	expect(platform.simulator.requests).toEqual([]);
});

test('a mobile number that nobody has is refused before anything is made', async () => {
	const { error } = await run({ several: [{ list: '+4915100000000' }] });
	expect(error?.message).toBe("The field 'Share With' names people who were not found: +4915100000000");
	expect(called()).toEqual(['POST batch_get_id']);
});

/** Who may open what. */
import type { INodeParameters } from 'n8n-workflow';

import { makeDocument } from '../../../simulator/drive/make';
import { byId, only, usePlatform } from '../../support/engine';
import { ownFolder } from '../../support/engine/driveFiles';
import { bot } from '../../support/engine/ownBase';
import { person } from '../../support/engine/ownChat';
import { itemOf } from '../../../simulator/state/documents';
import { ownPage, ownSpace } from '../../support/engine/wikis';

const platform = usePlatform();

async function run(operation: string, more: INodeParameters) {
	const made = await platform.run({ parameters: { resource: 'permission', operation, ...more } });
	if (made.error) throw made.error;
	return made;
}

function own() {
	const { token } = makeDocument(platform.store, 'docx', { title: 'Plan', owner: bot(platform) });
	return { token, document: { document: byId(token), documentKind: 'docx' } };
}

/** What people may do with something, by who they are. */
const members = (token: string) =>
	Object.fromEntries((itemOf(platform.store, token)?.members ?? []).map(({ member_id, perm }) => [member_id, perm]));
const chat = () => platform.chat.chat_id;
const group = () => ({ groups: { chat: [{ chat: byId(chat()) }] } });

test('people and groups are added, changed and taken away again', async () => {
	const { token, document } = own();
	const whom = { ...document, people: person(platform.user.open_id), ...group() };
	const added = only((await run('add', { ...whom, permission: 'view' })).items).json;
	expect(added.added).toMatchObject([
		{ member_type: 'openid', member_id: platform.user.open_id, perm: 'view', type: 'user' },
		{ member_type: 'openchat', member_id: chat(), perm: 'view', type: 'chat' },
	]);
	await run('update', { ...whom, permission: 'edit' });
	expect(members(token)).toEqual({ [platform.user.open_id]: 'edit', [chat()]: 'edit' });
	const listed = (await run('getAll', document)).items.map(({ json }) => json.perm);
	expect(listed).toEqual(expect.arrayContaining(['edit', 'edit']));
	await run('remove', { ...document, ...group() });
	expect(members(token)).toEqual({ [platform.user.open_id]: 'edit' });
});

test('where one is refused, the error says how far it came', async () => {
	const { document } = own();
	platform.simulator.faults.add({
		path: '/open-apis/drive/v1/permissions/*',
		skip: 1,
		times: 1,
		action: { type: 'code', http: 400, code: 1063003, msg: 'Invalid operation' },
	});
	const { error } = await platform.run({
		parameters: {
			resource: 'permission',
			operation: 'add',
			...document,
			people: person(platform.user.open_id),
			...group(),
		},
	});
	expect(error?.description).toContain(`It is about ${chat()}; 1 of 2 was added before.`);
});

test('a folder is shared; a page of a wiki by its own token', async () => {
	const folder = ownFolder(platform);
	await run('add', { document: byId(folder), documentKind: 'folder', people: person(platform.user.open_id) });
	expect(members(folder)).toEqual({ [platform.user.open_id]: 'view' });
	const page = ownPage(platform, ownSpace(platform));
	const where = { __rl: true, mode: 'url', value: `https://example.feishu.cn/wiki/${page.node_token}` };
	const { json } = only((await run('add', { document: where, people: person(platform.user.open_id) })).items);
	expect(json).toMatchObject({ token: page.node_token, type: 'wiki' });
});

test('Check asks about each action', async () => {
	const { document } = own();
	const { json } = only((await run('check', { ...document, accessActions: ['edit', 'manage_public'] })).items);
	expect(json).toMatchObject({ edit: true, manage_public: true });
	expect(json).not.toHaveProperty('view');
});

test('ownership goes to a person, and the app may still read, or nothing', async () => {
	const first = own();
	await run('transferOwner', {
		...first.document,
		newOwner: byId(platform.user.open_id),
		options: { oldOwner: 'view' },
	});
	expect(itemOf(platform.store, first.token)?.owner).toBe(platform.user.open_id);
	expect(members(first.token)).toEqual({ [bot(platform)]: 'view' });
	const second = own();
	await run('transferOwner', {
		...second.document,
		newOwner: byId(platform.user.open_id),
		options: { oldOwner: 'none' },
	});
	expect(members(second.token)).toEqual({});
});

test('settings change by those that were added; what the organization leaves as it was is told', async () => {
	const { document } = own();
	const changed = await run('updateSettings', {
		...document,
		accessSettings: { link_share_entity: 'tenant_readable', comment_entity: 'anyone_can_edit' },
	});
	expect(only(changed.items).json).toMatchObject({ link_share_entity: 'tenant_readable' });
	expect(changed.hints).toEqual([]);
	const now = only((await run('getSettings', document)).items).json;
	expect(now).toMatchObject({ comment_entity: 'anyone_can_edit', copy_entity: 'anyone_can_view' });
	const open = await run('updateSettings', { ...document, accessSettings: { link_share_entity: 'anyone_readable' } });
	expect(JSON.stringify(open.hints)).toContain('link_share_entity');
});

test('an open link gets a password, another one, and none', async () => {
	const { token, document } = own();
	await run('updateSettings', {
		...document,
		accessSettings: { external_access_entity: 'open', link_share_entity: 'anyone_readable' },
	});
	const first = only((await run('setPassword', document)).items).json.password;
	const second = only((await run('refreshPassword', document)).items).json.password;
	expect([first, second].map((one) => typeof one)).toEqual(['string', 'string']);
	expect(second).not.toBe(first);
	await run('removePassword', document);
	expect(platform.store.drive.passwords.has(token)).toBe(false);
});

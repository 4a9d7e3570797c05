import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf, ownGroup } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

const paragraph = (text: string) => ({
	type: 'paragraph',
	paragraph: { elements: [{ type: 'textRun', textRun: { text, style: {} } }], style: {} },
});
const request = (type: string, part: string, value: object) => JSON.stringify({ requestType: type, [part]: value });
const insert = (text: string, location: object | string = { zoneId: '0', endOfZone: true }) =>
	request('InsertBlocksRequestType', 'insertBlocksRequest', {
		payload: JSON.stringify({ blocks: [paragraph(text)] }),
		location,
	});
const title = (text: string) =>
	request('UpdateTitleRequestType', 'updateTitleRequest', {
		payload: JSON.stringify({ elements: [{ type: 'textRun', textRun: { text, style: {} } }] }),
	});

describe('the announcement of a group, of the older kind', () => {
	let fixture: Fixture;
	let client: Client;
	let chatId: string;
	beforeEach(async () => {
		fixture = await startFixture({ settings: { announcements: 'doc' } });
		client = sdkClient(fixture.simulator);
		chatId = await ownGroup(client);
	});
	afterEach(() => fixture.simulator.close());

	const get = async (id = chatId) => (await client.im.v1.chatAnnouncement.get({ path: { chat_id: id } })).data;
	const patch = (revision: string, requests: string[], id = chatId) =>
		client.im.v1.chatAnnouncement.patch({ path: { chat_id: id }, data: { revision, requests } });
	const texts = async () => {
		const content = JSON.parse((await get())?.content ?? '') as {
			title: { elements: Array<{ textRun: { text: string } }> };
			body: { blocks: ReturnType<typeof paragraph>[] };
		};
		return [
			content.title.elements[0]?.textRun.text,
			...content.body.blocks.map((block) => block.paragraph.elements[0]?.textRun.text),
		];
	};

	it('is empty at first and belongs to the owner of the group', async () => {
		expect(await get()).toMatchObject({
			content: '{"title":{"elements":[]},"body":{"blocks":[]}}',
			revision: '0',
			create_time: expect.stringMatching(/^\d{10}$/),
			owner_id_type: 'app_id',
			owner_id: fixture.simulator.appId,
		});
		expect(await get(fixture.chatId)).toMatchObject({
			owner_id_type: 'open_id',
			owner_id: fixture.members[0],
			modifier_id: fixture.members[0],
		});
	});

	it('is edited request by request, one revision a call', async () => {
		expect((await patch('0', [title('Rules'), insert('two'), insert('three')])).code).toBe(0);
		await patch('1', [insert('one', { zoneId: '0', startOfZone: true })]);
		expect(await texts()).toEqual(['Rules', 'one', 'two', 'three']);
		// The title takes the indexes 0 to 5, "one" 6 to 9.
		await patch('2', [insert('one and a half', JSON.stringify({ zoneId: '0', index: 10 }))]);
		expect(await texts()).toEqual(['Rules', 'one', 'one and a half', 'two', 'three']);
		const range = { zoneId: '0', startIndex: 6, endIndex: 9 };
		await patch('3', [
			request('DeleteContentRangeRequestType', 'deleteContentRangeRequest', { deleteRange: range }),
			request('ReplaceAllTextRequestType', 'replaceAllTextRequest', { queryText: 'three', replaceText: '"3"' }),
		]);
		expect(await texts()).toEqual(['Rules', 'one and a half', 'two', '"3"']);
		expect(await get()).toMatchObject({
			revision: '4',
			modifier_id_type: 'app_id',
			modifier_id: fixture.simulator.appId,
		});
	});

	it('takes an edit of an older revision up to a hundred back, none of a newer one', async () => {
		for (let revision = 0; revision < 101; revision += 1) await patch(String(revision), [insert('x')]);
		expect(await codeOf(patch('102', [insert('x')]))).toBe(232018);
		expect(await codeOf(patch('0', [insert('x')]))).toBe(232018);
		expect(await codeOf(patch('1', [insert('x')]))).toBe(0);
	});

	it.each([
		['no request', '0', [], 232001],
		['a revision that is no number', 'newest', [insert('x')], 232001],
		['a request that is not JSON', '0', ['{'], 232018],
		['an unknown request', '0', [request('DanceRequestType', 'danceRequest', {})], 232018],
		[
			'a payload without blocks',
			'0',
			[request('InsertBlocksRequestType', 'insertBlocksRequest', { payload: '{}' })],
			232018,
		],
		['no place', '0', [insert('x', {})], 232018],
		['no query', '0', [request('ReplaceAllTextRequestType', 'replaceAllTextRequest', { replaceText: 'x' })], 232018],
		[
			'no range',
			'0',
			[request('DeleteContentRangeRequestType', 'deleteContentRangeRequest', { deleteRange: {} })],
			232018,
		],
	])('refuses %s, and then nothing is changed', async (_what, revision, requests, code) => {
		expect(await codeOf(patch(revision, requests))).toBe(code);
		expect(await get()).toMatchObject({ revision: '0', content: '{"title":{"elements":[]},"body":{"blocks":[]}}' });
	});

	it('is read and edited only by those who may see the document', async () => {
		chatIn(fixture.simulator, chatId).conditions = ['documentForbidden'];
		expect(await codeOf(get())).toBe(232066);
		expect(await codeOf(patch('0', [insert('x')]))).toBe(232066);
	});

	it('is edited by managers only where the group says so, and by nobody outside', async () => {
		const chat = chatIn(fixture.simulator, fixture.chatId);
		expect(await codeOf(patch('0', [insert('x')], fixture.chatId))).toBe(0);
		if (chat.group) chat.group.settings.edit_permission = 'only_owner';
		expect(await codeOf(patch('1', [insert('x')], fixture.chatId))).toBe(232002);
		expect(await codeOf(patch('0', [insert('x')], fixture.strangeChatId))).toBe(232011);
		chat.chat_type = 'p2p';
		expect(await codeOf(get(fixture.chatId))).toBe(232003);
	});
});

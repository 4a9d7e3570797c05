import { groupOf } from '../../../simulator/state/chats';
import { chatIn } from '../../support/conformance/groups';
import { type Fixture, startFixture } from '../../support/conformance/harness';

const paragraph = (content: string) => ({ block_type: 2, text: { elements: [{ text_run: { content } }] } });

describe('the announcement of a group, of the newer kind', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const path = (chatId = fixture.chatId) => `/open-apis/docx/v1/chats/${chatId}/announcement`;
	const add = (texts: string[], more: object = {}, query = '') =>
		fixture.http.post(`${path()}/blocks/${fixture.chatId}/children${query}`, {
			children: texts.map(paragraph),
			...more,
		});
	const words = async () => {
		const { data } = await fixture.http.get(`${path()}/blocks`);
		return (data.items as Array<{ text?: ReturnType<typeof paragraph>['text'] }>).map(
			({ text }) => text?.elements[0]?.text_run.content,
		);
	};

	it('answers only the newer endpoints', async () => {
		const older = `/open-apis/im/v1/chats/${fixture.chatId}/announcement`;
		expect(await fixture.http.get(older)).toMatchObject({ status: 400, code: 232097 });
		expect(await fixture.http.call('PATCH', older, { revision: '0', requests: [] })).toMatchObject({ code: 232097 });
		expect((await fixture.http.get(path())).data).toMatchObject({
			announcement_type: 'docx',
			revision_id: 1,
			owner_id: fixture.members[0],
			owner_id_type: 'open_id',
			create_time_v2: expect.stringMatching(/^\d{10}$/),
		});
	});

	it('begins with a page whose id is that of the chat, and gets blocks at any place', async () => {
		expect((await fixture.http.get(`${path()}/blocks`)).data.items).toEqual([
			expect.objectContaining({ block_id: fixture.chatId, block_type: 1, parent_id: '' }),
		]);
		const made = await add(['one', 'three']);
		expect(made.data).toMatchObject({ revision_id: 2, children: [{ parent_id: fixture.chatId }, {}] });
		await add(['two'], { index: 1 });
		expect(await words()).toEqual([undefined, 'one', 'two', 'three']);
		await fixture.http.call('DELETE', `${path()}/blocks/${fixture.chatId}/children/batch_delete`, {
			start_index: 0,
			end_index: 2,
		});
		expect(await words()).toEqual([undefined, 'three']);
	});

	it('refuses more than fifty blocks, pages, unknown blocks and versions', async () => {
		const many = Array.from({ length: 51 }, String);
		expect((await add(many)).code).toBe(1770007);
		expect((await add([])).code).toBe(1770001);
		expect((await add(['x'], { children: [{ block_type: 1, page: {} }] })).code).toBe(1770029);
		expect((await add(['x'], {}, '?revision_id=7')).code).toBe(1770001);
		expect(await fixture.http.get(`${path()}/blocks/doxcnNone`)).toMatchObject({ status: 404, code: 1770002 });
	});

	it('is for members, and edited by managers only where the group says so', async () => {
		const chat = chatIn(fixture.simulator, fixture.chatId);
		expect((await fixture.http.get(path(fixture.strangeChatId))).code).toBe(1772003);
		groupOf(chat).settings.edit_permission = 'only_owner';
		expect((await add(['x'])).code).toBe(1772005);
		chat.chat_type = 'p2p';
		expect((await fixture.http.get(path())).code).toBe(1772001);
	});

	it.each([
		['told', { code: 0, data: { announcement_type: 'doc' } }],
		['refused', { code: 1772006 }],
	] as const)('of the older kind is %s', async (olderAnnouncement, answer) => {
		await fixture.http.admin('PUT', '/settings', { announcements: 'doc', olderAnnouncement });
		expect(await fixture.http.get(path())).toMatchObject(answer);
		expect((await fixture.http.get(`${path()}/blocks`)).code).toBe(1772006);
		expect((await fixture.http.get(`/open-apis/im/v1/chats/${fixture.chatId}/announcement`)).code).toBe(0);
	});
});

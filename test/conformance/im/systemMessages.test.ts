/** What the platform itself writes into a group's history: nobody sends it, and no event tells of it. */
import { ownGroup } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

interface Item {
	msg_type: string;
	sender: object;
	body: { content: string };
}

const MESSAGES = '/open-apis/im/v1/messages';

describe('the history of a group', () => {
	let fixture: Fixture;
	let own: string;
	beforeEach(async () => {
		fixture = await startFixture();
		own = await ownGroup(sdkClient(fixture.simulator), fixture.members.slice(0, 2));
	});
	afterEach(() => fixture.simulator.close());

	async function history(chatId = own) {
		const { data } = await fixture.http.get(`${MESSAGES}?container_id_type=chat&container_id=${chatId}&page_size=50`);
		return data.items as Item[];
	}
	const said = async (chatId = own) =>
		(await history(chatId)).map(({ body }) => {
			const { template, from_user, to_chatters } = JSON.parse(body.content) as Record<string, unknown>;
			return [template, from_user, to_chatters];
		});
	const last = async () => (await said()).at(-1);
	const change = (method: string, path: string, body: object) =>
		fixture.http.call(method, `/open-apis/im/v1/chats/${own}${path}`, body);
	const names = (openIds: readonly string[]) =>
		openIds.map((id) => fixture.simulator.store.contact.users.get(id)?.name ?? '');
	const [two, third] = [() => fixture.members.slice(0, 2), () => fixture.members.slice(2, 3)];

	it('begins with who made it with whom, of no sender', async () => {
		const [bot] = ['n8n Bot'];
		expect(await said()).toEqual([
			['Welcome to {group_type}', [], []],
			['{from_user} started the group chat and invited {to_chatters} to the group.', [bot], names(two())],
		]);
		expect(await history()).toMatchObject([
			{ msg_type: 'system', sender: { id: '', id_type: '', sender_type: '', tenant_key: '' } },
			{ msg_type: 'system' },
		]);
		expect((await said(fixture.chatId))[0]).toEqual(['Welcome to {group_type}', [], []]);
	});

	it('tells who comes and goes', async () => {
		await change('POST', '/members', { id_list: third() });
		expect(await last()).toEqual(['{from_user} invited {to_chatters} to the group.', ['n8n Bot'], names(third())]);
		await change('DELETE', '/members', { id_list: third() });
		expect(await last()).toEqual(['{from_user} removed {to_chatters} from this chat.', ['n8n Bot'], names(third())]);
		const [leaver = ''] = two();
		await fixture.http.admin('DELETE', `/chats/${own}/members/${leaver}`, {});
		expect(await last()).toEqual(['{from_user} left the group.', names([leaver]), []]);
	});

	it('says nothing of that where the group tells only its owner, or nobody', async () => {
		await change('PUT', '', { join_message_visibility: 'only_owner', leave_message_visibility: 'not_anyone' });
		const before = await said();
		await change('POST', '/members', { id_list: third() });
		await change('DELETE', '/members', { id_list: third() });
		expect(await said()).toEqual(before);
	});

	it('tells of a new name, whose words are nowhere, and of a new owner', async () => {
		await change('PUT', '', { name: 'New' });
		const renamed = '{from_user} updated the group name from "{old_group_name}" to "{group_name}".';
		expect(await last()).toEqual([renamed, ['n8n Bot'], []]);
		await change('PUT', '', { owner_id: two()[0] });
		expect(await last()).toEqual([expect.stringContaining('owner'), ['n8n Bot'], names(two().slice(0, 1))]);
	});

	it('tells of managers and pins', async () => {
		await change('POST', '/managers/add_managers', { manager_ids: two() });
		const managers = '{from_user} added {to_chatters} to group administrators.';
		expect(await last()).toEqual([managers, ['n8n Bot'], names(two())]);
		await change('POST', '/managers/delete_managers', { manager_ids: two() });
		expect((await last())?.[0]).toContain('removed');
		const id = await fixture.http.text(own, 'x');
		await fixture.http.post('/open-apis/im/v1/pins', { message_id: id });
		expect((await last())?.[0]).toContain('pinned');
		const before = await history();
		await fixture.http.post('/open-apis/im/v1/pins', { message_id: id });
		expect(await history()).toHaveLength(before.length);
	});

	it('tells nobody by an event', async () => {
		await change('PUT', '', { name: 'New' });
		const types = fixture.simulator.push.deliveries.map(({ event_type: type }) => type);
		expect(types).not.toContain('im.message.receive_v1');
	});

	it('is that of people alone where a test wants to count', async () => {
		await fixture.http.admin('PUT', '/settings', { systemMessages: 'absent' });
		const quiet = await ownGroup(sdkClient(fixture.simulator), two());
		await change('PUT', '', { name: 'New' });
		expect(await history(quiet)).toEqual([]);
	});
});

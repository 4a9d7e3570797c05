import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf, ownGroup } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

describe('pinned messages', () => {
	let fixture: Fixture;
	let client: Client;
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const pin = (message_id: string) => client.im.v1.pin.create({ data: { message_id } });
	const unpin = (message_id: string) => client.im.v1.pin.delete({ path: { message_id } });
	const list = async (
		params: { start_time?: string; end_time?: string; page_size?: number; page_token?: string } = {},
	) => (await client.im.v1.pin.list({ params: { chat_id: fixture.chatId, ...params } })).data;
	const ids = (data: Awaited<ReturnType<typeof list>>) => data?.items?.map(({ message_id: id }) => id);
	const text = (words: string) => fixture.http.text(fixture.chatId, words);

	it('are pinned once, listed newest first, and taken down', async () => {
		const [one, two] = [await text('one'), await text('two')];
		const made = await pin(one);
		expect(made.data?.pin).toEqual({
			message_id: one,
			chat_id: fixture.chatId,
			operator_id: fixture.simulator.appId,
			operator_id_type: 'app_id',
			create_time: expect.stringMatching(/^\d{13}$/),
		});
		await pin(two);
		expect((await pin(one)).data?.pin).toEqual(made.data?.pin);
		expect(ids(await list())).toEqual([two, one]);
		expect((await unpin(two)).code).toBe(0);
		expect((await unpin(two)).code).toBe(0);
		expect(ids(await list())).toEqual([one]);
		await fixture.http.call('DELETE', `/open-apis/im/v1/messages/${one}`);
		expect(ids(await list())).toEqual([]);
		expect(await codeOf(pin(one))).toBe(230011);
		expect(await codeOf(unpin(one))).toBe(0);
	});

	it('are listed by time and by page', async () => {
		const made: string[] = [];
		for (const words of ['one', 'two', 'three']) {
			const id = await text(words);
			await pin(id);
			made.unshift(id);
		}
		const page = await list({ page_size: 2 });
		expect([ids(page), page?.has_more]).toEqual([made.slice(0, 2), true]);
		expect(ids(await list({ page_size: 2, page_token: page?.page_token }))).toEqual(made.slice(2));
		const times = (await list())?.items?.map(({ create_time: time }) => String(time)) ?? [];
		expect(ids(await list({ start_time: times[1] }))).toEqual(made.slice(0, 2));
		expect(ids(await list({ end_time: times[1] }))).toEqual(made.slice(1));
		expect(await codeOf(list({ start_time: times[0], end_time: times[1] }))).toBe(230001);
		expect(await codeOf(list({ start_time: 'yesterday' }))).toBe(230001);
		expect(await codeOf(list({ page_token: 'x' }))).toBe(230001);
		expect(await codeOf(list({ page_size: 51 }))).toBe(99992402);
	});

	it('are for members of a group that stands', async () => {
		expect(await codeOf(pin('om_unknown'))).toBe(99992354);
		const strange = await client.im.v1.pin.list({ params: { chat_id: fixture.chatId } });
		expect(strange.code).toBe(0);
		expect(await codeOf(client.im.v1.pin.list({ params: { chat_id: fixture.strangeChatId } }))).toBe(230002);
		expect(await codeOf(client.im.v1.pin.list({ params: { chat_id: 'oc_unknown' } }))).toBe(230001);
		const chatId = await ownGroup(client);
		const messageId = await fixture.http.text(chatId, 'x');
		await client.im.v1.chat.delete({ path: { chat_id: chatId } });
		expect(await codeOf(pin(messageId))).toBe(230045);
		const here = await text('x');
		chatIn(fixture.simulator, fixture.chatId).bots = [];
		expect(await codeOf(pin(here))).toBe(230002);
		expect(await codeOf(unpin(here))).toBe(230002);
	});

	it('are for managers where the group says so, and never system messages', async () => {
		const messageId = await text('x');
		await pin(messageId);
		const { group } = chatIn(fixture.simulator, fixture.chatId);
		if (group) group.settings.pin_manage_setting = 'only_owner';
		expect(await codeOf(pin(messageId))).toBe(230046);
		expect(await codeOf(unpin(messageId))).toBe(230046);
		if (group) group.settings.pin_manage_setting = 'all_members';
		const message = fixture.simulator.store.im.messages.get(messageId);
		if (message) message.msg_type = 'system';
		expect(await codeOf(pin(messageId))).toBe(230054);
	});

	it('are five changes of one message a second', async () => {
		await fixture.simulator.close();
		fixture = await startFixture({ rateLimits: true });
		client = sdkClient(fixture.simulator);
		const messageId = await text('x');
		// It stands still between the steps, however slow the machine is.
		const { clock } = fixture.simulator.store;
		const time = jest.spyOn(clock, 'now').mockReturnValue(clock.now());
		for (let count = 0; count < 5; count += 1) await (count % 2 === 0 ? pin : unpin)(messageId);
		expect(await codeOf(unpin(messageId))).toBe(230047);
		time.mockReturnValue(clock.now() + 1000);
		expect(await codeOf(unpin(messageId))).toBe(0);
	});
});

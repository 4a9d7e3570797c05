import { type Fixture, first, startFixture } from '../../support/conformance/harness';

describe('rate limits', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture({ rateLimits: true });
	});
	afterEach(() => fixture.simulator.close());

	it('the 51st request in a second to one endpoint is 429 with the headers of the gateway, and fine a second later', async () => {
		await fixture.http.tenantToken();
		// All 51 within one second of the simulator's clock, however slow the machine is.
		const { clock } = fixture.simulator.store;
		const frozen = clock.now();
		const now = jest.spyOn(clock, 'now').mockReturnValue(frozen);
		const ask = () => fixture.http.get('/open-apis/im/v1/chats');
		const answers = await Promise.all(Array.from({ length: 51 }, ask));
		const refused = answers.filter((answer) => answer.code !== 0);
		expect(refused).toHaveLength(1);
		expect(first(refused)).toMatchObject({ status: 429, code: 99991400, msg: 'request trigger frequency limit' });
		expect(first(refused).headers.get('x-ogw-ratelimit-limit')).toBe('50');
		expect(first(refused).headers.get('x-ogw-ratelimit-reset')).toBe('1');
		expect((await fixture.http.get('/open-apis/bot/v3/info')).code).toBe(0);
		now.mockReturnValue(frozen + 1000);
		expect((await ask()).code).toBe(0);
	});

	it.each([
		['/open-apis/docx/v1/chats/:chat_id/announcement', 400],
		['/open-apis/bot/v3/info', 400],
		['/open-apis/im/v1/chats/:chat_id', 429],
	])('%s answers %i to too many', async (path, status) => {
		await fixture.http.tenantToken();
		const { clock } = fixture.simulator.store;
		jest.spyOn(clock, 'now').mockReturnValue(clock.now());
		const ask = () => fixture.http.get(path.replace(':chat_id', fixture.chatId));
		const answers = await Promise.all(Array.from({ length: 60 }, ask));
		const refused = answers.filter(({ code }) => code !== 0);
		expect(refused.length).toBeGreaterThan(0);
		expect(new Set(refused.map((one) => `${one.status} ${one.code}`))).toEqual(new Set([`${status} 99991400`]));
		expect(first(refused).headers.get('x-ogw-ratelimit-reset')).toMatch(/^\d+$/);
	});

	it('the 6th message in a second to one chat is 230020, to another chat it is not', async () => {
		const { clock } = fixture.simulator.store;
		const now = jest.spyOn(clock, 'now').mockReturnValue(clock.now());
		await Promise.all(Array.from({ length: 5 }, () => fixture.http.text(fixture.chatId, 'x')));
		const sixth = await fixture.http.send(fixture.chatId, 'text', { text: 'x' });
		expect([sixth.status, sixth.code]).toEqual([400, 230020]);
		const other = [...fixture.simulator.store.im.chats.values()][1]?.chat_id ?? '';
		expect((await fixture.http.send(other, 'text', { text: 'x' })).code).toBe(0);
		now.mockReturnValue(clock.now() + 1000);
		expect((await fixture.http.send(fixture.chatId, 'text', { text: 'x' })).code).toBe(0);
	});

	it('can be switched off', async () => {
		const free = await startFixture({ rateLimits: false });
		try {
			const answers = await Promise.all(
				Array.from({ length: 60 }, () => free.http.send(free.chatId, 'text', { text: 'x' })),
			);
			expect(answers.every((answer) => answer.code === 0)).toBe(true);
		} finally {
			await free.simulator.close();
		}
	});
});

import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { connectSdk, type SdkConnection, type SdkOptions, until } from '../../support/conformance/longConnection';

type Json = Record<string, unknown>;

describe('a click in a card over a long connection', () => {
	let fixture: Fixture;
	const clients: SdkConnection[] = [];

	beforeEach(async () => {
		fixture = await startFixture({ pushRetryScheduleMs: [10] });
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.close();
		await fixture.simulator.close();
	});

	const connect = async (options?: SdkOptions) => {
		const client = await connectSdk(fixture.simulator, options);
		clients.push(client);
		return client;
	};
	const lines = () => fixture.simulator.longConnection;
	const CARD = {
		schema: '2.0',
		body: {
			elements: [
				{
					tag: 'button',
					text: { tag: 'plain_text', content: 'OK' },
					behaviors: [{ type: 'callback', value: { id: 7 } }],
				},
			],
		},
	};
	const click = async () => {
		const { data } = await fixture.http.send(fixture.chatId, 'interactive', CARD);
		const action = { tag: 'button', value: { id: 7 } };
		return fixture.simulator.clickCard({
			message_id: String(data.message_id),
			open_id: first(fixture.members),
			action,
		});
	};

	it('is answered with a toast and a card', async () => {
		const data = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Done 完成' }] } };
		const answer: Json = { toast: { type: 'success', content: '好' }, card: { type: 'raw', data } };
		const { received } = await connect({ answer: () => answer });
		const outcome = await click();
		expect(outcome).toMatchObject({ toast: { type: 'success', content: '好' }, updated: true });
		expect(received[0]).toMatchObject({ event_type: 'card.action.trigger', token: outcome.token });
		const message = fixture.simulator.store.im.messages.get(
			(outcome.delivery.payload.event as { context: { open_message_id: string } }).context.open_message_id,
		);
		expect(message?.card).toEqual(data);
	});

	it('may get no data at all', async () => {
		await connect();
		const { error, updated, toast } = await click();
		expect([error, updated, toast]).toEqual([undefined, false, undefined]);
	});

	it('is never sent again', async () => {
		const { received } = await connect({
			answer: () => {
				throw new Error('broken');
			},
		});
		const { error, delivery } = await click();
		expect([error?.code, delivery.attempts.length, received.length]).toEqual([200671, 1, 1]);
	});

	it('fails when the answer is late, and when nobody is there', async () => {
		lines().configure({ ackTimeoutMs: 30 });
		const client = await connect({ answer: () => new Promise(() => undefined) });
		expect((await click()).error?.code).toBe(200341);
		client.close();
		await until('it is gone', () => lines().list().length === 0);
		expect((await click()).error?.code).toBe(200342);
	});
});

import { type Fixture, startFixture } from '../../support/conformance/harness';
import { connectSdk, type SdkConnection, until } from '../../support/conformance/longConnection';

const EVENT = 'im.chat.disbanded_v1';

describe('a thousand events', () => {
	let fixture: Fixture;
	let client: SdkConnection;

	beforeEach(async () => {
		fixture = await startFixture({
			longConnection: {
				clientConfig: { ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0.02, PingInterval: 5 },
				fragmentBytes: 60,
				shuffle: true,
			},
			pushRetryScheduleMs: [200, 400, 800, 1600, 3200],
		});
		client = await connectSdk(fixture.simulator);
	});
	afterEach(async () => {
		client.close();
		await fixture.simulator.close();
	});

	it('all arrive, in pieces and over connections that are cut', async () => {
		const { longConnection, push, appId } = fixture.simulator;
		const events = Array.from({ length: 1_000 }, (_, index) => ({ chat_id: `oc_${index}`, name: '界'.repeat(50) }));
		const cuts: number[] = [];
		for (let cut = 0; cut < 5; cut += 1) {
			push.events(appId, EVENT, events.slice(cut * 200, (cut + 1) * 200));
			await until('some arrived', () => client.received.length >= (cut + 1) * 20);
			cuts.push(longConnection.kill());
			await until('it is online again', () => longConnection.isOnline(appId));
		}
		await push.idle();
		expect(cuts).toEqual([1, 1, 1, 1, 1]);
		expect(push.deliveries.filter(({ status }) => status !== 'delivered')).toEqual([]);
		expect(new Set(client.received.map(({ chat_id: id }) => id)).size).toBe(1_000);
		expect(push.deliveries.some(({ attempts }) => attempts.length > 1)).toBe(true);
		expect(longConnection.problems).toEqual([]);
	});
});

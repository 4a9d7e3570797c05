import { DEFAULT_CONFIG, readConfig } from '../../../../feishu/longConnection/config';
import { CONFIG } from '../../../support/longConnection/connections';

it('reads seconds, all four of them', () => {
	expect(readConfig(CONFIG)).toEqual({
		pingMs: 90_000,
		reconnectCount: -1,
		reconnectIntervalMs: 120_000,
		reconnectNonceMs: 30_000,
	});
});

it.each([undefined, null, 'text', [], {}, { PingInterval: '90', ReconnectCount: null, ReconnectNonce: NaN }])(
	'stays with what it has for %j',
	(raw) => {
		const current = { ...DEFAULT_CONFIG, pingMs: 5_000 };
		expect(readConfig(raw, current)).toEqual(current);
	},
);

it('keeps times within bounds, so that nothing runs without a pause or never', () => {
	expect(readConfig({ PingInterval: 0.01, ReconnectInterval: 1e-9, ReconnectNonce: -1, ReconnectCount: 0 })).toEqual({
		pingMs: 100,
		reconnectIntervalMs: 100,
		reconnectNonceMs: 0,
		reconnectCount: 0,
	});
	expect(readConfig({ PingInterval: 1e12 }).pingMs).toBe(3_600_000);
});

it.each([0, -0, -1, -1e12])('takes the default for pauses of %d seconds, which nobody can mean', (seconds) => {
	const current = { ...DEFAULT_CONFIG, pingMs: 5_000, reconnectIntervalMs: 7_000 };
	const raw = { PingInterval: seconds, ReconnectInterval: seconds };
	expect(readConfig(raw, current)).toEqual(current);
	expect(readConfig(raw)).toEqual(DEFAULT_CONFIG);
});

import { readConfig } from '../../../../feishu/longConnection/config';
import { ReconnectPlan } from '../../../../feishu/longConnection/reconnect';
import { CONFIG } from '../../../support/longConnection/connections';

const config = readConfig(CONFIG);
const plan = () => new ReconnectPlan(() => 0.5);

it('waits a random part of the nonce, then the interval, without end', () => {
	const waits = plan();
	expect(waits.lost(config, 1_000)).toBe(15_000);
	for (let tries = 1; tries < 50; tries += 1) expect(waits.failed(config, true)).toBe(120_000);
});

it('comes back sooner after a long life, and then as others do', () => {
	const waits = plan();
	expect(waits.lost(config, 90_000)).toBe(1_500);
	expect(waits.failed(config, true)).toBe(15_000);
	expect(waits.failed(config, true)).toBe(120_000);
});

it('tries as often as it is told', () => {
	const waits = plan();
	const three = { ...config, reconnectCount: 3 };
	waits.lost(three, 0);
	expect([waits.failed(three, true), waits.failed(three, true), waits.failed(three, true)]).toEqual([
		120_000,
		120_000,
		undefined,
	]);
	expect(waits.count).toBe(3);
	waits.lost(three, 0);
	expect(waits.failed(three, true)).toBe(120_000);
});

it('repeats at growing distances, uncounted, what never arrived', () => {
	const waits = plan();
	const once = { ...config, reconnectCount: 1 };
	waits.lost(once, 0);
	const distances = Array.from({ length: 8 }, () => waits.failed(once, false));
	expect(distances).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000]);
	expect(waits.failed(once, true)).toBeUndefined();
});

import { Clock } from '../../../simulator/platform/clock';
import { PlatformError } from '../../../simulator/platform/envelope';
import { RateLimiter, type Tier } from '../../../simulator/platform/rate';

describe('the rate limiter', () => {
	let now: number;
	let limiter: RateLimiter;
	beforeEach(() => {
		now = 1_000_000;
		const clock = new Clock();
		jest.spyOn(clock, 'now').mockImplementation(() => now);
		limiter = new RateLimiter(clock, true);
	});

	const refusal = (tier: Tier, app = 'cli_a', endpoint = 'GET /x') => {
		try {
			limiter.countRequest(app, endpoint, tier);
			return undefined;
		} catch (error) {
			return error instanceof PlatformError ? error.options.headers : error;
		}
	};

	it.each<[Tier, number, string]>([
		[1, 10, '60'],
		[2, 20, '60'],
		[3, 100, '60'],
		[5, 1, '1'],
		[21, 3, '1'],
	])('tier %i lets %i through and then says %s s', (tier, count, reset) => {
		for (let index = 0; index < count; index += 1) expect(refusal(tier)).toBeUndefined();
		expect(refusal(tier)).toEqual({ 'x-ogw-ratelimit-limit': String(count), 'x-ogw-ratelimit-reset': reset });
		expect(refusal(tier, 'cli_b')).toBeUndefined();
		expect(refusal(tier, 'cli_a', 'GET /y')).toBeUndefined();
	});

	it('slides: the wait is until the oldest request leaves the window, and refused requests do not count', () => {
		for (let index = 0; index < 10; index += 1) {
			refusal(1);
			now += 1000;
		}
		expect(refusal(1)).toMatchObject({ 'x-ogw-ratelimit-reset': '50' });
		now += 50_000;
		expect(refusal(1)).toBeUndefined();
		expect(refusal(1)).toMatchObject({ 'x-ogw-ratelimit-reset': '1' });
	});

	it('tier 4 has a minute window beside the second', () => {
		for (let second = 0; second < 20; second += 1) {
			for (let index = 0; index < 50; index += 1) expect(refusal(4)).toBeUndefined();
			now += 1000;
		}
		expect(refusal(4)).toEqual({ 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': '40' });
	});
});

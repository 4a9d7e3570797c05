import type { SimulatorOptions } from '../../../simulator';
import { keepBinaries } from './execute';
import { Platform } from './platform';
import { leaks, witnessed } from './witness';

/**
 * A platform for the tests of one file: started before them, cleared between them. After them, everything that their
 * runs showed and that n8n logged is searched for secrets and tokens.
 */
export function usePlatform(options: SimulatorOptions = {}): Platform {
	const platform = new Platform(options);
	beforeAll(async () => {
		await keepBinaries('memory');
		await platform.boot();
	});
	beforeEach(() => platform.reset());
	afterAll(async () => {
		await platform.stop();
		expect(witnessed().secrets).toBeGreaterThan(1);
		expect(leaks()).toEqual([]);
	});
	return platform;
}

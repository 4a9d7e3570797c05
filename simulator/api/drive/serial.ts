import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';

const DAY = 86_400_000;
const MOST_A_DAY = 10_000;

/** The HTTP status that uploads alone give it is another one. */
const busy = () => new PlatformError(1061045, 'can retry.', { http: 400 });

/** One change of Drive at a time for each app, and 10,000 a day: another one meanwhile is refused. */
export async function alone<T>(
	{ platform: { store, rate }, by }: Pick<Call, 'platform' | 'by'>,
	work: () => T,
): Promise<T> {
	const { writing } = store.drive;
	const { app_id: app } = by.app;
	if (writing.has(app) || !rate.allows(`drive a day ${app}`, [{ limit: MOST_A_DAY, ms: DAY }])) throw busy();
	writing.add(app);
	try {
		const done = work();
		store.changed();
		await wait(store.settings.driveWriteMs);
		return done;
	} finally {
		writing.delete(app);
	}
}

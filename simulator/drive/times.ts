import type { Times } from '../state/drive';
import type { Store } from '../state/store';

/** When something was made and changed; of what nobody noted that, when it was first asked about. */
export function timesOf(store: Store, token: string): Times {
	const { times } = store.drive;
	const now = store.tick();
	const found = times.get(token) ?? { created: now, modified: now };
	times.set(token, found);
	return found;
}

/** Notes that something was changed just now, or made. */
export function touch(store: Store, token: string): void {
	timesOf(store, token).modified = store.tick();
}

/** As Drive and wikis give times. */
export const seconds = (ms: number): string => String(Math.floor(ms / 1000));

import type { App } from '../state/apps';
import type { Store } from '../state/store';

/** Tasks and their lists of a fresh company. */
export function seedTask(_store: Store, _app: App): void {}

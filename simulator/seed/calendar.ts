import type { App } from '../state/apps';
import type { Store } from '../state/store';

/** Calendars and events of a fresh company. */
export function seedCalendar(_store: Store, _app: App): void {}

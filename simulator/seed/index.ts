import type { App } from '../state/apps';
import type { Store } from '../state/store';
import { seedAily } from './aily';
import { seedApproval } from './approval';
import { seedBases } from './bases';
import { seedCalendar } from './calendar';
import { seedCards } from './cards';
import { seedContact } from './contact';
import { seedDocs } from './docs';
import { seedDrive } from './drive';
import { seedIm } from './im';
import { seedSheets } from './sheets';
import { seedTask } from './task';

export { DEMO_TEMPLATE } from './cards';
export { DEMO_STICKER } from './im';

/** A small company with what each product has in it. */
export function seedDemo(store: Store, app: App): void {
	seedContact(store);
	seedIm(store, app);
	seedCards(store);
	seedBases(store, app);
	seedSheets(store, app);
	seedDocs(store, app);
	seedDrive(store, app);
	seedCalendar(store, app);
	seedTask(store, app);
	seedApproval(store, app);
	seedAily(store);
}

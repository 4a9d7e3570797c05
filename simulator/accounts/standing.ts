import type { App } from '../state/apps';
import type { User } from '../state/contact';
import type { Store } from '../state/store';

/** Whether the hosts here are those of the app's brand; a company's own deployment knows no brands. */
export const isOfBrand = ({ settings }: Store, { brand }: App): boolean =>
	brand === undefined || settings.region === 'private' || brand === settings.region;

/** What keeps a person from an app, in the words of the platform's codes. */
export type Trouble = 'unknown' | 'resigned' | 'frozen' | 'unregistered' | 'notInstalled' | 'unavailable';

/** Nothing where the person may use the app. */
export function troubleOf(store: Store, app: App, user: User | undefined): Trouble | undefined {
	const home = user && store.homeOf(user.open_id);
	if (!user || !home) return 'unknown';
	if (user.is_resigned) return 'resigned';
	if (user.is_frozen) return 'frozen';
	if (user.is_unregistered) return 'unregistered';
	if (home.installOf(app) === undefined) return 'notInstalled';
	if (app.availability && !app.availability.includes(user.open_id)) return 'unavailable';
	return undefined;
}

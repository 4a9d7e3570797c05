import { hasScope } from '../platform/scopes';
import type { App } from '../state/apps';
import scopes from './eventScopes.json';

/**
 * By event type, the scopes of which one lets an app hear it; types without an entry ask for none.
 * Source: the page of each event, from https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-list
 */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = scopes;

/** Of files: what an app subscribes to with its own token takes the scope for people, too. */
const FOR_PEOPLE_TOO = 'drive.file.';

export function mayHear(app: App, type: string): boolean {
	const needed = Object.hasOwn(EVENT_SCOPES, type) ? EVENT_SCOPES[type] : undefined;
	if (needed === undefined) return true;
	return hasScope(app, needed) && (!type.startsWith(FOR_PEOPLE_TOO) || hasScope({ scopes: app.user_scopes }, needed));
}

import { hasScope } from '../platform/scopes';
import type { App } from '../state/apps';
import scopes from './eventScopes.json';

/**
 * By event type, the scopes of which one lets an app hear it; types without an entry ask for none.
 * Source: the page of each event, from https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-list
 */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = scopes;

export function mayHear(app: App, type: string): boolean {
	const needed = Object.hasOwn(EVENT_SCOPES, type) ? EVENT_SCOPES[type] : undefined;
	return needed === undefined || hasScope(app, needed);
}

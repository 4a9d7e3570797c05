import type { IWebhookFunctions } from 'n8n-workflow';

import type { EventEnvelope } from '../../feishu/events/eventEnvelope';
import { text } from '../../feishu/json';
import { authenticationOf } from '../shared/client/sessions';
import { forgetOrganization, keepTicket } from '../shared/client/storeAppNews';

/** Pushed each hour to every app of the app directory. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app_ticket-events */
const TICKET = 'app_ticket';

/** An organization has removed, stopped or started the app. */
const INSTALLS: ReadonlySet<string> = new Set(['app_uninstalled', 'app_status_change']);

/**
 * What a store app itself must know of an event: its ticket, which is kept and starts no workflow, and that an
 * organization is no longer its own, whose token is forgotten.
 * @returns true for an event that was for the app alone
 */
export async function keptForStoreApp(
	context: IWebhookFunctions,
	{ event_type: type, event, tenant_key: tenant }: EventEnvelope,
): Promise<boolean> {
	if (authenticationOf(context) !== 'storeApp') return false;
	if (INSTALLS.has(type)) {
		await forgetOrganization(context, tenant);
		return false;
	}
	if (type !== TICKET) return false;
	const ticket = text(event.app_ticket);
	if (ticket !== '') await keepTicket(context, ticket);
	return true;
}

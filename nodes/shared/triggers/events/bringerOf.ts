import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import type { Bring } from './bring';
import type { EventSettings } from './eventSettings';
import { hasApproval, withApproval } from './withApproval';
import { hasAttachments, withAttachments } from './withAttachments';

/** What brings along what the panel asks for; undefined where the event has nothing like that. */
export function bringerOf(
	envelope: EventEnvelope,
	{ downloadAttachments, includeApproval }: Pick<EventSettings, 'downloadAttachments' | 'includeApproval'>,
): Bring | undefined {
	if (downloadAttachments && hasAttachments(envelope)) return withAttachments;
	return includeApproval && hasApproval(envelope) ? withApproval : undefined;
}

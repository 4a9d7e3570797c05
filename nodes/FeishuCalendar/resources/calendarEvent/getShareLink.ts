import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { EVENT_SCOPES } from '../../../shared/calendar/endpoints';
import { chosenEvent } from '../../event/chosen';

/** In no page of the documentation; the API Explorer has it. */
export const getShareLink = defineOperation({
	value: 'getShareLink',
	name: 'Get Share Link',
	action: 'Get the link that shares an event',
	description: 'Get the address by which others see an event and join it',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/share_info',
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [chosenEvent],
	output: outputOf({ event_id: 'string', 'share_link?': 'string' }),
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const path = await chosen.path(asking);
		return { event_id: chosen.event_id, ...(await asking.feishu.call(this.endpoint, { path, idempotent: true })) };
	},
});

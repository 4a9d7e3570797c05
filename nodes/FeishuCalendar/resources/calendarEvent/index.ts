import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { createMeetingChat } from './createMeetingChat';
import { createMinutes } from './createMinutes';
import { deleteOperation } from './delete';
import { get } from './get';
import { getChanges } from './getChanges';
import { getMany } from './getMany';
import { getShareLink } from './getShareLink';
import { reply } from './reply';
import { search } from './search';
import { unbindMeetingChat } from './unbindMeetingChat';
import { update } from './update';

export const calendarEvent = defineResource({
	value: 'calendarEvent',
	name: 'Event',
	operations: [
		create,
		createMeetingChat,
		createMinutes,
		deleteOperation,
		get,
		getChanges,
		getMany,
		getShareLink,
		reply,
		search,
		unbindMeetingChat,
		update,
	],
	defaultOperation: create.value,
});

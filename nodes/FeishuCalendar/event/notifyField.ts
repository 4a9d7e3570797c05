import { flagField } from '../../shared/fields/plain';

export const notifyField = flagField({
	displayName: 'Notify Attendees',
	name: 'notifyAttendees',
	default: true,
	description: 'Whether Feishu tells the attendees',
});

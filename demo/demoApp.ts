import type { Grants } from '../simulator/state/apps';
import { README_SCOPES } from '../simulator/state/youngApp';

/** What examples ask for beyond the README's five minutes to an app: a card that grows, a task, a base, and whatever people write. */
const EXAMPLES = [
	'cardkit:card:write',
	'task:task:write',
	'bitable:app',
	'docs:event:subscribe',
	'sheets:spreadsheet',
	'docx:document',
	'wiki:wiki',
	'drive:drive',
	'drive:export:readonly',
	'calendar:calendar',
	'calendar:calendar:read',
	'vc:room:readonly',
	'task:tasklist:write',
	'task:section:write',
	'task:custom_field:write',
	'task:comment:write',
	'task:attachment:write',
	'approval:approval',
	'approval:approval:readonly',
	'aily:session:write',
	'aily:message:write',
	'aily:message:read',
	'aily:run:write',
	'aily:run:read',
	'aily:knowledge:ask',
	'aily:skill:read',
	'aily:skill:write',
	'aily:data_asset:read',
	'aily:data_asset:write',
	'aily:data_asset:upload_file',
	'approval:approval.list:readonly',
	'contact:user.employee_id:readonly',
	'calendar:timeoff',
];

/**
 * The app of the demo: what the README asks people to set up, so that what works here works for them, and what does not
 * is refused here as well.
 */
export const DEMO_APP: Partial<Grants> = {
	scopes: [...README_SCOPES, ...EXAMPLES],
	contact_range: null,
	events: [
		'im.message.receive_v1',
		'drive.file.bitable_record_changed_v1',
		'contact.user.created_v3',
		'approval_instance',
	],
	callbacks: ['card.action.trigger'],
	outside: false,
};

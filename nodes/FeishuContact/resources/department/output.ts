import { outputOf } from '../../../shared/operation/output';

/** A department; keys that the app has no scope for are missing. */
export const departmentOutput = outputOf({
	name: 'string',
	'i18n_name?': { 'zh_cn?': 'string', 'en_us?': 'string', 'ja_jp?': 'string' },
	open_department_id: 'string',
	'department_id?': 'string',
	'parent_department_id?': 'string',
	'leader_user_id?': 'string',
	'leaders?': [{ 'leaderType?': 'number', 'leaderID?': 'string' }],
	'chat_id?': 'string',
	'order?': 'string',
	'unit_ids?': ['string'],
	'member_count?': 'number',
	'primary_member_count?': 'number',
	'status?': { 'is_deleted?': 'boolean' },
	'group_chat_employee_types?': ['number'],
	'department_hrbps?': ['string'],
});

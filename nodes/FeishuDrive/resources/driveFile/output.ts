import { outputOf } from '../../../shared/operation/output';

/** A file, document or folder as Drive lists it; times are seconds since 1970. Source: …/drive-v1/folder/list */
export const FILE_SHAPE = {
	token: 'string',
	'name?': 'string',
	'type?': 'string',
	'url?': 'string',
	'parent_token?': 'string',
	'owner_id?': 'string',
	'created_time?': 'string',
	'modified_time?': 'string',
	'shortcut_info?': { 'target_type?': 'string', 'target_token?': 'string' },
} as const;

export const FILE = outputOf(FILE_SHAPE);

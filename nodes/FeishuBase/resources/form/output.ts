/** What the platform tells of a form. */
export const FORM = {
	name: 'string',
	'description?': 'string',
	'shared?': 'boolean',
	'shared_url?': 'string',
	'shared_limit?': 'string',
	'submit_limit_once?': 'boolean',
} as const;

/** What it tells of a question. */
export const QUESTION = {
	'title?': 'string',
	'description?': 'string',
	'required?': 'boolean',
	'visible?': 'boolean',
	'rich_description?': [{ segment_type: 'string', text: 'string', 'link?': 'string' }],
} as const;

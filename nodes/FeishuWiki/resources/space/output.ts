import { outputOf } from '../../../shared/operation/output';

/** A wiki. Source: …/wiki-v2/space/get */
export const SPACE = outputOf({
	space_id: 'string',
	'name?': 'string',
	'description?': 'string',
	'space_type?': 'string',
	'visibility?': 'string',
	'open_sharing?': 'string',
});

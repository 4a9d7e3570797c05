/** Of whoever reads instances: of an app the first ones, of a person the last. */
export const INSTANCE_SCOPES = [
	'approval:instance',
	'approval:approval:readonly',
	'approval:approval',
	'approval:instance:read',
];

/** Of whoever changes one. */
export const CHANGE_SCOPES = [
	'approval:instance',
	'approval:approval:readonly',
	'approval:approval',
	'approval:instance:write',
];

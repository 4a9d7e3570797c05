import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';

const ANYONE = [
	{ name: 'Who Can Edit', value: 'anyone_can_edit' },
	{ name: 'Who Can Manage', value: 'only_full_access' },
	{ name: 'Who Can View', value: 'anyone_can_view' },
] as const;

const external = choiceField({
	displayName: 'External Access',
	name: 'external_access_entity',
	options: [
		{ name: 'Closed', value: 'closed' },
		{ name: 'Open', value: 'open', description: 'It may be shared with people outside of the organization' },
		{ name: 'Partner Organizations Only', value: 'allow_share_partner_tenant' },
	],
	default: 'closed',
	description: 'Whether it may be shared outside of the organization',
});

const link = choiceField({
	displayName: 'Who Has the Link',
	name: 'link_share_entity',
	options: [
		{ name: 'Anybody Can Edit', value: 'anyone_editable', description: 'Takes External Access: Open' },
		{ name: 'Anybody Can View', value: 'anyone_readable', description: 'Takes External Access: Open' },
		{ name: 'Gets Nothing by It', value: 'closed' },
		{ name: 'In Partner Organizations Can Edit', value: 'partner_tenant_editable' },
		{ name: 'In Partner Organizations Can View', value: 'partner_tenant_readable' },
		{ name: 'In the Organization Can Edit', value: 'tenant_editable' },
		{ name: 'In the Organization Can View', value: 'tenant_readable' },
	],
	default: 'tenant_readable',
	description: 'What who has the link may do',
});

const security = choiceField({
	displayName: 'Who Exports and Prints',
	name: 'security_entity',
	options: ANYONE,
	default: 'anyone_can_view',
	description: 'Who may make a copy outside of it: export, download and print',
});

const copying = choiceField({
	displayName: 'Who Copies',
	name: 'copy_entity',
	options: ANYONE,
	default: 'anyone_can_view',
	description: 'Who may copy what stands in it',
});

const comment = choiceField({
	displayName: 'Who Comments',
	name: 'comment_entity',
	options: [
		{ name: 'Who Can Edit', value: 'anyone_can_edit' },
		{ name: 'Who Can View', value: 'anyone_can_view' },
	],
	default: 'anyone_can_view',
	description: 'Who may comment on it',
});

const viewers = choiceField({
	displayName: 'Who Shares: From Where',
	name: 'share_entity',
	options: [
		{ name: 'Anybody', value: 'anyone' },
		{ name: 'In the Organization', value: 'same_tenant' },
	],
	default: 'anyone',
	description: 'Whose members may see and add members',
});

const manage = choiceField({
	displayName: 'Who Shares: By Permission',
	name: 'manage_collaborator_entity',
	options: [
		{ name: 'Who Can Edit', value: 'collaborator_can_edit' },
		{ name: 'Who Can Manage', value: 'collaborator_full_access' },
		{ name: 'Who Can View', value: 'collaborator_can_view' },
	],
	default: 'collaborator_can_view',
	description: 'What one needs to see and add members',
});

/** Named as the endpoint names them, so that what was added is its body. */
export const settingsField = collectionField(
	{
		displayName: 'Settings',
		name: 'accessSettings',
		placeholder: 'Add Setting',
		description: 'What is not added stays',
	},
	[external, link, security, copying, comment, viewers, manage],
);

/** The settings in the output. Source: …/drive-v2/permission-public/get */
export const SETTINGS_SHAPE = {
	token: 'string',
	type: 'string',
	'external_access_entity?': 'string',
	'link_share_entity?': 'string',
	'security_entity?': 'string',
	'copy_entity?': 'string',
	'comment_entity?': 'string',
	'share_entity?': 'string',
	'manage_collaborator_entity?': 'string',
	'lock_switch?': 'boolean',
} as const;

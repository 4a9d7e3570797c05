import type { IDataObject } from 'n8n-workflow';

import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spaceField } from '../../../shared/wiki/space';

const space = spaceField();

const ALLOWED = [
	{ name: 'Allowed', value: 'allow' },
	{ name: 'Not Allowed', value: 'not_allow' },
];

const create = choiceField({
	displayName: 'Who Makes First Pages',
	name: 'createSetting',
	options: [
		{ name: 'Admins Only', value: 'admin' },
		{ name: 'Admins and Members', value: 'admin_and_member' },
	],
	default: 'admin_and_member',
	description: 'Who may make pages on the first level of the wiki',
});

const copying = choiceField({
	displayName: 'Copying and Printing',
	name: 'securitySetting',
	options: ALLOWED,
	default: 'allow',
	description: 'Whether who reads pages may copy, print, export and download them',
});

const comments = choiceField({
	displayName: 'Comments',
	name: 'commentSetting',
	options: ALLOWED,
	default: 'allow',
	description: 'Whether who reads pages may comment on them',
});

const settings = collectionField(
	{
		displayName: 'Settings',
		name: 'spaceSettings',
		placeholder: 'Add Setting',
		description: 'What is not added stays',
	},
	[create, copying, comments],
);

/** Source: …/wiki-v2/space-setting/update */
export const update = defineOperation({
	value: 'update',
	name: 'Update Settings',
	action: 'Update the settings of a wiki',
	description: 'Change who may make first pages, copy and comment; the platform has no call for the name',
	endpoint: 'PUT /open-apis/wiki/v2/spaces/:space_id/setting',
	scopes: ['wiki:setting:write_only', 'wiki:wiki'],
	identity: 'either',
	fields: [space, settings],
	output: outputOf({
		space_id: 'string',
		'create_setting?': 'string',
		'security_setting?': 'string',
		'comment_setting?': 'string',
	}),
	async run({ read, ...asking }) {
		const place = read(space);
		const { createSetting, securitySetting, commentSetting } = read(settings);
		const body = {
			...(createSetting && { create_setting: createSetting }),
			...(securitySetting && { security_setting: securitySetting }),
			...(commentSetting && { comment_setting: commentSetting }),
		};
		if (Object.keys(body).length === 0) throw settings.refuse('is empty', 'Add the setting that is to change');
		const space_id = await place.id(asking);
		const { setting } = await asking.feishu.call<{ setting?: IDataObject }>(this.endpoint, {
			path: { space_id },
			body,
			idempotent: true,
		});
		return { space_id, ...(setting ?? body) };
	},
});

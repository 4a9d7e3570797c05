import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import type { IDataObject } from 'n8n-workflow';
import { SPACE } from './output';

const name = textField({
	displayName: 'Name',
	name: 'spaceName',
	required: true,
	placeholder: 'e.g. Team handbook',
	description: 'What the wiki is called',
});

const description = textField({ displayName: 'Description', name: 'description', description: 'What it is about' });

const sharing = choiceField({
	displayName: 'Sharing',
	name: 'openSharing',
	options: [
		{ name: 'Closed', value: 'closed', description: 'Pages can be shared with members of the wiki only' },
		{ name: 'Open', value: 'open', description: 'Pages can be shared with others as well' },
	],
	default: 'open',
	description: 'Whether pages may be shared outside of the wiki',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	description,
	sharing,
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a wiki',
	description: 'Make a wiki in the name of a person; an app can make none',
	endpoint: 'POST /open-apis/wiki/v2/spaces',
	scopes: ['wiki:space:write_only', 'wiki:wiki'],
	identity: 'user',
	fields: [name, options],
	output: SPACE,
	async run({ read, feishu }) {
		const wanted = read(name);
		const { description: about = '', openSharing } = read(options);
		const { space } = await feishu.call<{ space: IDataObject }>(this.endpoint, {
			body: { name: wanted, description: about, ...(openSharing && { open_sharing: openSharing }) },
		});
		return space;
	},
});

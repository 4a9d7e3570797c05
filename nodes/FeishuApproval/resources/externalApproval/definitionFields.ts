import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, filledField, textField } from '../../../shared/fields/plain';
import { addressField } from '../../external/fields';

export const nameField = filledField({
	displayName: 'Name',
	name: 'externalName',
	required: true,
	placeholder: 'e.g. Purchase orders',
	description: 'What the approval is called in the approval centre',
});

export const pcField = addressField(
	'externalPcLink',
	'Address on Computers',
	'Where people start it with a computer; needed unless phones have one',
);
export const mobileField = addressField(
	'externalMobileLink',
	'Address on Phones',
	'Where people start it with a phone; needed unless computers have one',
);

export const viewersField = choiceField({
	displayName: 'Visible To',
	name: 'externalViewers',
	options: [
		{ name: 'Everybody', value: 'TENANT', description: 'In the whole organization' },
		{ name: 'Nobody', value: 'NONE' },
		{ name: 'Some People', value: 'USER' },
	],
	default: 'TENANT',
	description: 'Who sees it where approvals are started',
});

export const peopleField = optionalPeopleField({
	displayName: 'People',
	name: 'externalPeople',
	displayOptions: { show: { externalViewers: ['USER'] } },
	description: 'Who sees it',
});

/** @see https://open.feishu.cn/document/server-docs/approval-v4/external_approval/create `viewers` */
export const MOST_VIEWERS = 200;

const group = textField({
	displayName: 'Group',
	name: 'externalGroup',
	placeholder: 'e.g. Purchasing',
	description: 'The group under which it stands; its code is made of the name',
});
const system = textField({
	displayName: 'System',
	name: 'externalSystem',
	placeholder: 'e.g. ERP',
	description: 'The name of the system that it comes from',
});
const about = textField({
	displayName: 'Description',
	name: 'externalDescription',
	placeholder: 'e.g. Orders above 1,000',
	description: 'What it is for',
});
const callback = addressField(
	'externalCallback',
	'Callback URL',
	'Where Feishu posts decisions that people make in the approval centre, to be answered within 10 seconds',
);
const token = textField({
	displayName: 'Callback Token',
	name: 'externalCallbackToken',
	typeOptions: { password: true },
	placeholder: 'e.g. sdjkljkx9lsadf110',
	description: 'By which your system knows that the post comes from Feishu',
});
const key = textField({
	displayName: 'Callback Key',
	name: 'externalCallbackKey',
	typeOptions: { password: true },
	placeholder: 'e.g. gfdqedvsadfgfsd',
	description: 'With which Feishu encrypts the post (AES-256-CBC with the SHA-256 of the key)',
});

export const definitionOptions = collectionField(
	{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
	[callback, key, token, about, group, system],
);

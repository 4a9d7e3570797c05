import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client/client';
import { membersField, type Member } from '../../../shared/contact/members';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';

/** Of a page of a wiki it is the page whose rights count. */
export const document = anyDocumentField({
	displayName: 'File, Document or Folder',
	description: 'Paste its address; of a page in a wiki it is the page whose access is meant',
});

/** The same where the platform takes no folders. */
export const fileOrDocument = anyDocumentField({
	description: 'Paste its address; of a page in a wiki it is the page whose access is meant',
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'slides', 'wiki'],
	takes: 'Feishu does this for files and documents, not for folders',
});

const whom = membersField({
	chat: 'Everybody in the group gets it. The app has to be in the group as well.',
	department: 'Everybody in the department gets it; only a person can name one',
	groups: 'An app gets into a folder through a group that its bot is in',
});

/** Who, in the words of the endpoints. */
export interface Named {
	member_type: string;
	member_id: string;
	type: 'user' | 'chat' | 'department';
}

/** Source: …/permission-member/create */
const TYPES: Readonly<Record<string, Pick<Named, 'member_type' | 'type'>>> = {
	open_id: { member_type: 'openid', type: 'user' },
	union_id: { member_type: 'unionid', type: 'user' },
	user_id: { member_type: 'userid', type: 'user' },
	chat_id: { member_type: 'openchat', type: 'chat' },
	open_department_id: { member_type: 'opendepartmentid', type: 'department' },
};

export const members = whom;

/** Those whom the field names, ready to be called by. @throws InputError */
export async function namedMembers(
	find: (feishu: FeishuClient) => Promise<Member[]>,
	feishu: FeishuClient,
): Promise<Named[]> {
	const found = await find(feishu);
	return found.map(({ type, id }) => {
		const known = TYPES[type];
		if (known) return { ...known, member_id: id };
		throw new InputError(
			'Groups and Departments',
			`The field 'Groups and Departments' holds a department_id: ${id}`,
			'Take the open_department_id (od-…), which the list gives',
		);
	});
}

export const permission = choiceField({
	displayName: 'Permission',
	name: 'permission',
	options: [
		{ name: 'Can View', value: 'view' },
		{ name: 'Can Edit', value: 'edit' },
		{ name: 'Can Manage', value: 'full_access', description: 'May also share it and delete it' },
	],
	default: 'view',
	description: 'What they may do with it',
});

const permType = choiceField({
	displayName: 'Pages Below',
	name: 'permType',
	options: [
		{ name: 'This Page and Those Below', value: 'container' },
		{ name: 'This Page Only', value: 'single_page' },
	],
	default: 'container',
	description: 'Of a page in a wiki, what the permission is for',
});

/** The platform tells nobody in the name of an app. */
const notify = flagField({
	displayName: 'Notify',
	name: 'notify',
	default: false,
	description: 'Whether Feishu tells them; it does so for a person only, not for an app',
});

export const pageOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	permType,
]);

export const memberOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	notify,
	permType,
]);

/** A member in the output. */
export const MEMBER = {
	member_type: 'string',
	member_id: 'string',
	'perm?': 'string',
	'perm_type?': 'string',
	'type?': 'string',
	'name?': 'string',
	'avatar?': 'string',
	'external_label?': 'boolean',
} as const;

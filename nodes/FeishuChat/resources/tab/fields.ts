import type { IDataObject } from 'n8n-workflow';

import { checkKind } from '../../../../feishu/idKinds';
import { idIn, idsIn } from '../../../shared/fields/idField';
import { fromList, locatorField } from '../../../shared/fields/locator';
import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, flagField, listField, textField } from '../../../shared/fields/plain';
import { checkUrl } from '../../../shared/fields/values';
import { searchChatTabs } from '../../../shared/im/searchChatTabs';
import { complaint, mappedField } from '../../../shared/operation/field';

/** A tab at the top of a chat. */
export interface Tab extends IDataObject {
	tab_id?: string;
	tab_name?: string;
	tab_type?: string;
}

export interface Tabs {
	chat_tabs?: Tab[];
}

/** What the platform tells of a tab. */
export const TAB = {
	'tab_id?': 'string',
	'tab_name?': 'string',
	tab_type: 'string',
	'tab_content?': { 'url?': 'string', 'doc?': 'string', 'meeting_minute?': 'string', 'task?': 'string' },
	'tab_config?': { 'icon_key?': 'string', 'is_built_in?': 'boolean' },
} as const;

/** The ID of a tab: from the list, or entered. */
export const tabField = mappedField(
	locatorField({
		displayName: 'Tab',
		name: 'tab',
		description: 'A tab of the chat',
		modes: [
			fromList('searchChatTabs', 'Choose a tab…'),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7101214603622940671' },
		],
		searches: { searchChatTabs },
	}),
	({ value }, label) => checkKind('part', value, label),
);

/** Letters, of which a Chinese one counts as three. */
const LONGEST_NAME_BYTES = 30;

const tabName = mappedField(
	textField({
		displayName: 'Tab Name',
		name: 'tabName',
		required: true,
		placeholder: 'e.g. Handbook',
		description: 'Up to 30 Latin or 10 Chinese characters',
	}),
	(name, label) => {
		if (Buffer.byteLength(name) <= LONGEST_NAME_BYTES) return name;
		throw complaint(label, 'is too long', 'Use up to 30 Latin or 10 Chinese characters');
	},
);

/** The kinds that can be added; the platform brings the others itself. */
const tabType = choiceField({
	displayName: 'Tab Type',
	name: 'tabType',
	options: [
		{ name: 'Web Page', value: 'url' },
		{ name: 'Document', value: 'doc', description: 'A document, sheet, base or wiki page that the app can see' },
	],
	default: 'url',
	description: 'What the tab shows',
});

const url = mappedField(
	textField({
		displayName: 'URL',
		name: 'url',
		required: true,
		placeholder: 'e.g. https://example.com/handbook',
		description: 'The address of the web page or of the document',
	}),
	checkUrl,
);

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	idIn(
		'image',
		textField({
			displayName: 'Icon Image Key',
			name: 'iconKey',
			placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
			description: 'Of an image that this app uploaded; for web pages',
		}),
	),
	flagField({
		displayName: 'Open Inside Feishu',
		name: 'isBuiltIn',
		default: true,
		description: 'Whether the web page opens within Feishu rather than in the browser',
	}),
]);

/** What a tab shows, as the platform takes it. */
export const contentField = fieldGroup('content', [tabName, tabType, url, options], ({ read }): Tab => {
	const tab_type = read(tabType);
	const { iconKey, isBuiltIn: is_built_in } = read(options);
	const icon_key = iconKey || undefined;
	return {
		tab_name: read(tabName),
		tab_type,
		tab_content: { [tab_type]: read(url) },
		...((icon_key !== undefined || is_built_in !== undefined) && { tab_config: { icon_key, is_built_in } }),
	};
});

/** Several tabs by their IDs. */
export function tabIdsField(description: string) {
	return idsIn(
		'part',
		listField({
			displayName: 'Tab IDs',
			name: 'tabIds',
			required: true,
			placeholder: 'e.g. 7101214603622940671, 7158333373373759422',
			description,
		}),
	);
}

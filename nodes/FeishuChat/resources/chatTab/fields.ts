import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { checkUrl, readChoice } from '../../../shared/fields/values';
import { searchChatTabs } from '../../../shared/im/searchChatTabs';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { fromList } from '../../../shared/fields/locator';

/** A tab at the top of a chat. */
export interface Tab extends IDataObject {
	tab_id?: string;
	tab_name?: string;
	tab_type?: string;
}

export interface Tabs {
	chat_tabs?: Tab[];
}

/** The kinds that can be added; the platform brings the others itself. */
const TYPES = [
	{ name: 'Document', value: 'doc', description: 'A document, sheet, base or wiki page that the app can see' },
	{ name: 'Web Page', value: 'url', description: 'Any web page' },
];

/** Letters, of which a Chinese one counts as three. */
const LONGEST_NAME_BYTES = 30;

export const tabField: Field = {
	displayName: 'Tab',
	name: 'tab',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A tab of the chat',
	modes: [
		fromList('searchChatTabs', 'Choose a tab…'),
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7101214603622940671' },
	],
	searches: { searchChatTabs },
};

/** What a tab shows, for Create and Update. */
export const contentFields: readonly Field[] = [
	{
		displayName: 'Tab Name',
		name: 'tabName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Handbook',
		description: 'Up to 30 Latin or 10 Chinese characters',
	},
	{
		displayName: 'Tab Type',
		name: 'tabType',
		type: 'options',
		options: TYPES,
		default: 'url',
		description: 'What the tab shows',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/handbook',
		description: 'The address of the web page or of the document',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Icon Image Key',
				name: 'iconKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
				description: 'Of an image that this app uploaded; for web pages',
			},
			{
				displayName: 'Open Inside Feishu',
				name: 'isBuiltIn',
				type: 'boolean',
				default: true,
				description: 'Whether the web page opens within Feishu rather than in the browser',
			},
		],
	},
];

/** The tab as the platform takes it. @throws InputError */
export function readTab(param: Params): Tab {
	const tab_name = param.text('tabName');
	if (Buffer.byteLength(tab_name) > LONGEST_NAME_BYTES) {
		const field = param.label('tabName');
		throw new InputError(field, `The field '${field}' is too long`, 'Use up to 30 Latin or 10 Chinese characters');
	}
	const tab_type = readChoice(param, 'tabType', TYPES);
	const { isBuiltIn: is_built_in } = param.collection<{ isBuiltIn: boolean }>('options');
	const icon_key = param.optionalText('options.iconKey') || undefined;
	return {
		tab_name,
		tab_type,
		tab_content: { [tab_type]: checkUrl(param.text('url'), param.label('url')) },
		...((icon_key !== undefined || is_built_in !== undefined) && { tab_config: { icon_key, is_built_in } }),
	};
}

/** Several tabs by their IDs. */
export function tabIdsField(description: string): Field {
	return {
		displayName: 'Tab IDs',
		name: 'tabIds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7101214603622940671, 7158333373373759422',
		description,
	};
}

import { locatorField } from '../../shared/fields/locator';
import { complaint, mappedField } from '../../shared/operation/field';

/** Its ID, alone or in the address of where it is made. */
const APP = /(?:^|\/)(spring_\w{4,}?__c)(?=$|[/?#])/;

/** The ID that a text is or has in it; undefined without one. */
export const assistantIn = (given: string): string | undefined => APP.exec(given)?.[1];

export const ID_OF_ASSISTANT = 'Take the address of its page in Aily: its ID begins with spring_ and ends with __c';

/** The assistant that is asked: its `spring_…__c`. @throws InputError on anything else, an app of the developer console above all */
export const ailyApp = mappedField(
	locatorField({
		displayName: 'Assistant',
		name: 'ailyApp',
		description: 'The assistant, which Aily calls an app',
		modes: [
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. …/ai/spring_5862e4fea8__c',
				hint: 'The address of the page on which it is made (aily.feishu.cn/ai/…)',
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. spring_5862e4fea8__c' },
		],
	}),
	({ value }, label) => {
		const id = assistantIn(value);
		if (id !== undefined) return id;
		const wrong = value.startsWith('cli_') ? 'is an app of the developer console, not of Aily' : 'names no assistant';
		throw complaint(label, wrong, ID_OF_ASSISTANT);
	},
);

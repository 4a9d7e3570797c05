import type { INodePropertyMode } from 'n8n-workflow';

import { checkKind } from '../../../feishu/idKinds';
import type { UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import { fromList, TEXT, locatorField, optionalLocatorField, type Located } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { searchUsers } from './searchUsers';
import { PEOPLE_CALLS } from './people';
import { referenceOf, resolveUser, type UserReference } from './user';

/** A person as filled in. Whoever needs the ID asks the platform for it, where only an address or a number is known. */
export class Person {
	readonly reference: UserReference;

	constructor(
		{ mode, value }: Located,
		/** What complaints call the field. */
		private readonly label: string,
	) {
		this.reference = referenceOf(mode, mode === 'mobile' ? mobile(value, label) : checkKind('somebody', value, label));
		if (mode === 'email' && !value.includes('@'))
			throw new InputError(label, `The field '${label}' holds no e-mail address: ${value.slice(0, 60)}`, BY_NAME);
	}

	/**
	 * As a receiver, who may be known by an e-mail address; a mobile number is looked up.
	 * @throws InputError when nobody has the number
	 */
	async receiver(feishu: FeishuClient): Promise<{ id: string; type: UserIdType | 'email' }> {
		const { id, type } = this.reference;
		return type === 'email' ? { id, type } : await this.id(feishu);
	}

	/**
	 * The ID with its kind, for endpoints that take no e-mail address: that is looked up.
	 * @param feishu absent where no app could look anybody up
	 * @throws InputError when nobody has the address
	 */
	async id(feishu: FeishuClient | undefined): Promise<{ id: string; type: UserIdType }> {
		return await resolveUser(feishu, this.reference, this.label);
	}
}

/** Numbers are written with blanks and hyphens, and asked for without. */
function mobile(value: string, label: string): string {
	const number = value.replace(/[\s()-]/g, '');
	if (/^\+?\d{5,20}$/.test(number)) return number;
	throw new InputError(label, `The field '${label}' holds no mobile number: ${value.slice(0, 60)}`, BY_NAME);
}

const BY_NAME = 'For a name choose From List';

const BY_ID: INodePropertyMode = {
	displayName: 'By ID',
	name: 'id',
	...TEXT,
	placeholder: 'e.g. ou_7d8a6e6df7621556',
	hint: 'An ID (ou_…) or a name',
};

const WORDS = {
	displayName: 'User',
	description: 'A person whom the app can see',
	modes: [
		fromList('searchUsers', 'Choose a person…'),
		BY_ID,
		{ displayName: 'By Email', name: 'email', type: 'string' as const, placeholder: 'name@email.com' },
		{
			displayName: 'By Mobile',
			name: 'mobile',
			type: 'string' as const,
			placeholder: 'e.g. 13800138000, +6591234567',
		},
	],
	searches: { searchUsers },
	calls: PEOPLE_CALLS,
};

/** A person: from the list, by any kind of ID, by e-mail or by mobile number. */
export function userField<const N extends string = 'user'>(words: Partial<Words<N>> = {}): Field<Person, N> {
	const name = (words.name ?? 'user') as N;
	return mappedField(locatorField({ ...WORDS, ...words, name }), personOf);
}

/** As `userField`; undefined when nobody is chosen. */
export function optionalUserField<const N extends string = 'user'>(
	words: Partial<Words<N>> = {},
): Field<Person | undefined, N> {
	const name = (words.name ?? 'user') as N;
	return mappedField(
		optionalLocatorField({ ...WORDS, ...words, name }),
		(found, label) => found && personOf(found, label),
	);
}

/** A member of a group, where no app could list or look people up; undefined when nobody is entered. */
export function memberField<const N extends string = 'user'>(
	words: Partial<Words<N>> = {},
): Field<Person | undefined, N> {
	const { displayName } = WORDS;
	const modes = [{ ...BY_ID, hint: 'An open_id (ou_…) or a user_id; a custom bot can look nobody up' }];
	const name = (words.name ?? 'user') as N;
	return mappedField(
		optionalLocatorField({ displayName, description: 'A member of the group', modes, ...words, name }),
		(found, label) => found && personOf(found, label),
	);
}

const personOf = (located: Located, label: string) => new Person(located, label);

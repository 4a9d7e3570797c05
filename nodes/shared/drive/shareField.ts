import { PEOPLE_CALLS } from '../contact/people';
import { optionalUserField } from '../contact/person';
import { peopleList } from '../contact/severalPeople';
import { mixedRowsField } from '../fields/nested';
import { choiceField, flagField } from '../fields/plain';
import { optionalChatField } from '../im/chat';
import { complaint, mappedField, type Field, type Reader, type ValueOf } from '../operation/field';
import { SHARE_LINK, SHARE_MEMBER } from './share';
import { Sharing, type ShareRow } from './sharing';

const person = optionalUserField({ name: 'person', displayName: 'Person' });

const chat = optionalChatField({ description: 'A group that the app is in: everybody in it gets the permission' });

const VIEW = { name: 'Can View', value: 'view' } as const;
const EDIT = { name: 'Can Edit', value: 'edit' } as const;
const permission = choiceField({
	displayName: 'Permission',
	name: 'permission',
	description: 'What they may do with it',
	options: [VIEW, EDIT, { name: 'Can Manage', value: 'full_access', description: 'May also share it and delete it' }],
	default: 'edit',
});
const linkPermission = choiceField({
	displayName: 'Permission',
	name: 'permission',
	description: 'What everybody in the organization may do who has the link',
	options: [VIEW, EDIT],
	default: 'view',
});

/** The platform tells nobody in the name of an app. */
const notify = flagField({
	displayName: 'Notify',
	name: 'notify',
	default: false,
	description: 'Whether Feishu tells them that it was shared with them',
	displayOptions: { show: { '/authentication': ['person', 'accessToken'] } },
});

const TO_PEOPLE = {
	person: { name: 'Person', fields: [person, permission, notify] },
	several: { name: 'Several People', fields: [peopleList, permission, notify] },
	chat: { name: 'Chat', fields: [chat, permission, notify] },
};
const TO_ALL = { ...TO_PEOPLE, link: { name: 'Anyone in the Organization with the Link', fields: [linkPermission] } };

const WORDS = {
	displayName: 'Share With',
	name: 'shareWith',
	placeholder: 'Add Share',
	description: "What an app makes lies in the app's own space, where nobody sees it until it is shared",
} as const;

const toPeople = mixedRowsField(WORDS, TO_PEOPLE);
const toAll = mixedRowsField(WORDS, TO_ALL);

/**
 * With whom something new is shared: people, chats, and anyone in the organization with the link. `resolve` what it gives
 * before anything is made, then hand that to `share`. An operation that has it lists nothing more for it.
 * @throws InputError about a row in which nobody is named
 */
export const shareField: Field<Sharing, 'shareWith'> = {
	...mappedField(toAll, ({ link, ...rows }, label) => {
		const permissions = link.map(({ read }) => read(linkPermission));
		const widest = permissions.includes('edit') ? 'tenant_editable' : 'tenant_readable';
		return new Sharing(rowsOf(rows, label), permissions.length > 0 ? widest : undefined);
	}),
	calls: [...PEOPLE_CALLS, SHARE_MEMBER, SHARE_LINK],
};

/** As `shareField`, for folders, which the platform opens for nobody by their link. */
export const shareFolderField: Field<Sharing, 'shareWith'> = {
	...mappedField(toPeople, (rows, label) => new Sharing(rowsOf(rows, label))),
	calls: [...PEOPLE_CALLS, SHARE_MEMBER],
};

function rowsOf({ person: ones, several: lists, chat: chats }: ValueOf<typeof toPeople>, label: string): ShareRow[] {
	const how = ({ read }: Reader<typeof permission | typeof notify>) => ({
		label,
		perm: read(permission),
		notify: read(notify),
	});
	const named = (id: string | undefined, what: string) => {
		if (id === undefined) throw complaint(label, `has a row without a ${what}`, `Choose a ${what}, or remove the row`);
		return [id];
	};
	const filled = (ids: string[]) => {
		if (ids.length === 0) throw complaint(label, 'has a row without people', 'Name at least one, or remove the row');
		return ids;
	};
	return [
		...ones.map((row) => ({ ...how(row), isChat: false, entries: named(row.read(person)?.reference.id, 'person') })),
		...lists.map((row) => ({ ...how(row), isChat: false, entries: filled(row.read(peopleList)) })),
		...chats.map((row) => ({ ...how(row), isChat: true, entries: named(row.read(chat), 'chat') })),
	];
}

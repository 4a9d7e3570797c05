import type { FeishuClient } from '../../shared/client/client';
import { optionalPeopleField } from '../../shared/contact/severalPeople';
import { fieldGroup } from '../../shared/fields/nested';
import { listField } from '../../shared/fields/plain';
import { complaint, mappedField } from '../../shared/operation/field';

/** People of a request to the endpoints of groups. */
export const USERS_AT_ONCE = 50;

/** Bots of a request to the endpoints of groups. */
export const BOTS_AT_ONCE = 5;

/** People, or bots, of one request, with the kind of their IDs. */
interface Request {
	type: string;
	ids: string[];
}

/** The people whom an operation on a group concerns. */
export const members = optionalPeopleField({ displayName: 'Members', name: 'members', placeholder: 'Add Members' });

/** The bots whom an operation on a group concerns, by the App IDs of their apps. */
export const bots = mappedField(
	listField({
		displayName: 'Bots',
		name: 'bots',
		placeholder: 'e.g. cli_a10fbf7e94b8d01d',
		description: 'App IDs separated by commas or line breaks; an expression may give a list',
	}),
	(ids, label) => {
		const wrong = ids.find((id) => !id.startsWith('cli_'));
		if (wrong === undefined) return ids;
		throw complaint(
			label,
			`holds no App ID: ${wrong.slice(0, 60)}`,
			'An App ID looks like cli_a10fbf7e94b8d01d; people go into another field',
		);
	},
);

/**
 * The people and bots whom an operation on a group concerns: gives what asks the platform for their IDs, in requests as
 * large as it takes. @throws InputError when there is nobody
 */
export const membersField = fieldGroup('membersAndBots', [members, bots], ({ read }) => {
	const people = read(members);
	const apps = read(bots);
	if (apps.length + people.count === 0)
		throw members.refuse(`and the field '${bots.label}' are both empty`, 'Add at least one person or bot');
	return async (feishu: FeishuClient): Promise<Request[]> => {
		const { ids, type } = await people.resolve(feishu);
		return [...split(ids, type, USERS_AT_ONCE), ...split(apps, 'app_id', BOTS_AT_ONCE)];
	};
});

function split(ids: readonly string[], type: string, size: number): Request[] {
	return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
		type,
		ids: ids.slice(index * size, (index + 1) * size),
	}));
}

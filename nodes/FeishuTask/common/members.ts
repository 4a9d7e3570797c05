import { InputError } from '../../../feishu/input';
import { idKind } from '../../../feishu/idKinds';
import { listField } from '../../shared/fields/plain';
import { mappedField } from '../../shared/operation/field';

/** A member in a request. */
export interface Member {
	id: string;
	type: 'user' | 'app' | 'chat';
	role: string;
}

/** Apps that take part, as the one whose credential it is. */
export const apps = mappedField(
	listField({
		displayName: 'Apps',
		name: 'apps',
		placeholder: 'e.g. cli_9b445f5258795107',
		description: 'App IDs of apps that are to take part, separated by commas',
	}),
	(ids, label) => {
		for (const id of ids)
			if (idKind(id) !== 'app')
				throw new InputError(label, `The field '${label}' holds no App ID: ${id.slice(0, 60)}`, 'It begins with cli_');
		return ids;
	},
);

export const people = (ids: readonly string[], role: string): Member[] => ids.map((id) => ({ id, type: 'user', role }));
export const appMembers = (ids: readonly string[], role: string): Member[] =>
	ids.map((id) => ({ id, type: 'app', role }));

import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { text } from '../../../../feishu/json';
import type { Asking } from '../../../shared/client/asking';
import { chosenBase, keyOfBase } from '../../../shared/base/chosen';
import { askingFor } from '../../../shared/fields/panel';
import type { FeishuClient } from '../../../shared/client/client';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { mappedField } from '../../../shared/operation/field';

/**
 * Roles by the newer endpoints: the older ones are called historical, and know nothing of views, of what may be copied
 * and of a second rule for records. Only deleting, and the members, have no newer ones.
 */
export const GET_ROLES = 'GET /open-apis/base/v2/apps/:app_token/roles';

/** As many as a base has at most. */
const PAGE = 30;

export interface RoleEntry extends IDataObject {
	role_id: string;
	role_name: string;
}

export async function rolesOf(feishu: FeishuClient, app_token: string, limit = Infinity): Promise<RoleEntry[]> {
	return (await feishu.list(GET_ROLES, { path: { app_token }, limit, pageSize: PAGE })) as RoleEntry[];
}

const searchRoles = listSearch({
	what: 'roles',
	scopes: ['base:role:read'],
	of: keyOfBase,
	async *entries(ask) {
		const roles = await rolesOf(ask.feishu, await chosenBase(ask).token(askingFor(ask)));
		for (const { role_id: value, role_name: name } of roles) yield { name, value };
	},
	nothing: { message: 'The base has no role', advice: 'Role: Create makes one' },
});

/** A role as filled in: by its ID or by its name. */
class Role {
	constructor(
		/** `rol…` or a name. */
		readonly entered: string,
		private readonly label: string,
	) {}

	/** `rol…` @throws InputError when the base has no role of this name; CallError */
	async id({ feishu }: Asking, app_token: string): Promise<string> {
		return isId(this.entered) ? this.entered : (await this.entry({ feishu }, app_token)).role_id;
	}

	/** All that the platform tells of it. @throws InputError when the base has no such role; CallError */
	async entry({ feishu }: Pick<Asking, 'feishu'>, app_token: string): Promise<RoleEntry> {
		const roles = await rolesOf(feishu, app_token);
		const found = roles.find(({ role_id, role_name }) => role_id === this.entered || role_name.trim() === this.entered);
		if (found) return found;
		const names = roles.map(({ role_name }) => text(role_name)).join(', ');
		throw new InputError(
			this.label,
			`The base has no role '${this.entered.slice(0, 60)}'`,
			names === '' ? 'It has none at all: Role: Create makes one' : `It has ${names}`,
		);
	}
}

const isId = (entered: string) => /^rol\w+$/.test(entered);

/** A role of the base that is chosen beside it. */
export const roleField = mappedField(
	locatorField({
		displayName: 'Role',
		name: 'role',
		description: 'A role of the base, which has advanced permissions',
		modes: [
			fromList('searchRoles', 'Choose a role…'),
			{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. roljRpwIUt' },
		],
		searches: { searchRoles },
		calls: [GET_ROLES],
	}),
	({ value }, label) => new Role(value, label),
);

import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import type { JsonObject } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, listField } from '../../../shared/fields/plain';
import type { Added } from '../../../shared/fields/nested';
import { Dashboard, GET_DASHBOARDS } from '../dashboard/dashboard';

const dashboards = listField({
	displayName: 'Dashboards',
	name: 'dashboards',
	placeholder: 'e.g. Sales, blkEsvEEaNllY2UV',
	description: 'Those that the role may open, by name or ID, separated by commas; the others are not seen',
});

const copying = flagField({
	displayName: 'Copy Content',
	name: 'copying',
	default: false,
	description: 'Whether content of the base may be copied',
});

const downloading = flagField({
	displayName: 'Duplicate, Download and Print',
	name: 'downloading',
	default: false,
	description: 'Whether the base may be duplicated, downloaded and printed',
});

const fields = [copying, dashboards, downloading] as const;

export type RoleOptions = Added<(typeof fields)[number]>;

/** What a role may do besides with the base as a whole. */
export const roleOptions = {
	...collectionField({ displayName: 'Options', name: 'roleOptions', placeholder: 'Add option' }, fields),
	calls: [GET_DASHBOARDS],
};

/**
 * The same as the platform takes it. Without a rule everything is allowed; so that one of both does not forbid the other,
 * both are said. @param known what was said before
 * @throws InputError naming a dashboard that the base does not have; CallError
 */
export async function baseRights(
	asking: Asking,
	base: Base,
	{ dashboards: opened, copying: copy, downloading: download }: RoleOptions,
	known: JsonObject = {},
): Promise<JsonObject> {
	const block_roles: JsonObject[] = [];
	for (const one of opened ?? []) {
		const { block_id } = await new Dashboard(base, one, dashboards.label).path(asking);
		block_roles.push({ block_id, block_perm: 1 });
	}
	const said = copy !== undefined || download !== undefined;
	const right = (now: boolean | undefined, before: unknown) => Number(now ?? before !== 0);
	const base_rule = { base_complex_edit: right(download, known.base_complex_edit), copy: right(copy, known.copy) };
	return { ...(opened !== undefined && { block_roles }), ...(said && { base_rule }) };
}

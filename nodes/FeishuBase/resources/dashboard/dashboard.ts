import { baseAddress } from '../../../../feishu/base/baseAddress';
import { InputError } from '../../../../feishu/input';
import { text } from '../../../../feishu/json';
import { baseField } from '../../../shared/base/base';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { chosenBase, keyOfBase } from '../../../shared/base/chosen';
import { askingFor } from '../../../shared/fields/panel';
import type { FeishuClient } from '../../../shared/client/client';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, optionalLocatorField, TEXT } from '../../../shared/fields/locator';
import { fieldGroup } from '../../../shared/fields/nested';
import { complaint } from '../../../shared/operation/field';

export const GET_DASHBOARDS = 'GET /open-apis/bitable/v1/apps/:app_token/dashboards';

/** The largest page. Source: …/bitable-v1/app-dashboard/list */
const PAGE = 500;

/** All dashboards of a base, page by page. @throws CallError */
const dashboardsOf = (feishu: FeishuClient, app_token: string) =>
	feishu.records(GET_DASHBOARDS, { path: { app_token }, pageSize: PAGE, itemsKey: 'dashboards' });

const searchDashboards = listSearch({
	what: 'dashboards',
	scopes: ['base:dashboard:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfBase,
	async *entries(ask) {
		const asking = askingFor(ask);
		for await (const { name, block_id } of dashboardsOf(ask.feishu, await chosenBase(ask).token(asking)))
			yield { name: text(name), value: text(block_id) };
	},
	nothing: {
		message: 'The base has no dashboard',
		advice: 'Only people can make the first one, in the base: + → Dashboard',
	},
});

/** A dashboard as filled in: by its ID or by its name. */
export class Dashboard {
	constructor(
		readonly base: Base,
		/** `blk…` or a name. */
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** What the paths of its endpoints need. @throws InputError when the base has no dashboard of this name; CallError */
	async path(asking: Asking): Promise<{ app_token: string; block_id: string }> {
		const app_token = await this.base.token(asking);
		if (/^blk\w+$/.test(this.entered)) return { app_token, block_id: this.entered };
		const names: string[] = [];
		for await (const { name, block_id } of dashboardsOf(asking.feishu, app_token)) {
			if (text(name).trim() === this.entered) return { app_token, block_id: text(block_id) };
			names.push(text(name));
		}
		throw new InputError(
			this.label,
			`The base has no dashboard called '${this.entered.slice(0, 60)}'`,
			names.length > 0 ? `It has ${names.slice(0, 20).join(', ')}` : 'It has none at all',
		);
	}
}

const base = baseField();

const entered = optionalLocatorField({
	displayName: 'Dashboard',
	name: 'dashboard',
	description: 'Taken from the address of the base where nothing is chosen and a dashboard was open there',
	modes: [
		fromList('searchDashboards', 'Choose a dashboard…'),
		{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. blkEsvEEaNllY2UV' },
	],
	searches: { searchDashboards },
	calls: [GET_DASHBOARDS],
});

/** A base and one of its dashboards. @throws InputError where neither the panel nor the address names one */
export const dashboardField = fieldGroup('dashboardOfBase', [base, entered], ({ read, label }): Dashboard => {
	const chosen = read(base);
	const { value } = read(entered) ?? {};
	const name = label(entered);
	const dashboard = value === undefined ? blockIn(chosen.address) : entry(name, value);
	if (dashboard === undefined)
		throw complaint(
			name,
			'is empty',
			'Choose from the list, or copy the address of the base while the dashboard is open',
		);
	return new Dashboard(chosen, dashboard, name);
});

const blockIn = ({ other = '' }: Base['address']) => (other.startsWith('blk') ? other : undefined);

function entry(label: string, value: string): string | undefined {
	return /^https?:\/\//i.test(value) ? blockIn(baseAddress(label, value)) : value;
}

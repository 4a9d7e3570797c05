import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/client/asking';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { listSearch } from '../../../shared/fields/listSearch';
import { askingFor } from '../../../shared/fields/panel';
import { mappedField } from '../../../shared/operation/field';
import { chosenSheetPath, keyOfSheet } from '../../../shared/sheets/chosen';
import type { SheetPath } from '../../../shared/sheets/contents';
import { READ_SCOPES } from '../../scopes';

export const VIEWS = '/open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id/filter_views';
export const LIST_VIEWS = `GET ${VIEWS}/query`;

/** Source: …/sheets-v3/spreadsheet-sheet-filter_view/query */
export interface ViewEntry {
	filter_view_id: string;
	filter_view_name: string;
	range: string;
}

/** All of a sheet: the platform gives them without pages. @throws CallError */
export async function viewsOf({ feishu }: Pick<Asking, 'feishu'>, path: SheetPath): Promise<ViewEntry[]> {
	const { items } = await feishu.call<{ items?: ViewEntry[] }>(LIST_VIEWS, { path, idempotent: true });
	return items ?? [];
}

const searchFilterViews = listSearch({
	what: 'filter views',
	scopes: READ_SCOPES,
	of: keyOfSheet,
	async *entries(ask) {
		const views = await viewsOf(askingFor(ask), await chosenSheetPath(ask));
		for (const { filter_view_id: value, filter_view_name: name } of views) yield { name, value };
	},
	nothing: { message: 'The sheet has no filter view', advice: 'Create one, here or in the sheet' },
});

/** A filter view as filled in: by its ID or by its name. */
export class ChosenView {
	constructor(
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** @throws InputError when the sheet has no such view; CallError */
	async entry(asking: Pick<Asking, 'feishu'>, path: SheetPath): Promise<ViewEntry> {
		const views = await viewsOf(asking, path);
		const found =
			views.find(({ filter_view_id }) => filter_view_id === this.entered) ??
			views.find(({ filter_view_name }) => filter_view_name.trim() === this.entered);
		if (found) return found;
		const names = views.map(({ filter_view_name }) => filter_view_name).slice(0, 20);
		throw new InputError(
			this.label,
			`The sheet has no filter view '${this.entered.slice(0, 60)}'`,
			names.length > 0 ? `It has ${names.join(', ')}` : 'It has none at all',
		);
	}
}

export const viewField = mappedField(
	locatorField({
		displayName: 'Filter View',
		name: 'filterView',
		description: 'A filter view of the sheet',
		modes: [
			fromList('searchFilterViews', 'Choose a filter view…'),
			{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. Open orders' },
		],
		searches: { searchFilterViews },
		calls: [LIST_VIEWS],
	}),
	({ value }, label) => new ChosenView(value, label),
);

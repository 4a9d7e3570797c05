import { baseAddress } from '../../../../feishu/base/baseAddress';
import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/client/asking';
import { chosenBase, chosenTable, keyOfTable } from '../../../shared/base/chosen';
import { askingFor, filledIn } from '../../../shared/fields/panel';
import { GET_VIEWS, viewsOf, type TablePath } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import type { Table } from '../../../shared/base/tablePlace';
import { listSearch, type Ask } from '../../../shared/fields/listSearch';
import { fromList, optionalLocatorField, TEXT } from '../../../shared/fields/locator';
import { fieldGroup } from '../../../shared/fields/nested';
import { complaint } from '../../../shared/operation/field';

/** A form is a view of this type, and its ID that of the view. */
const FORM = 'form';

const formsOf = async (asking: Asking, path: TablePath) =>
	(await viewsOf(asking, path)).filter(({ view_type }) => view_type === FORM);

const searchForms = listSearch({
	what: 'forms',
	scopes: ['base:view:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfTable,
	async *entries(ask) {
		const forms = await formsOf(askingFor(ask), await chosenTable(ask));
		for (const { view_id: value, view_name: name } of forms) yield { name, value };
	},
	nothing: { message: 'The table has no form', advice: 'View: Create makes one: a form is a view of the type Form' },
});

/** What the paths of a form's endpoints need. */
export interface FormPath extends TablePath {
	form_id: string;
}

/** A form as filled in: by its ID or by its name. */
export class Form {
	constructor(
		readonly table: Table,
		/** `vew…` or a name. */
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** @throws InputError when the table has no form of this name; CallError */
	async path(asking: Asking): Promise<FormPath> {
		return await pathOf(asking, await this.table.path(asking), this.entered, this.label);
	}
}

async function pathOf(asking: Asking, path: TablePath, entered: string, label: string): Promise<FormPath> {
	if (/^vew\w+$/.test(entered)) return { ...path, form_id: entered };
	const forms = await formsOf(asking, path);
	const found = forms.find(({ view_name }) => view_name.trim() === entered);
	if (found) return { ...path, form_id: found.view_id };
	const names = forms.map(({ view_name }) => view_name).slice(0, 20);
	throw new InputError(
		label,
		`The table has no form called '${entered.slice(0, 60)}'`,
		names.length > 0 ? `It has ${names.join(', ')}` : 'It has none at all: a form is a view of the type Form',
	);
}

/** The form that the panel's fields hold, for its questions' list. @throws InputError while there is none; CallError */
export async function chosenForm(ask: Ask): Promise<FormPath> {
	const form = filledIn(ask, 'form');
	const wanted = form === '' ? chosenBase(ask).address.view : viewIn('Form', form);
	if (wanted === undefined)
		throw new InputError('Form', 'Choose the form first', 'What is in this list belongs to a form');
	return await pathOf(askingFor(ask), await chosenTable(ask), wanted, 'Form');
}

export const keyOfForm = (ask: Ask): string => `${keyOfTable(ask)} ${filledIn(ask, 'form')}`;

const entered = optionalLocatorField({
	displayName: 'Form',
	name: 'form',
	description: 'Taken from the address of the base where nothing is chosen and a form was open there',
	modes: [
		fromList('searchForms', 'Choose a form…'),
		{
			displayName: 'By Name or ID',
			name: 'id',
			...TEXT,
			placeholder: 'e.g. vew6oMbAa4',
			hint: 'The ID is that of the view; an address with &view= works as well',
		},
	],
	searches: { searchForms },
	calls: [GET_VIEWS],
});

/** A table and one of its forms. @throws InputError where neither the panel nor the address names one */
export const formField = fieldGroup('formOfTable', [tableField, entered], ({ read, label }): Form => {
	const table = read(tableField);
	const { value } = read(entered) ?? {};
	const name = label(entered);
	const form = value === undefined ? table.base.address.view : viewIn(name, value);
	if (form === undefined)
		throw complaint(name, 'is empty', 'Choose from the list, or copy the address of the base while the form is open');
	return new Form(table, form, name);
});

function viewIn(label: string, value: string): string | undefined {
	return /^https?:\/\//i.test(value) ? baseAddress(label, value).view : value;
}

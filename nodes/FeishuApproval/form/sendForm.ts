import { isCreatable, onlyInClient } from '../../../feishu/approval/columns';
import { enterForm } from '../../../feishu/approval/enterForm';
import type { Widget } from '../../../feishu/approval/widget';
import { InputError } from '../../../feishu/input';
import type { JsonObject } from '../../../feishu/json';
import { parseMoment } from '../../shared/fields/values';
import type { Mapped } from '../../shared/fields/mapper';
import { complaint } from '../../shared/operation/field';
import type { OperationContext } from '../../shared/operation/operation';
import type { Definition } from '../definition/readDefinition';
import { lookUpForm, type Wanted } from './lookUpForm';

/** Values of a form, by the IDs or the names of its controls. */
export interface FormValues {
	values: JsonObject;
	/** Keys that are no control's are left out, as of an item. */
	lenient: boolean;
	/** What complaints call the field. */
	label: string;
	/** Whether what the form requires has to be there; not where values are added to those that are. */
	complete?: boolean;
	/** The keys of which at least one has to be a control's, where nobody has looked at the controls one by one. */
	keys?: readonly string[];
}

type Asking = Pick<OperationContext, 'feishu' | 'panel'>;

/** What was filled in for one item. */
export function valuesIn(mapped: Mapped, json: JsonObject, label: string): FormValues {
	if (mapped.from === 'item') return { values: json, lenient: true, label, keys: Object.keys(json) };
	if (mapped.from === 'expression')
		return { values: mapped.values, lenient: false, label, keys: Object.keys(mapped.values) };
	const filled = Object.entries(mapped.values).filter(([key]) => mapped.isFilledIn(key));
	return { values: Object.fromEntries(filled), lenient: false, label };
}

/**
 * A form as the platform takes it: JSON text. All values are read before anything is looked up or uploaded.
 * @throws InputError that names the control, CallError
 */
export async function formText(
	{ widgets }: Pick<Definition, 'widgets'>,
	given: FormValues,
	asking: Asking,
): Promise<string> {
	const { values, lenient, label, complete = false, keys } = given;
	const { feishu, panel } = asking;
	const needs: Wanted[] = [];
	const names = panel.fileNames();
	const controls = widgets.filter(isCreatable).map(({ name }) => name);
	const looked = complete && keys !== undefined && controls.length > 0;
	const later = enterForm(
		widgets,
		values,
		{ label, lenient, complete, ...(looked && { nothingFits: () => nothingFits(label, keys, controls) }) },
		{
			moment: (field, value) => momentIn(field, value, panel.timeZone),
			timeZone: panel.timeZone,
			need: (need, named) => void needs.push({ need, label: named }),
			hasFile: (name) => names.includes(name),
		},
	);
	const open = async (name: string, field: string) => await panel.file(name, field);
	const found = await lookUpForm(feishu, needs, open);
	return JSON.stringify(later(found));
}

/** Where no control is required, an approval would be started without a value in it. */
function nothingFits(label: string, keys: readonly string[], controls: readonly string[]): InputError {
	const some = (names: readonly string[]) => names.slice(0, 10).join(', ') + (names.length > 10 ? ', …' : '');
	return complaint(
		label,
		keys.length === 0
			? 'gets no value for any control of the form'
			: `finds nothing that is called like a control of the form, or nothing in it: it has ${some(keys)}`,
		`Rename the keys (Edit Fields), or map each control manually. The form has ${some(controls)}; an empty form is started with Options → Allow Missing Required Controls`,
	);
}

function momentIn(label: string, value: unknown, timeZone: string): number {
	const moment = parseMoment(label, value, timeZone);
	if (moment === undefined) throw complaint(label, 'is empty', 'Enter a date');
	return moment;
}

/** @throws InputError about an approval that no program can start */
export function refuseClientOnly({ widgets, name }: { widgets: readonly Widget[]; name: string }, label: string): void {
	const [only] = onlyInClient(widgets);
	if (only)
		throw new InputError(
			label,
			`The form of '${name}' asks for '${only.name}', which can be filled in in the client only`,
			'Start this approval in Feishu, or let an administrator make that control optional',
		);
}

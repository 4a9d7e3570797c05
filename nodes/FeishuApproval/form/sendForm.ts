import { onlyInClient } from '../../../feishu/approval/columns';
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
}

type Asking = Pick<OperationContext, 'feishu' | 'panel'>;

/** What was filled in for one item. */
export function valuesIn(mapped: Mapped, json: JsonObject, label: string): FormValues {
	if (mapped.from === 'item') return { values: json, lenient: true, label };
	if (mapped.from === 'expression') return { values: mapped.values, lenient: false, label };
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
	const { values, lenient, label, complete = false } = given;
	const { feishu, panel } = asking;
	const needs: Wanted[] = [];
	const names = panel.fileNames();
	const later = enterForm(
		widgets,
		values,
		{ label, lenient, complete },
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

import type { IDataObject, IExecuteFunctions, IPollFunctions, ITriggerFunctions } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { inputFile, type InputFile } from '../client/binary';
import { InputError, isInputError } from '../../../feishu/input';
import { tell } from './tell';
import { WrittenPanel } from './writtenPanel';

/** Characters of an expression that an error repeats. */
const LONGEST_EXPRESSION = 120;

/** The expression that a parameter is, or that a resource locator holds, without the sign that makes it one. */
function expressionIn(written: unknown): string | undefined {
	const value = isObject(written) ? written.value : written;
	return typeof value === 'string' && value.startsWith('=') ? value.slice(1) : undefined;
}

/** `{{ $json.output }}`, `{{ $('Agent').item.json.output }}`: what n8n computes in an expression only. */
const EXPRESSION_MARKS = /\{\{[^{}]*\$(?:\(|json\b|input\b|node\b|now\b|today\b)/;

/** Whether what was typed was meant as an expression, and the field still is Fixed: n8n switches few fields by itself. */
const isMeantAsExpression = (written: unknown): boolean =>
	typeof written === 'string' && !written.startsWith('=') && EXPRESSION_MARKS.test(written);

const hasItems = (context: PanelContext): context is IExecuteFunctions => 'getInputData' in context;

function isNothing(value: unknown): boolean {
	const inner = isObject(value) && 'value' in value ? value.value : value;
	if (Array.isArray(inner)) return inner.length === 0;
	return inner === undefined || inner === null || (typeof inner === 'string' && inner.trim() === '');
}

/** Whose panel it is; one of a trigger has no items. */
export type PanelContext = IExecuteFunctions | ITriggerFunctions | IPollFunctions;

/**
 * What was filled in for one item, as it is: for the fields, which read and check it. It is the panel itself, or a row
 * or a collection in it.
 */
export class Panel {
	constructor(
		private readonly context: PanelContext,
		readonly itemIndex: number,
		/** What complaints call the row; empty for the panel itself. */
		readonly place = '',
		/** Where the values stand when they are not the panel's own parameters. */
		private readonly values?: IDataObject,
		/** What the node holds for them, expressions as they were written. */
		private readonly written: unknown = WrittenPanel.of(context).parameters,
		/** Expressions that gave nothing, by what complaints call their fields. */
		private readonly silent = new Map<string, string>(),
	) {}

	/** The value of a parameter; `otherwise` where a row does not hold it, since n8n does not store what nobody changed. */
	value(name: string, otherwise?: unknown): unknown {
		if (this.values) return this.values[name] ?? otherwise;
		// Without a fallback n8n throws where a field is hidden or was never set.
		const { context, itemIndex } = this;
		return hasItems(context)
			? WrittenPanel.of(context).value(name, () => context.getNodeParameter(name, itemIndex, null))
			: (context.getNodeParameter(name, null) as unknown);
	}

	/** The name of a field as complaints say it: behind that of its row. */
	label(name: string): string {
		return this.place === '' ? name : `${this.place} → ${name}`;
	}

	/** A parameter as the node holds it: an expression as it was written. */
	writtenAs(name: string): unknown {
		return isObject(this.written) ? this.written[name] : undefined;
	}

	/** The values of a collection, whose fields are called as if they stood in the panel. @param written as the node holds them */
	inside(values: unknown, written: unknown): Panel {
		const own = isObject(values) ? (values as IDataObject) : {};
		return new Panel(this.context, this.itemIndex, this.place, own, written, this.silent);
	}

	/** A row of a fixed collection. @param name what complaints call it: `Block 2 (Table)` @param written as the node holds it */
	row(name: string, values: IDataObject, written: unknown): Panel {
		return new Panel(this.context, this.itemIndex, this.label(name), values, written, this.silent);
	}

	/**
	 * To be told of each value that is read: an expression that gives nothing looks like a field that nobody filled in, and
	 * one that was typed as mere words goes out with its braces.
	 * @returns whether it is an expression that gave nothing, so that nobody meant the default
	 */
	noteValue(name: string, label: string, value: unknown): boolean {
		const written = this.writtenAs(name);
		if (hasItems(this.context) && isMeantAsExpression(written))
			tell(
				this.context,
				[`'${label}' holds {{ }} but is Fixed, so it counts as it stands: switch it to Expression`],
				'warning',
			);
		const expression = expressionIn(written);
		const given = this.values ? this.values[name] : value;
		if (expression === undefined || !isNothing(given)) return false;
		this.silent.set(label, expression);
		return true;
	}

	/** The same error; of a field whose expression gave nothing, it says that. */
	explained(error: unknown): unknown {
		if (!isInputError(error) || !error.message.endsWith('is empty')) return error;
		const expression = this.silent.get(error.field);
		if (expression === undefined) return error;
		return new InputError(
			error.field,
			`${error.message}: its expression gave no value`,
			`For this item, ${expression.trim().slice(0, LONGEST_EXPRESSION)} gave nothing. See what the node before gives, and how the property is spelled`,
		);
	}

	/** The zone of dates that carry no offset: the workflow's. */
	get timeZone(): string {
		return this.context.getTimezone();
	}

	/** The names of the files that the item brings. */
	fileNames(): string[] {
		return hasItems(this.context) ? Object.keys(this.context.getInputData()[this.itemIndex]?.binary ?? {}) : [];
	}

	/** The item's file of this name. @param field what complaints call the field that names it @throws InputError when there is none */
	async file(propertyName: string, field: string): Promise<InputFile> {
		if (hasItems(this.context)) return await inputFile(this.context, this.itemIndex, propertyName, field);
		throw new InputError(field, `The field '${field}' names a file, and nothing comes before a trigger`);
	}
}

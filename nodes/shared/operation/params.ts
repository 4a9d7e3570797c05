import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isObject } from '../../../feishu/json';
import type { InputFile } from '../client/binary';
import { inputFile } from '../client/binary';
import type { Located } from '../fields/locator';
import { parseJson, parseMoment, splitList, textOf } from '../fields/values';

export { parseMoment, splitList } from '../fields/values';
export type { Located } from '../fields/locator';

/**
 * What was filled in for one item, read by name and checked. Every complaint names the field as the
 * panel shows it, and is made before any call.
 */
export class Params {
	constructor(
		private readonly context: IExecuteFunctions,
		readonly itemIndex: number,
		private readonly properties: readonly INodeProperties[],
		/** Where the values stand when they are a row of a fixed collection. */
		private readonly row?: Row,
	) {}

	/** Text that must be there. @throws InputError when empty */
	text(name: string): string {
		const value = this.optionalText(name);
		if (value === '') throw new InputError(this.label(name), `The field '${this.label(name)}' is empty`);
		return value;
	}

	/** Text, or an empty string. Numbers from expressions count as text. */
	optionalText(name: string): string {
		return this.rawText(name).trim();
	}

	/** Text as it is, with its white space. @throws InputError when it is an object, of which text would tell nothing */
	rawText(name: string): string {
		const value = this.value(name);
		this.refuseObjects(name, value);
		return value === undefined || value === null ? '' : String(value);
	}

	/** Values separated by commas or line breaks, or a list from an expression; without repeats. @throws InputError when there is none */
	list(name: string): string[] {
		const values = this.optionalList(name);
		if (values.length === 0) throw new InputError(this.label(name), `The field '${this.label(name)}' is empty`);
		return values;
	}

	/** As `list`, and empty when there is none. */
	optionalList(name: string): string[] {
		const value = this.value(name);
		this.refuseObjects(name, value);
		return splitList(value);
	}

	flag(name: string): boolean {
		return this.value(name) === true;
	}

	/** @throws InputError when it is no number within the bounds */
	number(name: string, { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {}): number {
		const value = Number(this.value(name));
		if (!Number.isFinite(value) || value < min || value > max) {
			throw new InputError(this.label(name), `The field '${this.label(name)}' must be a number${range(min, max)}`);
		}
		return value;
	}

	choice<T extends string>(name: string): T {
		return this.text(name) as T;
	}

	/** A collection, or the values of a fixed collection's group. */
	collection<T extends object = IDataObject>(name: string): Partial<T> {
		return (this.value(name) ?? {}) as Partial<T>;
	}

	/** The rows of a fixed collection: `rows('mentions', 'people')`. */
	rows<T extends object = IDataObject>(name: string, group: string): T[] {
		const rows = this.collection<Record<string, unknown>>(name)[group];
		return Array.isArray(rows) ? (rows as T[]) : [];
	}

	/**
	 * The same rows, each to be read like the panel itself. What n8n did not store has its default.
	 * @param nameOf how complaints call a row: `Block 2 (Table)`
	 */
	rowParams(name: string, group: string, nameOf: (row: IDataObject, index: number) => string): Params[] {
		const fields = this.property(name)?.options?.find((option) => option.name === group);
		const properties = fields && 'values' in fields ? fields.values : [];
		return this.rows(name, group).map((values, index) => {
			const place = `${this.row ? `${this.row.name} → ` : ''}${nameOf(values, index)}`;
			return new Params(this.context, this.itemIndex, properties, { name: place, values });
		});
	}

	/** What complaints call the row; empty for the panel itself. */
	get place(): string {
		return this.row?.name ?? '';
	}

	/**
	 * JSON from text, an expression or a field already parsed. Empty gives undefined.
	 * @throws InputError when it is no JSON
	 */
	json(name: string): unknown {
		const value = this.value(name);
		return typeof value === 'string' ? parseJson(this.label(name), value) : (value ?? undefined);
	}

	/** @throws InputError when it is no JSON object; empty gives {} */
	jsonObject(name: string): IDataObject {
		const value = this.json(name) ?? {};
		if (typeof value !== 'object' || Array.isArray(value)) {
			throw new InputError(
				this.label(name),
				`The field '${this.label(name)}' must be a JSON object`,
				'It starts with { and ends with }',
			);
		}
		return value as IDataObject;
	}

	/** A resource locator's value. @throws InputError when nothing is chosen */
	located(name: string): Located {
		const located = this.optionalLocated(name);
		if (!located)
			throw new InputError(
				this.label(name),
				`The field '${this.label(name)}' is empty`,
				'Choose from the list, or enter an ID',
			);
		return located;
	}

	/** A resource locator's value; undefined when nothing is chosen. An expression may give the bare value. */
	optionalLocated(name: string): Located | undefined {
		const whole = this.value(name);
		const { mode = 'id', value } =
			typeof whole === 'object' && whole !== null
				? (whole as Partial<Record<keyof Located, unknown>>)
				: { value: whole };
		const text = value === undefined || value === null ? '' : String(value).trim();
		return text === '' ? undefined : { mode: String(mode), value: text };
	}

	/** How many records a list is to return: Infinity with Return All. */
	limit(): number {
		return this.flag('returnAll') ? Infinity : Math.floor(this.number('limit', { min: 1 }));
	}

	/** A moment, as milliseconds since 1970; undefined when empty. Without an offset it is in the workflow's time zone. @throws InputError when it is none */
	moment(name: string): number | undefined {
		return parseMoment(this.label(name), this.value(name), this.context.getTimezone());
	}

	/** The names of the files that the item brings. */
	fileNames(): string[] {
		return Object.keys(this.context.getInputData()[this.itemIndex]?.binary ?? {});
	}

	/** The item's file of this name. @throws InputError when there is none; `name` is the parameter it came from */
	async fileNamed(propertyName: string, name: string): Promise<InputFile> {
		return await inputFile(this.context, this.itemIndex, propertyName, this.label(name));
	}

	/** The item's file that the parameter names. @throws InputError when there is none */
	async file(name: string): Promise<InputFile> {
		return await inputFile(this.context, this.itemIndex, this.text(name), this.label(name));
	}

	private refuseObjects(name: string, value: unknown): void {
		textOf(this.label(name), value);
	}

	/** The name that the panel shows for a parameter; errors use it. In a row, behind that of the row. */
	label(name: string): string {
		return `${this.row ? `${this.row.name} → ` : ''}${this.shownName(name)}`;
	}

	private shownName(name: string): string {
		const path = name.split('.');
		let level: readonly unknown[] = this.properties;
		let label = name;
		for (const key of path) {
			const found = level.filter(isNamed).find((one) => one.name === key);
			if (!found) break;
			label = found.displayName;
			level = [...(found.options ?? []), ...(found.values ?? [])];
		}
		return label;
	}

	private property(name: string): INodeProperties | undefined {
		return this.properties.find((one) => one.name === name);
	}

	private value(name: string): unknown {
		if (this.row) return valueAt(this.row.values, name) ?? this.property(name)?.default;
		// Without a fallback n8n throws where a field is hidden or never set.
		return this.context.getNodeParameter(name, this.itemIndex, null) as unknown;
	}
}

interface Row {
	name: string;
	values: IDataObject;
}

/** `options.sort` in nested objects, as n8n looks parameters up. */
function valueAt(values: IDataObject, name: string): unknown {
	return name.split('.').reduce<unknown>((level, key) => (isObject(level) ? level[key] : undefined), values);
}

interface Named {
	name: string;
	displayName: string;
	options?: readonly unknown[];
	values?: readonly unknown[];
}

function isNamed(value: unknown): value is Named {
	return typeof value === 'object' && value !== null && 'name' in value && 'displayName' in value;
}

function range(min: number, max: number): string {
	if (min === -Infinity && max === Infinity) return '';
	if (max === Infinity) return ` of ${min} or more`;
	if (min === -Infinity) return ` of ${max} or less`;
	return ` from ${min} to ${max}`;
}

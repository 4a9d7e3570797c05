import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { inputFile, type InputFile } from '../client/binary';

/**
 * What was filled in for one item, as it is: for the fields, which read and check it. It is the panel itself, or a row
 * or a collection in it.
 */
export class Panel {
	constructor(
		private readonly context: IExecuteFunctions,
		readonly itemIndex: number,
		/** What complaints call the row; empty for the panel itself. */
		readonly place = '',
		/** Where the values stand when they are not the panel's own parameters. */
		private readonly values?: IDataObject,
	) {}

	/** The value of a parameter; `otherwise` where a row does not hold it, since n8n does not store what nobody changed. */
	value(name: string, otherwise?: unknown): unknown {
		if (this.values) return this.values[name] ?? otherwise;
		// Without a fallback n8n throws where a field is hidden or was never set.
		return this.context.getNodeParameter(name, this.itemIndex, null) as unknown;
	}

	/** The name of a field as complaints say it: behind that of its row. */
	label(name: string): string {
		return this.place === '' ? name : `${this.place} → ${name}`;
	}

	/** The values of a collection, whose fields are called as if they stood in the panel. */
	inside(values: unknown): Panel {
		return new Panel(this.context, this.itemIndex, this.place, isObject(values) ? (values as IDataObject) : {});
	}

	/** A row of a fixed collection. @param name what complaints call it: `Block 2 (Table)` */
	row(name: string, values: IDataObject): Panel {
		return new Panel(this.context, this.itemIndex, this.label(name), values);
	}

	/** The zone of dates that carry no offset: the workflow's. */
	get timeZone(): string {
		return this.context.getTimezone();
	}

	/** The names of the files that the item brings. */
	fileNames(): string[] {
		return Object.keys(this.context.getInputData()[this.itemIndex]?.binary ?? {});
	}

	/** The item's file of this name. @param field what complaints call the field that names it @throws InputError when there is none */
	async file(propertyName: string, field: string): Promise<InputFile> {
		return await inputFile(this.context, this.itemIndex, propertyName, field);
	}
}

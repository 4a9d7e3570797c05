import { InputError } from '../../../feishu/input';
import type { Base } from './basePlace';
import type { Asking } from '../client/asking';
import { tablesOf, type TablePath } from './contents';

/** A table as filled in: by its ID, by its name, or by the address of its base. */
export class Table {
	constructor(
		readonly base: Base,
		/** `tbl…` or a name. */
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** The view that the address of the base names. */
	get view(): string | undefined {
		return this.base.address.view;
	}

	/** @throws InputError when the base has no table of this name; CallError */
	async path(asking: Asking): Promise<TablePath> {
		const app_token = await this.base.token(asking);
		return { app_token, table_id: await this.id(app_token, asking) };
	}

	private async id(app_token: string, asking: Asking): Promise<string> {
		if (this.entered.startsWith('tbl')) return this.entered;
		const tables = await tablesOf(asking, app_token);
		const [found, another] = tables.filter(({ name }) => name.trim() === this.entered);
		if (found && !another) return found.table_id;
		const names = tables.slice(0, 20).map(({ name }) => name);
		throw new InputError(
			this.label,
			`The base has ${found ? 'several tables' : 'no table'} called '${this.entered.slice(0, 60)}'`,
			found ? 'Choose one from the list' : `It has ${names.join(', ')}`,
		);
	}
}

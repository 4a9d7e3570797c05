import { InputError } from '../../../feishu/input';
import type { Asking } from '../client/asking';
import { sheetsOf, type SheetEntry, type SheetPath } from './contents';
import type { Spreadsheet } from './spreadsheetPlace';

/** A sheet as filled in: by its ID, by its name, or by the address of its spreadsheet; the first one where nothing says which. */
export class Sheet {
	constructor(
		readonly spreadsheet: Spreadsheet,
		/** An ID or a name; undefined for the first sheet. */
		private readonly entered: string | undefined,
		private readonly label: string,
	) {}

	/** For what can't be taken back: the first sheet, by itself, is not meant. @throws InputError where no sheet is named */
	assertNamed(): void {
		if (this.entered !== undefined) return;
		throw new InputError(
			this.label,
			`The field '${this.label}' is empty`,
			'Choose the sheet, or copy the address while it is open: what is taken away is never the first sheet by itself',
		);
	}

	/** @throws InputError when the spreadsheet has no such sheet, or one without cells; CallError */
	async path(asking: Asking): Promise<SheetPath> {
		const { sheet_id } = await this.entry(asking);
		return { spreadsheet_token: await this.spreadsheet.token(asking), sheet_id };
	}

	/** What the list of sheets says of it. @throws as `path` */
	async entry(asking: Asking): Promise<SheetEntry> {
		const all = await sheetsOf(asking, await this.spreadsheet.token(asking));
		const found = this.among(all);
		if (found.resource_type === 'sheet') return found;
		throw new InputError(
			this.label,
			`'${found.title}' has no cells: it holds ${found.resource_type === 'bitable' ? 'a base' : 'something else'}`,
			found.resource_type === 'bitable' ? 'Use the node Feishu Base for it' : 'Choose another sheet',
		);
	}

	private among(all: readonly SheetEntry[]): SheetEntry {
		const wanted = this.entered;
		if (wanted === undefined) {
			const [first] = all.filter(({ resource_type, hidden }) => resource_type === 'sheet' && !hidden);
			if (first) return first;
			throw new InputError(this.label, 'The spreadsheet has no sheet that people see', 'Choose one from the list');
		}
		const byId = all.find(({ sheet_id }) => sheet_id === wanted);
		if (byId) return byId;
		const [found, another] = all.filter(({ title }) => title.trim() === wanted);
		if (found && !another) return found;
		const names = all.slice(0, 20).map(({ title }) => title);
		throw new InputError(
			this.label,
			`The spreadsheet has ${found ? 'several sheets' : 'no sheet'} called '${wanted.slice(0, 60)}'`,
			found ? 'Choose one from the list' : `It has ${names.join(', ')}`,
		);
	}
}
